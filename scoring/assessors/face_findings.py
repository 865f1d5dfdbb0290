"""What is known of each face that counts: its eyes, its place, how good it is, and why it may not be judged."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from scoring.assessors.eye_state import EyeState, closed_confidence, eye_state
from scoring.assessors.face_sharpness import eye_sharpness, sharpest_elsewhere
from scoring.assessors.focus_value import VALUE_SCALE, VALUE_START
from scoring.assessors.noisy_detail import is_noisy
from scoring.face import Face
from scoring.face_geometry import is_too_small, is_turned_away
from scoring.face_prominence import prominent, size_weights
from scoring.frame import Frame

SOFT_EYES, SHARP_EYES = 0.24, 0.33
"""Sharpness of the eyes under which they are soft and from which they are sharp. On BIQ2021 eyes have 0.43 (median of 213 faces),
0.29 after a blur of sigma 1 px and 0.21 after 2; the 16 lowest (0.17 to 0.22) all looked soft to us."""
SOFTER_THAN_REST = 0.6
"""Eyes over sharpest tiles from which they are not the fault of focus: the whole photo is as soft (half of the faces there have
0.67 or more, for leaves and cloth hold finer detail than any eye)."""
CLOSED_VALUE = 0.15
"""What closed eyes leave of a portrait's worth; a choice."""
CUT_SHARE = 0.6
"""What is left of the value of a face that the frame cuts through; a choice."""
CLOSE_UP_AREA = 0.25
"""A face over a quarter of the picture is a close portrait, whose cuts are meant."""
CUT_SIDE = 0.2
"""A face with a fifth of its width beyond the left or right edge, or of its height beyond the lower one, has lost a cheek or its
chin; the top may cut hair and forehead, as it does in many a close portrait."""
SEEN_CONFIDENCE, SHARPNESS_CONFIDENCE = 0.75, 0.6
"""With open eyes seen, and with their sharpness alone: the tile measure's own confidence, see `focus`."""


class Unjudged(StrEnum):
    """Why nothing is said of a face."""

    TOO_SMALL = "too small"
    TURNED_AWAY = "turned away"
    NOISY = "hidden by noise"
    UNCLEAR = "eyes not clear"


@dataclass(frozen=True)
class FaceFinding:
    """One face that counts. `weight`: how much beside the widest, in [0, 1].

    `sharpness`: of its sharper eye, in [0, 1], None where noise or darkness hides it; `rest`: of the photo's sharpest tiles.
    `unjudged`: why nothing is said of it, or None.
    """

    face: Face
    weight: float
    state: EyeState
    sharpness: float | None
    rest: float
    is_cut: bool
    unjudged: Unjudged | None

    @property
    def sharp(self) -> bool:
        """Whether its eyes are known to be sharp."""
        return self.sharpness is not None and self.sharpness >= SHARP_EYES

    @property
    def soft(self) -> bool:
        """Whether its eyes are plainly soft, be it alone or with the whole photo."""
        return self.sharpness is not None and self.sharpness < SOFT_EYES

    @property
    def softer_than_rest(self) -> bool:
        """Whether the photo is clearly sharper somewhere else."""
        return self.sharpness is not None and self.sharpness < SOFTER_THAN_REST * self.rest

    @property
    def value(self) -> float:
        """How good the face is, in [0, 1]."""
        if self.state is EyeState.CLOSED:
            return CLOSED_VALUE
        sharpness = SHARP_EYES if self.sharpness is None else self.sharpness
        value = 1.0 - math.exp(-max(0.0, sharpness - VALUE_START) / VALUE_SCALE)
        return value * (CUT_SHARE if self.is_cut else 1.0)

    @property
    def weighted_value(self) -> float:
        """Its value, nearer to 1 the less it counts: the least of them is the photo's."""
        return 1.0 - self.weight * (1.0 - self.value)

    @property
    def confidence(self) -> float:
        """How sure the value is, in [0, 1]."""
        if self.state is EyeState.CLOSED:
            return closed_confidence(self.face)
        return self.face.confidence * (SEEN_CONFIDENCE if self.state is EyeState.OPEN else SHARPNESS_CONFIDENCE)


def findings(frame: Frame, faces: tuple[Face, ...]) -> tuple[FaceFinding, ...]:
    """Of each face that counts, the most prominent first."""
    counted = prominent(faces)
    if not counted:
        return ()
    rest = sharpest_elsewhere(frame)
    return tuple(
        _finding(frame, face, weight, rest) for face, weight in zip(counted, size_weights(counted), strict=True)
    )


def _finding(frame: Frame, face: Face, weight: float, rest: float) -> FaceFinding:
    sharpness, state = (None if is_noisy(frame.detail) else eye_sharpness(frame, face)), eye_state(face)
    unjudged = _obstacle(frame, face, nothing_known=sharpness is None and state is EyeState.UNSURE)
    return FaceFinding(face, weight, state, sharpness, rest, is_cut(face), unjudged)


def _obstacle(frame: Frame, face: Face, *, nothing_known: bool) -> Unjudged | None:
    size_px = (frame.rgb.shape[1], frame.rgb.shape[0])
    if is_turned_away(face, size_px):
        return Unjudged.TURNED_AWAY
    if is_too_small(face, size_px):
        return Unjudged.TOO_SMALL
    if not nothing_known:
        return None
    return Unjudged.NOISY if is_noisy(frame.detail) else Unjudged.UNCLEAR


def is_cut(face: Face) -> bool:
    """Whether the frame cuts off a part that a portrait needs: an eye, the mouth, a cheek, the chin."""
    if face.area > CLOSE_UP_AREA:
        return False
    x0, y0, x1, y1 = face.box
    beyond = (-x0 / (x1 - x0), (x1 - 1.0) / (x1 - x0), (y1 - 1.0) / (y1 - y0))
    points = (*face.eyes, *face.mouth)
    return max(beyond) > CUT_SIDE or any(not (0.0 < x < 1.0 and 0.0 < y < 1.0) for x, y in points)
