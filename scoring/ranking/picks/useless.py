"""What leaves nothing to choose in a frame of a burst: all but black, all but white, or blurred at any size."""

from __future__ import annotations

from scoring.percent import percent
from scoring.ranking.picks.ranked_photo import RankedPhoto
from scoring.ranking.picks.readings import Readings
from scoring.ranking.picks.wrong_exposure import (
    is_nearly_black,
    is_nearly_white,
    is_severe,
    is_well_exposed,
    off_ev,
    white_share,
)

BEYOND_USE, CRISP = 0.45, 0.6
"""Values of `sharpness`: of 300 frames of BIQ2021's first session those below the one are smeared so that one sees it at 500 px; at
the other "sharp" begins (`sharpness.LEVELS`)."""
MUCH_CRISPER = 0.3
"""Twice as wide as what `faults.SEVERAL` asks for where focus has judged both."""
SURE_BLUR = 0.4
"""Confidence of `sharpness`: it is less where grain or too few edges make it doubtful, 0.5 in a small picture."""

Facts = tuple[RankedPhoto, Readings]
"""A photo and its readings within its group."""


def black(one: Facts, better: Facts) -> str | None:
    """Next to nothing exposed, where the better frame is well exposed."""
    if not is_nearly_black(one[0]) or not is_well_exposed(better[0]):
        return None
    return f"nearly black; {better[0].path.name} is well exposed"


def white(one: Facts, better: Facts) -> str | None:
    """Most of it blown to white, where the better frame is well exposed."""
    if not is_nearly_white(one[0]) or not is_well_exposed(better[0]):
        return None
    return f"{percent(white_share(one[0]))} of it is white; {better[0].path.name} is well exposed"


def blurred(one: Facts, better: Facts) -> str | None:
    """Crisp nowhere, where the better frame is; only where focus did not judge."""
    if one[0].said_by("focus") is not None or is_severe(off_ev(better[0])):
        return None
    mine, theirs = _crispness(one), _crispness(better)
    if mine is None or theirs is None or mine >= BEYOND_USE or theirs < CRISP or theirs - mine < MUCH_CRISPER:
        return None
    return f"blurred beyond use; {better[0].path.name} is sharp ({mine * 100:.0f}, there {theirs * 100:.0f})"


def _crispness(facts: Facts) -> float | None:
    """As read within the group: only frames of one size are compared, and none that is all but black or white."""
    said = facts[0].said_by("sharpness")
    return None if said is None or said.confidence < SURE_BLUR else facts[1].get("crispness")
