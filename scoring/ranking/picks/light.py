"""Exposure as one group sees it: what is blown out, and how far a frame is from well exposed, as its group is meant to be.

Up to about a stop the group says what is meant; beyond that a frame is wrong by the assessor's own judgement.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median, median_high, median_low

from scoring.ranking.evidence import number
from scoring.ranking.picks.ranked_photo import RankedPhoto
from scoring.ranking.picks.wrong_exposure import (
    beyond_normal_ev,
    is_severe,
    is_well_exposed,
    judged_ev,
    off_ev,
    white_beyond_backdrop,
)

LIKED_EV = 0.25
"""Slightly bright is liked best: the top of IEA40K's curve lies between 0 and 0.5 EV (P-IEANet, NeurIPS 2024)."""
FEWEST_FOR_MEDIAN = 3
"""Two frames have no majority."""
LEAST_CONFIDENCE = 0.5
"""Of an exposure that is plain (0.9) more than half is left: below that, dark or bright looks meant, and of two frames neither is
exposed better."""
SURE_SUBJECT = 0.35
"""Confidence from which the subject's own losses count and not the frame's, as in `focus_target.TRUSTED_SUBJECT`."""
BESIDE_GOOD_EV = 2.5
"""A frame that is not normal itself and so far from its well-exposed siblings is lost, whatever would excuse it alone: a choice,
between a street at night (2.1 EV) and a plate whose rim passed for the light (2.9 EV; BIQ2021's first session)."""


def kept_highlights(photos: Sequence[RankedPhoto]) -> list[float | None]:
    """1 - the part that is blown to white, in [0, 1]: of the subject where every frame has one, else of the whole frame."""
    said = [photo.said_by("exposure") for photo in photos]
    sure = all(one is None or number(one, "subject_confidence") >= SURE_SUBJECT for one in said)
    return [None if photo.said_by("exposure") is None else 1.0 - blown(photo, of_subject=sure) for photo in photos]


def blown(photo: RankedPhoto, *, of_subject: bool) -> float:
    """The part of the subject, or of the frame without a white backdrop, that is blown to white."""
    said = photo.assessments["exposure"]
    return number(said, "subject_clipped_to_white") if of_subject else white_beyond_backdrop(said)


def exposure_ev(photo: RankedPhoto) -> float | None:
    """How far the whole is from well exposed, negative = too dark; None where it was not judged."""
    said = photo.said_by("exposure")
    return None if said is None or "ev_offset" not in said.evidence else number(said, "ev_offset")


def exposure_nearness(photos: Sequence[RankedPhoto]) -> list[float | None]:
    """Minus how far a frame is off, in EV: from how those frames are exposed that are not clearly wrong, for the key of a group
    may be meant, or beyond the level "normal" where it is clearly wrong itself; the larger of the two counts.

    Two frames are compared by what people like, where dark or bright does not look meant.
    """
    evs, offs = [exposure_ev(photo) for photo in photos], clear_offs(photos)
    aim = _aim(photos, offs)
    if aim is None and not any(offs):
        return [None] * len(evs)
    return [None if ev is None else -_distance(ev, aim, off) for ev, off in zip(evs, offs, strict=True)]


def clear_offs(photos: Sequence[RankedPhoto]) -> list[float]:
    """How far each frame is clearly wrong, in EV; 0 where it is not, or where a sibling that is still darker, or brighter, looks
    meant."""
    offs = [off_ev(photo) for photo in photos]
    meant = [judged_ev(photo) or 0.0 for photo, off in zip(photos, offs, strict=True) if not off]
    darkest, brightest = min([0.0, *meant]), max([0.0, *meant])
    return [0.0 if darkest <= off <= brightest else off for off in offs]


def lost_exposures(photos: Sequence[RankedPhoto]) -> list[bool]:
    """Of each frame whether it is severely wrong: by its own level, or beside well-exposed frames of its group."""
    good = [ev for photo in photos if is_well_exposed(photo) and (ev := exposure_ev(photo)) is not None]
    aim = median(good) if good else None
    return [
        is_severe(off) or (beyond_normal_ev(judged_ev(photo) or 0.0) > 0.0 and _is_far(photo, aim))
        for photo, off in zip(photos, clear_offs(photos), strict=True)
    ]


def _is_far(photo: RankedPhoto, aim: float | None) -> bool:
    ev = exposure_ev(photo)
    return ev is not None and aim is not None and abs(ev - aim) >= BESIDE_GOOD_EV


def _distance(ev: float, aim: float | None, off: float) -> float:
    return max(0.0 if aim is None else abs(ev - aim), beyond_normal_ev(off))


def _aim(photos: Sequence[RankedPhoto], offs: Sequence[float]) -> float | None:
    """How the group is meant to be exposed, in EV; None where nobody can tell.

    Of two middle frames it is the one that people like better; where dark or bright looks meant, it is the middle of all that are
    not severely wrong.
    """
    told = [(photo, ev, off) for photo, off in zip(photos, offs, strict=True) if (ev := exposure_ev(photo)) is not None]
    right = [ev for _, ev, off in told if not off]
    if right and len(told) >= FEWEST_FOR_MEDIAN:
        whole = [ev for _, ev, off in told if not is_severe(off)]
        plain = all(_is_plain(photo) for photo, _, off in told if not off)
        return min(max(LIKED_EV, median_low(right)), median_high(right)) if plain else median(whole)
    return LIKED_EV if all(_is_plain(photo) for photo in photos) or not right else None


def _is_plain(photo: RankedPhoto) -> bool:
    said = photo.said_by("exposure")
    return said is not None and said.confidence >= LEAST_CONFIDENCE
