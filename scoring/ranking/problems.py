"""A word for each problem that is sure and large enough to say: soft, dark, blown, noisy, tilted."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from scoring.assessment import Assessment
from scoring.ranking.profile import Profile, load_profile

MUCH_CLIPPED = 0.05
"""From this fraction of blown pixels on, lost highlights are the word for an over-exposed frame rather than "bright"."""

FOCUS_WORDS = {"missed_focus": "missed focus", "motion_blur": "motion blur", "soft": "soft"}


def problem_word(name: str, assessment: Assessment, profile: Profile | None = None) -> str | None:
    """The word for what is wrong with this factor, or None when nothing is, or nothing is sure."""
    limits = profile or load_profile()
    if assessment.confidence < limits.problem_confidence_from or assessment.value >= limits.problem_value_below:
        return None
    return WORDS[name](assessment) if name in WORDS else name


def problem_words(assessments: Mapping[str, Assessment], profile: Profile | None = None) -> tuple[str, ...]:
    """The problems of one photo, each word once, in the order of the assessors."""
    words = (problem_word(name, assessment, profile) for name, assessment in assessments.items())
    return tuple(dict.fromkeys(word for word in words if word is not None))


def exposure_word(assessment: Assessment) -> str:
    """`dark`, `bright` or `blown`, by the sign of the offset and by what is lost."""
    if number(assessment, "ev_offset") < 0:
        return "dark"
    return "blown" if number(assessment, "clipped_highlights") >= MUCH_CLIPPED else "bright"


def focus_word(assessment: Assessment) -> str | None:
    """The verdict, when it is a fault."""
    return FOCUS_WORDS.get(str(assessment.evidence.get("verdict")))


def number(assessment: Assessment, key: str) -> float:
    """A number from the evidence; 0 where it was not measured."""
    value = assessment.evidence.get(key)
    return float(value) if isinstance(value, int | float) else 0.0


WORDS: Mapping[str, Callable[[Assessment], str | None]] = {
    "exposure": exposure_word,
    "focus": focus_word,
    "sharpness": lambda _: "soft",
    "noise": lambda _: "noisy",
    "colour": lambda assessment: assessment.level,
    "composition": lambda assessment: assessment.level,
}
