"""A glance made ready to be laid over another: its structure without its brightness."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TypeAlias

import cv2
import numpy as np
import numpy.typing as npt

F32: TypeAlias = npt.NDArray[np.float32]

LONG_EDGE_PX = 40
"""A fortieth of the frame is what hands tremble; at 64 px a comparison takes twice the time and tells no more apart."""
COARSE_LONG_EDGE_PX = 24
"""Where a shift is looked for first: a pixel is 4 % of the frame, which the fine search then narrows."""
FFT_PX = 48
"""Twice the coarse edge, so that no shift wraps around."""
ZOOMS = (1.0, 0.9, 0.81, 0.73)
"""Tried both ways, so that a lens zoomed to 1.4 is found; the fine search reaches the 5 % between two steps."""
NEIGHBOURHOOD = 0.05
"""Sigma of the neighbourhood, of the long edge: structure is what differs from it, in units of how much it differs there."""
FLAT_LEVELS = 3.0
"""Differences of so many grey levels or fewer are as much noise and JPEG as they are structure."""


class Outline:
    """What is compared of one glance; each part is made when it is first asked for."""

    def __init__(self, grey: npt.NDArray[np.uint8]) -> None:
        """`grey`: (h, w) uint8, upright."""
        self._picture = grey.astype(np.float32)

    @cached_property
    def fine(self) -> F32:
        """(h, w) float32 structure, long edge 40 px."""
        return structure(_shrunk(self._picture, LONG_EDGE_PX))

    @cached_property
    def coarse(self) -> F32:
        """(h, w) float32 structure, long edge 24 px."""
        return structure(_shrunk(self._picture, COARSE_LONG_EDGE_PX))

    @cached_property
    def slopes(self) -> tuple[F32, F32]:
        """(4, h * w) float32: how `fine` changes by zoom, turn, shift right and shift down; (4, 4) inverse of its square."""
        height, width = self.fine.shape
        rows, cols = _from_centre(height, width)
        along_x = cv2.Sobel(self.fine, cv2.CV_32F, 1, 0, scale=1 / 8)
        along_y = cv2.Sobel(self.fine, cv2.CV_32F, 0, 1, scale=1 / 8)
        changes = np.empty((4, height, width), np.float32)
        changes[0], changes[1] = along_x * cols + along_y * rows, along_y * cols - along_x * rows
        changes[2], changes[3] = along_x, along_y
        slopes = changes.reshape(4, -1)
        square = slopes @ slopes.T + RIDGE * np.diag([height * width / 4] * 2 + [1.0, 1.0])
        return slopes, np.linalg.inv(square).astype(np.float32)

    @cached_property
    def sizes_px(self) -> tuple[tuple[int, int], ...]:
        """(height, width) of the copies behind `spectra`."""
        return tuple((small.shape[0], small.shape[1]) for small in self._coarse_copies)

    @cached_property
    def spectra(self) -> npt.NDArray[np.complex128]:
        """(zooms, 48, 25) of small copies, each of mean square 1."""
        return np.fft.rfft2(np.stack([_framed(small) for small in self._coarse_copies]))

    @cached_property
    def _coarse_copies(self) -> list[F32]:
        return [structure(_shrunk(self._picture, COARSE_LONG_EDGE_PX * zoom)) for zoom in ZOOMS]


RIDGE = 1e-2
"""Keeps the fine search still where a picture has no structure to say how it is turned."""


def structure(picture: F32) -> F32:
    """What differs from the neighbourhood, in units of how much it differs there: nearly blind to exposure."""
    sigma_px = max(0.8, NEIGHBOURHOOD * max(picture.shape))
    detail = picture - cv2.GaussianBlur(picture, (0, 0), sigma_px, borderType=cv2.BORDER_REFLECT)
    power = cv2.GaussianBlur(detail * detail, (0, 0), 2 * sigma_px, borderType=cv2.BORDER_REFLECT)
    return np.asarray(detail / np.sqrt(power + FLAT_LEVELS**2), np.float32)


@lru_cache(maxsize=64)
def _from_centre(height: int, width: int) -> tuple[F32, F32]:
    rows, cols = np.mgrid[0:height, 0:width].astype(np.float32)
    return rows - (height - 1) / 2, cols - (width - 1) / 2


def _shrunk(picture: F32, long_edge_px: float) -> F32:
    share = long_edge_px / max(picture.shape)
    size = (max(4, round(picture.shape[1] * share)), max(4, round(picture.shape[0] * share)))
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.float32)


def _framed(small: F32) -> F32:
    """In the corner of a black square, at mean square 1."""
    square = np.zeros((FFT_PX, FFT_PX), np.float32)
    square[: small.shape[0], : small.shape[1]] = small / np.sqrt(np.mean(small * small) + 1e-6)
    return square
