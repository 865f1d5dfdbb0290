"""Exposure that is wrong by itself, whatever the other frames of the group are: too far off, nearly black, nearly white.

Stored facts of the assessor `exposure` are enough; dark or bright that looks meant is not clearly wrong.
"""

from __future__ import annotations

from collections.abc import Sequence

from scoring.assessment import Assessment
from scoring.assessors.exposure_intent import SEEN
from scoring.assessors.exposure_verdict import LEVEL_ENDS_EV, level_of
from scoring.ranking.evidence import number
from scoring.ranking.picks.ranked_photo import RankedPhoto

CLEAR_CONFIDENCE = 0.4
"""Of a night or a moon, whose lit part is far above the rest, 0.36 is left (`exposure_verdict.DOUBTS`); of a frame that is flat
because it is blown, 0.45: that one is clearly wrong."""
MEANT_DARK, MEANT_BRIGHT = ("dark_mood", "silhouette"), ("high_key", "white_backdrop")
"""Signs of intent in the evidence. Not `low_key`: of such a frame the lit part was judged, and is itself too dark."""
WELL_EXPOSED = 0.7
"""Value of a normal level of which clipping took little: the darkest that is still "normal" has 0.69 (IEA40K)."""
NOTHING_LEFT_EV = 3.0
"""So far off, IEA40K's curve has reached 0 on the bright side and nearly so on the dark one, and how sharp the rest of the tones
looks says little."""
NEARLY_BLACK, BLACK_BRIGHTEST_EV, LIT = 0.9, -1.0, 0.001
"""Part of the frame in Adams's zones 0 and I (no texture); the brightest percent a stop under mid-grey; less than a thousandth in
zone IV or above: a moon and a street lamp are lit parts. Choices: of 300 frames of BIQ2021's first session, 23 of which are far too
dark, 9 pass, and not the street at night exposed for its moon."""
NEARLY_WHITE = 0.6
"""Part blown to pure white beyond a white backdrop; a choice: of the same frames 6 pass, faces and things in them bleached."""


def judged_ev(photo: RankedPhoto) -> float | None:
    """What `exposure` judged it to be off by, in EV, negative = too dark; None where it abstained."""
    said = photo.said_by("exposure")
    return None if said is None or "judged_ev_offset" not in said.evidence else number(said, "judged_ev_offset")


def off_ev(photo: RankedPhoto) -> float:
    """How far it is clearly wrong, in EV, negative = too dark; 0 where its level is normal, or dark or bright may be meant."""
    ev = judged_ev(photo)
    if ev is None or _is_normal(photo.assessments["exposure"], ev) or _looks_meant(photo.assessments["exposure"], ev):
        return 0.0
    return ev


def is_severe(ev: float) -> bool:
    """Whether an offset means "severely under" or "severely over"."""
    return ev < LEVEL_ENDS_EV[0] or ev > LEVEL_ENDS_EV[-1]


def beyond_normal_ev(ev: float) -> float:
    """By how much an offset lies outside of the level "normal"; 0 within."""
    return max(0.0, LEVEL_ENDS_EV[1] - ev, ev - LEVEL_ENDS_EV[2])


def is_well_exposed(photo: RankedPhoto) -> bool:
    """Whether its own level is normal and its value good."""
    ev, said = judged_ev(photo), photo.said_by("exposure")
    return ev is not None and said is not None and level_of(ev) == "normal" and said.value >= WELL_EXPOSED


def is_nearly_black(photo: RankedPhoto) -> bool:
    """Whether next to nothing was exposed; a frame with a lit part is dark, not black."""
    said, zones = photo.said_by("exposure"), _zones(photo)
    if said is None or not zones or off_ev(photo) >= 0.0:
        return False
    black, lit = sum(zones[:2]), sum(zones[4:])
    dark = number(said, "brightest_ev_above_grey") <= BLACK_BRIGHTEST_EV and number(said, "low_key") < SEEN
    return black >= NEARLY_BLACK and lit < LIT and dark


def white_share(photo: RankedPhoto) -> float:
    """The part of the frame that is blown to pure white, in [0, 1], without a white backdrop; 0 where that was not judged."""
    said = photo.said_by("exposure")
    return 0.0 if said is None else white_beyond_backdrop(said)


def white_beyond_backdrop(said: Assessment) -> float:
    """The same of what `exposure` said."""
    backdrop = number(said, "white_backdrop") * number(said, "backdrop_clipped_to_white")
    return max(0.0, number(said, "clipped_to_white") - backdrop)


def is_nearly_white(photo: RankedPhoto) -> bool:
    """Whether most of it is blown, and it is clearly too bright."""
    return off_ev(photo) > 0.0 and white_share(photo) >= NEARLY_WHITE


def is_spent(photo: RankedPhoto) -> bool:
    """Whether so little is left of its tones that its sharpness means nothing."""
    return abs(off_ev(photo)) >= NOTHING_LEFT_EV or is_nearly_black(photo) or is_nearly_white(photo)


def _is_normal(said: Assessment, ev: float) -> bool:
    """What was judged, or the whole: a subject or pale tones alone make no frame plainly wrong."""
    return "normal" in (level_of(ev), level_of(number(said, "ev_offset")))


def _looks_meant(said: Assessment, ev: float) -> bool:
    signs = MEANT_DARK if ev < 0.0 else MEANT_BRIGHT
    return said.confidence < CLEAR_CONFIDENCE or any(number(said, sign) >= SEEN for sign in signs)


def _zones(photo: RankedPhoto) -> Sequence[float]:
    zones = photo.assessments["exposure"].evidence.get("zones") if "exposure" in photo.assessments else None
    return [float(part) for part in zones] if isinstance(zones, Sequence) and not isinstance(zones, str) else []
