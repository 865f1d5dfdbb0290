"""Exposure as one group sees it: what is lost on the subject, and how far off, where brightness can be judged at all."""

from __future__ import annotations

from scoring.ranking.evidence import number
from scoring.ranking.picks.ranked_photo import RankedPhoto

LIKED_EV = 0.25
"""Slightly bright is liked best: the top of IEA40K's curve lies between 0 and 0.5 EV (P-IEANet, NeurIPS 2024)."""
LEAST_CONFIDENCE = 0.5
"""Of an exposure that is plain (0.9) more than half is left: below that, dark or bright looks meant, and no key is better."""
SURE_SUBJECT = 0.35
"""Confidence from which the subject's own losses count and not the frame's, as in `focus_target.TRUSTED_SUBJECT`."""


def kept_tones(photo: RankedPhoto) -> float | None:
    """1 - the part of the subject that is blown to white or black, in [0, 1]; of the frame where nothing is the subject."""
    said = photo.said_by("exposure")
    if said is None:
        return None
    if number(said, "subject_confidence") >= SURE_SUBJECT:
        return 1.0 - min(1.0, number(said, "subject_clipped_to_white") + number(said, "subject_clipped_shadows"))
    backdrop = number(said, "white_backdrop") * number(said, "backdrop_clipped_to_white")
    lost = max(0.0, number(said, "clipped_to_white") - backdrop) + number(said, "clipped_shadows")
    return 1.0 - min(1.0, lost)


def exposure_ev(photo: RankedPhoto) -> float | None:
    """How far from well exposed, negative = too dark; None where dark or bright may be meant."""
    said = photo.said_by("exposure")
    if said is None or said.confidence < LEAST_CONFIDENCE or "judged_ev_offset" not in said.evidence:
        return None
    return number(said, "judged_ev_offset")


def exposure_nearness(photo: RankedPhoto) -> float | None:
    """Minus the distance in EV from what is liked best: 0 is best."""
    ev = exposure_ev(photo)
    return None if ev is None else -abs(ev - LIKED_EV)
