"""A glance made ready to be laid over another: its structure without its brightness, small and at its own size."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import cv2
import numpy as np
import numpy.typing as npt

F32: TypeAlias = npt.NDArray[np.float32]

COARSE_LONG_EDGE_PX = 24
"""Where a shift is looked for first: a pixel is 4 % of the frame, which the fine search then halves several times."""
FFT_PX = 48
"""Twice the coarse edge, so that no shift wraps around."""
ZOOMS = (1.0, 0.9, 0.81, 0.73)
"""Tried both ways, so that a lens zoomed to 1.4 is found; the fine search reaches the 5 % between two steps."""
NEIGHBOURHOOD_PX = 3.0
"""Sigma of the neighbourhood, in pixels of the 64: structure is what differs from it, in units of how much it differs there."""
FLAT_LEVELS = 3.0
"""Differences of so many grey levels or fewer are as much noise and JPEG as they are structure."""


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """`fine`: (h, w) float32, about zero mean, at most a few units, long edge 64 px.
    `slopes`: (h, w, 2) float32 of `fine` along x and y. `spectra`: (zooms, 48, 25) complex64 of its small copies.
    `sizes_px`: (zooms, 2) (height, width) of those copies. `light`: (h, w) float32 linear light in [0, 1] of the glance.
    """

    fine: F32
    slopes: F32
    spectra: npt.NDArray[np.complex64]
    sizes_px: tuple[tuple[int, int], ...]


def outline_of(grey: npt.NDArray[np.uint8]) -> Outline:
    """(h, w) uint8 -> its outline."""
    picture = grey.astype(np.float32)
    fine = structure(picture, NEIGHBOURHOOD_PX)
    slopes = np.stack([cv2.Sobel(fine, cv2.CV_32F, *axis, scale=1 / 8) for axis in ((1, 0), (0, 1))], axis=2)
    coarse = [_shrunk(picture, zoom) for zoom in ZOOMS]
    spectra = np.stack([_spectrum(structure(small, NEIGHBOURHOOD_PX * COARSE_LONG_EDGE_PX / 40)) for small in coarse])
    return Outline(fine, slopes, spectra, tuple((small.shape[0], small.shape[1]) for small in coarse))


def structure(picture: F32, sigma_px: float) -> F32:
    """What differs from the neighbourhood, in units of how much it differs there: nearly blind to exposure."""
    detail = picture - cv2.GaussianBlur(picture, (0, 0), sigma_px, borderType=cv2.BORDER_REFLECT)
    power = cv2.GaussianBlur(detail * detail, (0, 0), 2 * sigma_px, borderType=cv2.BORDER_REFLECT)
    return np.asarray(detail / np.sqrt(power + FLAT_LEVELS**2), np.float32)


def _shrunk(picture: F32, zoom: float) -> F32:
    share = COARSE_LONG_EDGE_PX * zoom / max(picture.shape)
    size = (max(4, round(picture.shape[1] * share)), max(4, round(picture.shape[0] * share)))
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.float32)


def _spectrum(small: F32) -> npt.NDArray[np.complex64]:
    unit = small / np.sqrt(np.mean(small * small) + 1e-6)
    return np.fft.rfft2(unit, (FFT_PX, FFT_PX)).astype(np.complex64)
