"""Where one picture lies in another, to a twenty-fourth of the frame: the best of many shifts, tried on small copies."""

from __future__ import annotations

from functools import lru_cache

import cv2
import numpy as np
import numpy.typing as npt

from scoring.groups.outline import F32, FFT_PX, ZOOMS, Outline

MIDDLE_SHARE = 0.6
"""The middle of the second frame is looked for in the first: it may have moved by a fifth of the frame any way."""
STAYS_AGREEMENT, STAYS_PX = 0.75, 2.0
"""Of 24: a panorama's frames step by 3 and more, and agree elsewhere."""
LEAST_OVERLAP = 0.3
"""Of the smaller frame: a panorama's frames overlap by 40 % and more; less is a coincidence of few pixels."""
TRIED = [(0, step) for step in range(len(ZOOMS))] + [(step, 0) for step in range(1, len(ZOOMS))]
"""Which small copy of the first is laid on which of the second."""


def rough_shift(first: Outline, second: Outline) -> npt.NDArray[np.float64]:
    """(2, 3) from fine pixels of the second to fine pixels of the first: the best shift by up to a fifth of the frame."""
    shift, _ = small_shift(first, second)
    return _matrix(first, second, (first.coarse.shape, second.coarse.shape), shift)


def stays(first: Outline, second: Outline) -> bool:
    """Whether the camera plainly hardly moved: cheap to see."""
    (right, down), agreement = small_shift(first, second)
    return agreement >= STAYS_AGREEMENT and max(abs(right), abs(down)) <= STAYS_PX


def small_shift(first: Outline, second: Outline) -> tuple[tuple[float, float], float]:
    """(right, down) in coarse pixels, and how well the second's middle agrees with the first there, -1..1."""
    height, width = second.coarse.shape
    top, left = round(height * (1 - MIDDLE_SHARE) / 2), round(width * (1 - MIDDLE_SHARE) / 2)
    middle = second.coarse[top : height - top, left : width - left]
    if middle.shape[0] > first.coarse.shape[0] or middle.shape[1] > first.coarse.shape[1]:
        return (0.0, 0.0), 0.0
    found = cv2.matchTemplate(first.coarse, middle, cv2.TM_CCORR_NORMED)
    down, right = divmod(int(found.argmax()), found.shape[1])
    return (float(right - left), float(down - top)), float(found[down, right])


def rough_shift_and_zoom(first: Outline, second: Outline) -> npt.NDArray[np.float64]:
    """As `rough_shift`: the best of all shifts that leave an overlap, and of all zooms."""
    one, other = zip(*TRIED, strict=True)
    products = np.fft.irfft2(first.spectra[list(one)] * np.conj(second.spectra[list(other)]), (FFT_PX, FFT_PX))
    trust = np.stack([_trust(first.sizes_px[a], second.sizes_px[b]) for a, b in TRIED])
    best, down, right = np.unravel_index(int((products * trust).argmax()), products.shape)
    sizes = first.sizes_px[one[best]], second.sizes_px[other[best]]
    return _matrix(first, second, sizes, (_signed(int(right)), _signed(int(down))))


def rough_sweep(first: Outline, second: Outline) -> npt.NDArray[np.float64]:
    """As `rough_shift`: the best of all shifts that leave an overlap, at one zoom."""
    product = np.fft.irfft2(first.spectra[0] * np.conj(second.spectra[0]), (FFT_PX, FFT_PX))
    trusted = product * _trust(first.sizes_px[0], second.sizes_px[0])
    down, right = np.unravel_index(int(trusted.argmax()), trusted.shape)
    return _matrix(first, second, (first.sizes_px[0], second.sizes_px[0]), (_signed(int(right)), _signed(int(down))))


def _signed(step: int) -> float:
    return float(step - FFT_PX if step > FFT_PX // 2 else step)


@lru_cache(maxsize=512)
def _trust(size: tuple[int, int], other: tuple[int, int]) -> F32:
    """(48, 48) what a sum of products is worth at each shift: 0 where too little overlaps; a mean, and less of fewer pixels."""
    rows, cols = (_overlaps(size[axis], other[axis]) for axis in (0, 1))
    pixels = rows[:, None] * cols[None, :]
    share = pixels / min(size[0] * size[1], other[0] * other[1])
    return np.asarray(np.where(share >= LEAST_OVERLAP, np.sqrt(share) / np.maximum(pixels, 1.0), 0.0), np.float32)


def _overlaps(length: int, other: int) -> F32:
    """(48,) pixels that two lines share at each shift of the other."""
    shift = np.arange(FFT_PX)
    shift = np.where(shift > FFT_PX // 2, shift - FFT_PX, shift)
    shared: F32 = np.maximum(np.minimum(length, other + shift) - np.maximum(0, shift), 0).astype(np.float32)
    return shared


def _matrix(
    first: Outline,
    second: Outline,
    sizes_px: tuple[tuple[int, ...], tuple[int, ...]],
    shift_px: tuple[float, float],
) -> npt.NDArray[np.float64]:
    """What was found between two small copies, in fine pixels."""
    growth, growth_of_second = max(first.fine.shape) / max(sizes_px[0]), max(second.fine.shape) / max(sizes_px[1])
    scale = growth / growth_of_second
    # A small pixel p lies at growth * (p + .5) - .5 of the fine ones.
    right, down = (growth * shift + (scale - 1) / 2 for shift in shift_px)
    return np.array([[scale, 0.0, right], [0.0, scale, down]])
