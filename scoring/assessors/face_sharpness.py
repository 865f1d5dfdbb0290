"""How sharp the eyes of a face are, on the scale of the photo's tiles, so that both can be compared."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from scoring.assessors.sharp_region import peak_sharpness
from scoring.assessors.tile_sharpness import (
    COARSE_FROM,
    EDGE_EQUALISER,
    LEAST_CONTRAST,
    NOISE_MARGIN,
    OCTAVE_CREDIT,
    tile_sharpness,
)
from scoring.detail import HIGH_PASS_SIZE_PX
from scoring.face import Face, Point
from scoring.face_geometry import eye_line, in_pixels
from scoring.frame import Frame

U8 = npt.NDArray[np.uint8]
F64 = npt.NDArray[np.float64]

REACH = 0.35
"""An eye with its lids and lashes reaches about a third of the way to the other one (a lid fissure is half of it wide)."""
SMALLEST_REACH_PX = 16
"""A patch of 32 px, the smallest tile of `scoring.detail`: two pixels in the coarsest octave."""


def eye_sharpness(frame: Frame, face: Face) -> float | None:
    """Sharpness of the sharper eye in [0, 1], a lone sharp edge gives 0.38; None where neither has edges to judge."""
    size_px = (frame.luma.shape[1], frame.luma.shape[0])
    reach_px = max(SMALLEST_REACH_PX, REACH * eye_line(face, size_px)[1])
    found = [_sharpness(_energies(frame, eye, reach_px), frame.detail.noise_energy) for eye in face.eyes]
    return max((value for value in found if value is not None), default=None)


def sharpest_elsewhere(frame: Frame) -> float:
    """Sharpness of the photo's sharpest tiles, in [0, 1]; 0 where none has edges to judge."""
    tiles = tile_sharpness(frame.detail)
    return peak_sharpness(tiles, tiles.judged)


def _energies(frame: Frame, eye: Point, reach_px: float) -> F64:
    """(OCTAVES,) mean square of the high pass around the eye, as `scoring.detail` measures it in a tile."""
    return np.array([_energy(level, eye, reach_px / 2**octave) for octave, level in enumerate(frame.luma_halvings)])


def _energy(level: U8, eye: Point, reach_px: float) -> float:
    height, width = level.shape
    x, y = in_pixels(eye, (width, height))
    top, left = max(0, int(y - reach_px)), max(0, int(x - reach_px))
    patch = level[top : max(0, int(np.ceil(y + reach_px))), left : max(0, int(np.ceil(x + reach_px)))]
    if not patch.size:
        return 0.0
    high_pass = cv2.absdiff(patch, cv2.GaussianBlur(patch, HIGH_PASS_SIZE_PX, 0))
    return float(cv2.norm(high_pass, cv2.NORM_L2SQR)) / high_pass.size


def _sharpness(energies: F64, noise: F64) -> float | None:
    """As `tile_sharpness` has it for a tile."""
    energy = np.maximum(energies - NOISE_MARGIN * noise, 0.0) * EDGE_EQUALISER
    if np.sqrt(energy[COARSE_FROM:].sum()) < LEAST_CONTRAST:
        return None
    return float(OCTAVE_CREDIT @ energy / energy.sum())
