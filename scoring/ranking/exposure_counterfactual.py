"""How much more or less light would have brought a photo to the next better exposure level."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

from scoring.assessment import Assessment
from scoring.assessors.empty_frame import is_empty
from scoring.assessors.exposure_facts import ExposureFacts, from_evidence
from scoring.assessors.exposure_intent import SEEN
from scoring.assessors.exposure_verdict import LEVEL_ENDS_EV, LEVELS, leaves_no_room, level_of

NORMAL = LEVELS.index("normal")
STEP_EV = 0.1
"""Told in tenths of an EV, always enough to get there: a camera's own step is a third."""
LEAST_STEP_EV = 0.3
"""A third of a stop, as cameras show it: nobody sees or sets less, and less would describe our limit and not the photo."""
OPEN_SIGNS = ("silhouette", "dark_mood", "high_key", "white_backdrop", "greyed")
"""Where one of these is seen, the exposure's own sentence asks or says "if": a step as sure as any would contradict it."""


@dataclass(frozen=True, slots=True)
class Counterfactual:
    """`step_ev` more light (negative: less) would be `level`, ..."""

    step_ev: float
    level: str
    end_ev: float
    """Where that level begins, as an offset in EV."""

    @property
    def sentence(self) -> str:
        """`0.4 EV brighter would count as normal (from 0.9 EV under).`"""
        where = f"{abs(self.end_ev):g} EV {'under' if self.end_ev < 0.0 else 'over'}"
        way = "brighter" if self.step_ev > 0.0 else "darker"
        return f"{abs(self.step_ev):.1f} EV {way} would count as {self.level} (from {where})."


def to_next_level(assessment: Assessment) -> Counterfactual | None:
    """What would take an exposure assessment to the next better level; None where it is normal or too near to it to be seen,
    where what is dark or bright may be meant, where the frame holds nothing but black or white, or could not be judged."""
    ev, facts = assessment.evidence.get("judged_ev_offset"), from_evidence(assessment.evidence)
    if assessment.abstained or not isinstance(ev, int | float):
        return None
    if facts is not None and (is_empty(facts) or _is_open(facts, float(ev))):
        return None
    better = step_to_better(float(ev))
    return better if better is not None and abs(better.step_ev) >= LEAST_STEP_EV else None


def _is_open(facts: ExposureFacts, ev: float) -> bool:
    """Whether the photo may be as it was meant, or cannot be brightened without loss."""
    return leaves_no_room(facts, ev) or any(getattr(facts, sign) >= SEEN for sign in OPEN_SIGNS)


def with_counterfactual(assessments: Mapping[str, Assessment]) -> Mapping[str, Assessment]:
    """The assessments of one photo; what would make its exposure better is added to its reasons."""
    exposure = assessments.get("exposure")
    better = to_next_level(exposure) if exposure else None
    if exposure is None or better is None:
        return assessments
    return {**assessments, "exposure": replace(exposure, reasons=(*exposure.reasons, better.sentence))}


def step_to_better(ev: float) -> Counterfactual | None:
    """The same of an offset in EV: a step to the near end of the next level, in whole tenths."""
    level = LEVELS.index(level_of(ev))
    if level == NORMAL:
        return None
    end_ev, direction = (LEVEL_ENDS_EV[level], 1) if level < NORMAL else (LEVEL_ENDS_EV[level - 1], -1)
    # Just beyond the end, so that the step is told whole and the level is reached.
    steps = math.floor(abs(end_ev - ev) / STEP_EV + 1e-9) + 1
    return Counterfactual(round(direction * steps * STEP_EV, 1), LEVELS[level + direction], end_ev)
