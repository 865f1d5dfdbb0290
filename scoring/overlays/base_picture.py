"""The photo as the ground of an overlay: at the size it is shown, in colour, in grey, or as its fine relief alone."""

from __future__ import annotations

from typing import TypeVar

import cv2
import numpy as np
import numpy.typing as npt

from scoring.frame import F32, U8, Frame
from scoring.overlays.marks import Box
from scoring.shrink import shrunk_to_long_edge

Value = TypeVar("Value", bound=np.generic)

LARGEST_ENLARGEMENT = 16
"""A 32 px icon fills a third of a laptop's width; one pixel stays a small square rather than a wall."""
RELIEF_SIGMA = 0.02
"""Structure finer than 2 % of the long edge tells things apart; broader shading would change the colours of a map."""
RELIEF_GAIN, RELIEF_REACH = 0.5, 26.0
"""Half of the photo's own fine contrast, at most 26 code values either way: a tenth of the range."""


def photo_at(frame: Frame, long_edge_px: int) -> U8:
    """(h, w, 3) uint8 sRGB copy of the photo with a long edge of at most `long_edge_px`; small ones grow by whole pixels."""
    small = shrunk_to_long_edge(frame.rgb, long_edge_px)
    times = min(LARGEST_ENLARGEMENT, max(1, long_edge_px // max(small.shape[:2])))
    return (
        np.ascontiguousarray(np.repeat(np.repeat(small, times, axis=0), times, axis=1)) if times > 1 else small.copy()
    )


def grey(photo: U8, darkest: int = 0, brightest: int = 255) -> U8:
    """(h, w, 3) uint8 -> the same in neutral grey, squeezed between two code values."""
    luma = cv2.cvtColor(photo, cv2.COLOR_RGB2GRAY).astype(np.float32)
    squeezed = np.rint(darkest + luma * ((brightest - darkest) / 255.0)).astype(np.uint8)
    return np.asarray(cv2.cvtColor(squeezed, cv2.COLOR_GRAY2RGB), np.uint8)


def with_relief(colours: U8, photo: U8) -> U8:
    """Flat `colours` (h, w, 3) with the photo's fine structure on top; the mean colour of an area stays what it was."""
    luma = cv2.cvtColor(photo, cv2.COLOR_RGB2GRAY).astype(np.float32)
    sigma = max(1.0, RELIEF_SIGMA * max(luma.shape))
    fine = np.clip(RELIEF_GAIN * (luma - cv2.GaussianBlur(luma, (0, 0), sigma)), -RELIEF_REACH, RELIEF_REACH)
    return np.asarray(np.clip(np.rint(colours + fine[..., None]), 0, 255), np.uint8)


def spread(plane: npt.NDArray[Value], picture: U8) -> npt.NDArray[Value]:
    """(h, w) of anything -> the size of `picture`, every value a sharp tile."""
    rows, cols = (np.arange(length) for length in picture.shape[:2])
    return np.asarray(plane[rows[:, None] * plane.shape[0] // len(rows), cols[None] * plane.shape[1] // len(cols)])


def smoothly_spread(plane: F32, picture: U8) -> F32:
    """(h, w) float32 -> the size of `picture`, bilinear."""
    size = (picture.shape[1], picture.shape[0])
    return np.asarray(cv2.resize(plane, size, interpolation=cv2.INTER_LINEAR), np.float32)


def box_in(picture: U8, box_px: object, size_px: tuple[int, int]) -> Box | None:
    """A box of evidence, [x0, y0, x1, y1] in the full-size picture, in pixels of `picture`; None if it is none.

    A point [x, y] becomes a box without extent.
    """
    if not isinstance(box_px, (list, tuple)) or len(box_px) not in (2, 4):
        return None
    x0, y0, x1, y1 = (float(number) for number in (*box_px, *box_px)[:4])
    across, down = picture.shape[1] / size_px[0], picture.shape[0] / size_px[1]
    return (x0 * across, y0 * down, x1 * across, y1 * down)
