"""Which faces a photo is about: large ones near the middle; passers-by do not count."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from scoring.face import Face
from scoring.ramp import ramp

CORNER_SHARE = 0.5
"""A face in a corner stands out half as much as one of the same size in the middle; the choice is ours."""
BYSTANDER_WIDTH, PRINCIPAL_WIDTH = 0.4, 0.7
"""Width over that of the widest face up to which a face is a passer-by's, and from which it counts in full: somebody at two and
a half times the distance, and the rows of one group (issue "Factor assessors": bystanders do not count)."""
SMALLEST_FACE = 0.004
"""A smaller share of the frame is too small to speak of its light: about 10 x 10 px of a thumbnail."""
MOST_PROMINENT = 12
"""So many faces at most are looked at closely: a family or a team. In a crowd nobody looks for the one who blinks."""


def by_prominence(faces: Iterable[Face]) -> tuple[Face, ...]:
    """The same faces, the most prominent first."""
    return tuple(sorted(faces, key=prominence, reverse=True))


def prominence(face: Face) -> float:
    """Area times centrality times confidence: only its order means something."""
    x, y = centre_of(face)
    from_middle = min(1.0, math.hypot(x - 0.5, y - 0.5) / math.hypot(0.5, 0.5))
    return face.area * face.confidence * (1.0 - (1.0 - CORNER_SHARE) * from_middle)


def centre_of(face: Face) -> tuple[float, float]:
    """(x, y) of the middle of the box, as shares of the picture."""
    return (face.box[0] + face.box[2]) / 2, (face.box[1] + face.box[3]) / 2


def main_face(faces: Iterable[Face] | None) -> Face | None:
    """The first of these, the most prominent before the others, that is large enough to speak of its light; None without one."""
    return next((face for face in faces or () if face.area >= SMALLEST_FACE), None)


def prominent(faces: Sequence[Face]) -> tuple[Face, ...]:
    """Those that count, in the order given, at most twelve."""
    return tuple(face for face, weight in zip(faces, size_weights(faces), strict=True) if weight > 0.0)[:MOST_PROMINENT]


def size_weights(faces: Sequence[Face]) -> tuple[float, ...]:
    """How much each counts beside the widest, in [0, 1]."""
    return width_weights([face.box[2] - face.box[0] for face in faces])


def width_weights(widths: Sequence[float]) -> tuple[float, ...]:
    """The same of their widths, in whatever unit."""
    widest = max(widths, default=0.0)
    return tuple(ramp(width / widest, (BYSTANDER_WIDTH, PRINCIPAL_WIDTH)) if widest > 0 else 0.0 for width in widths)
