"""A word for each problem that is sure and plain enough to say: soft, dark, blown, noisy, backlit, blocky, tilted.

A word never contradicts the level: what an assessor calls a fault is said, whatever the value, if it is sure enough.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from scoring.assessment import Assessment
from scoring.ranking.evidence import number
from scoring.ranking.profile import Profile, load_profile

MUCH_CLIPPED = 0.05
"""From this fraction of blown pixels on, lost highlights are the word for an over-exposed frame rather than "bright"."""

EXPOSURE_FAULTS = frozenset({"severely under", "severely over"})
SHARPNESS_FAULTS = frozenset({"severely blurred", "blurred"})
FOCUS_WORDS = {"missed_focus": "missed focus", "motion_blur": "motion blur", "soft": "soft"}
COMPOSITION_WORDS = {"tilted horizon": "tilted", "subject cut off": "cut off"}
ARTEFACT_WORDS = {"blocking": "blocky", "banding": "banding", "moire": "moire", "purple_fringe": "purple fringe"}
FACE_WORDS = {"eyes closed": "eyes closed", "eyes soft": "soft eyes", "face cut off": "face cut off"}
"""Levels, verdicts and findings of the assessors that name a fault."""


def problem_word(name: str, assessment: Assessment, profile: Profile | None = None) -> str | None:
    """The word for what is wrong with this factor, or None when nothing is, or nothing is sure."""
    limits = profile or load_profile()
    if assessment.confidence < limits.problem_confidence_from:
        return None
    low = assessment.value < limits.problem_value_below
    if name not in WORDS:
        return name if low else None
    return WORDS[name](assessment, low)


def problem_words(assessments: Mapping[str, Assessment], profile: Profile | None = None) -> tuple[str, ...]:
    """The problems of one photo, each word once, in the order of the assessors."""
    words = (problem_word(name, assessment, profile) for name, assessment in assessments.items())
    return tuple(dict.fromkeys(word for word in words if word is not None))


def exposure_word(assessment: Assessment, low: bool) -> str | None:
    """`dark`, `bright` or `blown`, by the sign of the offset that was judged and by what is lost."""
    if not low and assessment.level not in EXPOSURE_FAULTS:
        return None
    if _judged(assessment, "ev_offset") < 0:
        return "dark"
    return "blown" if _judged(assessment, "clipped_highlights") >= MUCH_CLIPPED else "bright"


def _judged(assessment: Assessment, fact: str) -> float:
    """Of that which the rules are about, where they said so; else of the whole."""
    return number(assessment, f"judged_{fact}" if f"judged_{fact}" in assessment.evidence else fact)


def artefact_word(assessment: Assessment, low: bool) -> str | None:
    """The worst artefact, where they are strong."""
    strong = low or assessment.level == "strong artefacts"
    return ARTEFACT_WORDS.get(str(assessment.evidence.get("worst"))) if strong else None


WORDS: Mapping[str, Callable[[Assessment, bool], str | None]] = {
    "exposure": exposure_word,
    "focus": lambda said, _: FOCUS_WORDS.get(str(said.evidence.get("verdict"))),
    "faces": lambda said, _: FACE_WORDS.get(said.level),
    "sharpness": lambda said, low: "soft" if low or said.level in SHARPNESS_FAULTS else None,
    "noise": lambda said, low: "noisy" if low or said.level == "noisy" else None,
    "colour": lambda said, low: said.level if low or said.level == "too vivid" else None,
    # Fog and high key are no faults: of light only a face in its own shade is worth a word.
    "light": lambda said, _: "backlit" if said.level == "backlit" else None,
    "artefacts": artefact_word,
    "composition": lambda said, _: COMPOSITION_WORDS.get(said.level),
}
"""Assessor -> its word; the second argument tells whether its value is below the profile's limit."""
