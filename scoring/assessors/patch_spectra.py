"""Power of a photo's patches by octave and direction: what movement and defocus leave different marks on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

U8 = npt.NDArray[np.uint8]
F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
Places = npt.NDArray[np.intp]

PATCH_PX = 64
"""At native resolution and in each of three halvings, so that the widest patch (512 px) holds a movement of 40 px ten times."""
LEVELS = 4
WEDGES = 12
"""Directions of 15 degrees: the trace of a movement of 10 px and more is narrower than two of them."""
BANDS = ((0.25, 0.5), (0.125, 0.25))
"""In cycles per pixel: the finest octave, and the next. Native resolution gives both, every halving the second one anew."""


def octave_edges() -> F64:
    """(OCTAVES, 2) lowest and highest spatial frequency of each octave read, in cycles per native pixel, finest first."""
    finest = [np.array(BANDS[0]), np.array(BANDS[1])]
    return np.stack(finest + [np.array(BANDS[1]) / 2**level for level in range(1, LEVELS)])


def patch_spectra(levels: Sequence[U8], centres: F64) -> F64 | None:
    """Halvings of a luma and (N, 2) middles (y, x) in [0, 1] -> (N, octaves, WEDGES) mean power, in squared code values.

    A wedge holds the frequencies of one direction: wedge 0 those of upright edges, then clockwise on the screen. None for a
    picture smaller than a patch.
    """
    if min(levels[LEVELS - 1].shape) < PATCH_PX:
        return None
    parts = []
    for number, level in enumerate(levels[:LEVELS]):
        cells = FINEST_AND_NEXT if number == 0 else NEXT
        parts.append(_power(_patches(level, centres), cells).reshape(len(centres), -1, WEDGES))
    return np.asarray(np.concatenate(parts, axis=1), np.float64)


def most_contrasty(contrast: F64, among: Mask, count: int) -> Places:
    """(N, 2) row and column of the `count` tiles in `among` with the most contrast, none beside another."""
    inside = np.where(among, contrast, 0.0)
    peaks = np.where(inside >= cv2.dilate(inside, np.ones((3, 3), np.uint8)), inside, 0.0)
    order = np.argsort(-peaks, axis=None, kind="stable")[:count]
    order = order[peaks.ravel()[order] > 0.0]
    return np.column_stack(np.divmod(order, contrast.shape[1]))


def _patches(level: U8, centres: F64) -> F32:
    """(N, PATCH_PX, PATCH_PX) float32, each without its mean and faded out to its rim."""
    corners = np.rint(centres * level.shape - PATCH_PX / 2).astype(int)
    tops, lefts = np.clip(corners, 0, np.array(level.shape) - PATCH_PX).T
    windows = np.lib.stride_tricks.sliding_window_view(level, (PATCH_PX, PATCH_PX))
    patches = windows[tops, lefts].astype(np.float32)
    return np.asarray((patches - patches.mean(axis=(1, 2), keepdims=True)) * FADE, np.float32)


@dataclass(frozen=True)
class _Cells:
    """Which numbers of a packed spectrum are read, and the mean power of which band and wedge each is a part of.

    `places`: (n,) into the flat spectrum; `weights`: (n, bands * WEDGES).
    """

    places: Places
    weights: F32


def _power(patches: F32, cells: _Cells) -> F32:
    """(N, PATCH_PX, PATCH_PX) -> (N, bands * WEDGES) mean power."""
    spectra = np.empty_like(patches)
    for patch, spectrum in zip(patches, spectra, strict=True):
        # OpenCV packs real and imaginary parts beside each other.
        cv2.dft(patch, spectrum)
    read = spectra.reshape(len(patches), -1).take(cells.places, axis=1)
    return np.asarray((read * read) @ cells.weights, np.float32)


def _packed_frequencies() -> tuple[F64, F64]:
    """Spatial frequency across and down, in cycles per pixel, of every number in OpenCV's packed spectrum."""
    place = (np.arange(PATCH_PX) + 1) // 2
    across, down = np.meshgrid(place / PATCH_PX, np.fft.fftfreq(PATCH_PX))
    # The first and the last column hold whole spectra of their own, packed downwards.
    down[:, 0] = down[:, -1] = place / PATCH_PX
    return across, down


def _cells(bands: Sequence[tuple[float, float]]) -> _Cells:
    across, down = _packed_frequencies()
    radius, degrees = np.hypot(across, down), np.degrees(np.arctan2(down, across)) % 180.0
    wedge = np.floor(degrees / (180.0 / WEDGES) + 0.5).astype(int) % WEDGES
    cells = [(radius >= low) & (radius < high) & (wedge == k) for low, high in bands for k in range(WEDGES)]
    weights = np.stack([cell.ravel() / (cell.sum() * PATCH_PX**2) for cell in cells], axis=1).astype(np.float32)
    places = np.flatnonzero(weights.any(axis=1))
    return _Cells(places, weights[places])


FADE = np.outer(np.hanning(PATCH_PX + 1)[:-1], np.hanning(PATCH_PX + 1)[:-1]).astype(np.float32)
"""Hann's window: without it the rim of a patch is an edge of its own."""
FINEST_AND_NEXT, NEXT = _cells(BANDS), _cells(BANDS[1:])
