"""How a face lies in its picture, in pixels: how far apart its eyes are, along which line, and how far it is turned."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scoring.face import Face, Point

F64 = npt.NDArray[np.float64]

SMALLEST_EYE_DISTANCE_PX = 40.0
"""An eye is then about 20 px wide, the mean of the open eyes that OCEC was tuned to (its README); under 30 px most of its
"closed" on 4,200 photos of BIQ2021 were open eyes."""
TURNED_AWAY = 0.5
"""The nose then stands below one of the eyes, or beyond it: a face turned by some 45 degrees hides the far eye."""


def in_pixels(point: Point, size_px: tuple[int, int]) -> F64:
    """A point of a face in a picture of (width, height): (2,) x, y."""
    return np.array([point[0] * size_px[0], point[1] * size_px[1]])


def eye_line(face: Face, size_px: tuple[int, int]) -> tuple[F64, float]:
    """(2,) unit vector from the person's right to left eye, and the distance between them; of eyes in one place (1, 0) and 0."""
    right, left = (in_pixels(eye, size_px) for eye in face.eyes)
    distance = float(np.hypot(*(left - right)))
    return ((left - right) / distance, distance) if distance > 0.0 else (np.array([1.0, 0.0]), 0.0)


def turned_by(face: Face, size_px: tuple[int, int]) -> float:
    """How far the nose stands off the middle between the eyes, along their line, in distances between them: 0 = faces us."""
    along, distance = eye_line(face, size_px)
    if distance == 0.0:
        return float("inf")
    middle = sum(in_pixels(eye, size_px) for eye in face.eyes) / 2
    return float(abs((in_pixels(face.nose, size_px) - middle) @ along) / distance)


def is_too_small(face: Face, size_px: tuple[int, int]) -> bool:
    """Whether its eyes have too few pixels to say anything of them; a face turned away looks smaller here than it is."""
    return eye_line(face, size_px)[1] < SMALLEST_EYE_DISTANCE_PX


def is_turned_away(face: Face, size_px: tuple[int, int]) -> bool:
    """Whether it is seen so far from the side that one eye is hidden or nearly so."""
    return turned_by(face, size_px) > TURNED_AWAY
