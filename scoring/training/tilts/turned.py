"""What one photo teaches: its lines as it is, and turned by known angles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scoring.crops.lean_evidence import lean_evidence
from scoring.crops.upright_box import rendered, upright_box

U8 = npt.NDArray[np.uint8]
F32 = npt.NDArray[np.float32]

LARGEST_TURN_DEG = 9.0
"""A little more than is ever planted where tilts are measured (issue "Composition, crops and straightening")."""
RESHAPED, SHAPES = 0.5, (0.6, 0.95)
"""Half of the photos are cut to so much of their height first: the set's are squares, a camera's not."""


@dataclass(frozen=True)
class TurnedPhoto:
    """`evidence`: (copies, rows, leans) float32; `turned_deg`: (copies,) float32, the first 0: the photo as it is."""

    evidence: F32
    turned_deg: F32


def turned_photo(rgb: U8, copies: int, rng: np.random.Generator) -> TurnedPhoto:
    """(H, W, 3) uint8 sRGB -> the evidence of it and of `copies` turned ones."""
    rgb = _reshaped(rgb, rng)
    turned_deg = np.array([0.0, *rng.uniform(-LARGEST_TURN_DEG, LARGEST_TURN_DEG, copies)])
    rows = [lean_evidence(copy).rows for copy in _copies(rgb, turned_deg)]
    return TurnedPhoto(np.asarray(rows, np.float32), np.asarray(turned_deg, np.float32))


def _copies(rgb: U8, turned_deg: npt.NDArray[np.float64]) -> Iterator[U8]:
    """Each cut to the largest box inside, of the photo's shape, so that no border tells."""
    height, width = rgb.shape[:2]
    for turn in turned_deg.tolist():
        yield rendered(rgb, turn, upright_box((width, height), turn, width / height)) if turn else rgb


def _reshaped(rgb: U8, rng: np.random.Generator) -> U8:
    reshaped, share, place = rng.random() < RESHAPED, rng.uniform(*SHAPES), rng.random()
    if not reshaped:
        return rgb
    kept = max(1, int(len(rgb) * share))
    start = int(place * (len(rgb) - kept))
    return np.ascontiguousarray(rgb[start : start + kept])
