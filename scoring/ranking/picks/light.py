"""Exposure as one group sees it: what is blown out, and how far a frame is from the others, never dark or bright as such."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from scoring.ranking.evidence import number
from scoring.ranking.picks.ranked_photo import RankedPhoto

LIKED_EV = 0.25
"""Slightly bright is liked best: the top of IEA40K's curve lies between 0 and 0.5 EV (P-IEANet, NeurIPS 2024)."""
FEWEST_FOR_MEDIAN = 3
"""Two frames have no majority."""
LEAST_CONFIDENCE = 0.5
"""Of an exposure that is plain (0.9) more than half is left: below that, dark or bright looks meant, and of two frames neither is
exposed better."""
SURE_SUBJECT = 0.35
"""Confidence from which the subject's own losses count and not the frame's, as in `focus_target.TRUSTED_SUBJECT`."""


def kept_highlights(photos: Sequence[RankedPhoto]) -> list[float | None]:
    """1 - the part that is blown to white, in [0, 1]: of the subject where every frame has one, else of the whole frame."""
    said = [photo.said_by("exposure") for photo in photos]
    sure = all(one is None or number(one, "subject_confidence") >= SURE_SUBJECT for one in said)
    return [None if photo.said_by("exposure") is None else 1.0 - blown(photo, of_subject=sure) for photo in photos]


def blown(photo: RankedPhoto, *, of_subject: bool) -> float:
    """The part of the subject, or of the frame without a white backdrop, that is blown to white."""
    said = photo.assessments["exposure"]
    if of_subject:
        return number(said, "subject_clipped_to_white")
    backdrop = number(said, "white_backdrop") * number(said, "backdrop_clipped_to_white")
    return max(0.0, number(said, "clipped_to_white") - backdrop)


def exposure_ev(photo: RankedPhoto) -> float | None:
    """How far from well exposed, negative = too dark; None where it was not judged."""
    said = photo.said_by("exposure")
    return None if said is None or "ev_offset" not in said.evidence else number(said, "ev_offset")


def exposure_nearness(photos: Sequence[RankedPhoto]) -> list[float | None]:
    """Minus the distance in EV from how most frames are exposed: what a flash that did not fire, or a meter led astray, does.

    Two frames are compared by what people like, where dark or bright does not look meant.
    """
    evs = [exposure_ev(photo) for photo in photos]
    told = [ev for ev in evs if ev is not None]
    if len(told) >= FEWEST_FOR_MEDIAN:
        aim = median(told)
    elif all(_is_plain(photo) for photo in photos):
        aim = LIKED_EV
    else:
        return [None] * len(evs)
    return [None if ev is None else -abs(ev - aim) for ev in evs]


def _is_plain(photo: RankedPhoto) -> bool:
    said = photo.said_by("exposure")
    return said is not None and said.confidence >= LEAST_CONFIDENCE
