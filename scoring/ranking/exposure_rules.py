"""Judges exposure by the rules of a genre, from what was measured when the photo was scored; no photo is opened again."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from scoring.assessment import Assessment
from scoring.assessors.exposure_facts import ExposureFacts, as_evidence, from_evidence
from scoring.assessors.exposure_rules import ExposureRules, Loss
from scoring.assessors.exposure_verdict import clipped_beyond_backdrop, judge_exposure
from scoring.assessors.exposure_words import explain

RULES = Path(__file__).parent / "exposure_rules"
LOSSES = ("white", "colour", "black", "dark", "subject_white", "subject_black")


class UnknownExposureRulesError(Exception):
    """No exposure rules have this name."""

    exit_code = 2

    def __init__(self, name: str, known: list[str]) -> None:
        super().__init__(f"no exposure rules are called {name!r}")
        self.hint = f"there are: {', '.join(known)}"


def exposure_rule_names() -> list[str]:
    """The rule sets that ship."""
    return sorted(path.stem for path in RULES.glob("*.toml"))


@cache
def load_exposure_rules(name: str = "auto") -> ExposureRules:
    """The exposure rules called `name`; raises `UnknownExposureRulesError`."""
    known = exposure_rule_names()
    if name not in known:
        raise UnknownExposureRulesError(name, known)
    facts = tomllib.loads((RULES / f"{name}.toml").read_text(encoding="utf-8"))
    about = facts["about"]
    return ExposureRules(
        name=facts["name"],
        place=facts["place"],
        expected=tuple(facts["expected"]),
        subject=about["subject"],
        lit_part=about["lit_part"],
        white_backdrop=about["white_backdrop"],
        **{loss: Loss(**facts[loss]) for loss in LOSSES},
    )


def with_exposure_rules(assessments: Mapping[str, Assessment], name: str) -> Mapping[str, Assessment]:
    """The assessments of one photo, its exposure judged anew by the rules called `name`; raises `UnknownExposureRulesError`."""
    rules = load_exposure_rules(name)
    if "exposure" not in assessments:
        return assessments
    return {**assessments, "exposure": re_judged(assessments["exposure"], rules)}


def re_judged(assessment: Assessment, rules: ExposureRules) -> Assessment:
    """A stored exposure assessment by other rules; one without the facts that it takes (an abstention) stays as it is."""
    facts = from_evidence(assessment.evidence)
    return assessment if facts is None else judged_by(facts, rules)


def judged_by(facts: ExposureFacts, rules: ExposureRules) -> Assessment:
    """The assessment of what was measured, by `rules`; its evidence tells them and what they judged."""
    verdict = judge_exposure(facts, rules)
    return Assessment(
        value=verdict.value,
        confidence=verdict.confidence,
        level=verdict.level,
        reasons=explain(facts, verdict, rules),
        evidence={
            **as_evidence(facts),
            "judged_ev_offset": round(verdict.judged_ev, 4),
            "judged_clipped_highlights": round(sum(clipped_beyond_backdrop(facts, rules)), 4),
            "rules": rules.name,
        },
    )
