"""Open, closed, or not to be told: what the eye classifier's probabilities are worth."""

from __future__ import annotations

from enum import StrEnum

from scoring.face import Face


class EyeState(StrEnum):
    """The eyes of one face."""

    OPEN = "open"
    CLOSED = "closed"
    UNSURE = "unsure"


CLOSED_BELOW = 0.25
"""Both eyes must be less likely open than this. Of 179 faces on BIQ2021 whose eyes are seen well enough, 13 are called closed so,
and all 13 have closed or lowered lids; of the next eight, up to 0.36, two look at us and one is a doll. A wrong "eyes closed"
costs more trust than a missed one."""
OPEN_FROM = 0.8
"""Both eyes must be this likely open to be told so. Of 60 faces there with one eye from 0.7 on, six had closed or lowered lids and
three wore sunglasses; one of the six, and one of the three, had both from 0.8 on."""
SUREST, DOUBT_PER_PROBABILITY = 0.85, 1.5
"""Confidence of a plain "closed", falling to 0.475 at `CLOSED_BELOW`: worth a word in a full-size photo, not in a reduced one."""


def open_probability(face: Face) -> float | None:
    """Of the eye that is more likely open; None where it could not be told."""
    return max((value for value in face.eyes_open if value is not None), default=None)


def eye_state(face: Face) -> EyeState:
    """Both closed, both open, or not to be told: a wink, or hair over one eye, is no blink."""
    told = [probability for probability in face.eyes_open if probability is not None]
    if not told:
        return EyeState.UNSURE
    if max(told) < CLOSED_BELOW:
        return EyeState.CLOSED
    return EyeState.OPEN if min(told) >= OPEN_FROM else EyeState.UNSURE


def closed_confidence(face: Face) -> float:
    """How sure "closed" is, in [0, 1], of a face whose eyes are."""
    return SUREST - DOUBT_PER_PROBABILITY * (open_probability(face) or 0.0)
