"""A photo at a glance: what is kept of it to compare it with others without opening it again."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from scoring.frame import Frame
from scoring.shrink import shrunk_to_long_edge

U8 = npt.NDArray[np.uint8]

GLANCE_LONG_EDGE_PX = 64
"""A choice: 3 kB a photo, in which a shift of a hundredth of the frame is still two thirds of a pixel."""
GLANCE_VERSION = 1
"""Another number whenever a glance of the same photo would be another one: those in the catalogue are then made anew."""
CODES_AN_OCTAVE = 8.0
"""Sharpness codes for a doubling of the detail's energy: 0.4 dB a code, 31 octaves in a byte."""


@dataclass(frozen=True, slots=True, eq=False)
class Glance:
    """The picture as grey levels and as sharpness.

    `grey`: (h, w) uint8 gamma-encoded luma (ITU-R BT.601), upright, long edge at most 64 px.
    `sharpness`: (rows, cols) uint8, about 12 blocks along the long edge: 8 codes for each doubling of the energy of the finest
    detail above the photo's noise; 0 where there is none.
    """

    grey: U8
    sharpness: U8


def glance_at(frame: Frame) -> Glance:
    """What is kept of `frame`."""
    grey = cv2.cvtColor(shrunk_to_long_edge(frame.thumbnail, GLANCE_LONG_EDGE_PX), cv2.COLOR_RGB2GRAY)
    return Glance(np.asarray(grey, np.uint8), sharpness_codes(frame))


def sharpness_codes(frame: Frame) -> U8:
    """(rows, cols) uint8, see `Glance`: of the two finest octaves, for the finest alone drowns in JPEG's rounding."""
    detail = frame.detail
    above_noise = np.maximum(detail.energy[:2] - detail.noise_energy[:2, None, None], 0.0).sum(axis=0)
    rows, cols = detail.block_range.shape
    tiles = above_noise.reshape(rows, above_noise.shape[0] // rows, cols, above_noise.shape[1] // cols)
    return np.asarray(np.clip(CODES_AN_OCTAVE * np.log2(1.0 + tiles.mean(axis=(1, 3))), 0, 255), np.uint8)
