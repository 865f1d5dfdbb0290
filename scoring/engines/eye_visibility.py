"""Whether eyes are seen well enough to ask if they are open: large, turned to us, clear, and not behind dark glass."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from scoring.engines.dark_glasses import behind_glass
from scoring.engines.ocec import eye_crop
from scoring.face import Face
from scoring.face_geometry import eye_line, in_pixels, is_too_small, is_turned_away

U8 = npt.NDArray[np.uint8]

MOST_APART = 0.25
"""How far the two looks may place an eye apart, in distances between the eyes. Of the faces of BIQ2021 whose open eyes looked
closed, most had theirs beside the eye; so placed, the two looks differ by 0.26 to 0.9."""
CLEAR_CROP = (0.8, 0.1)
"""Width and drop of the crop that is looked at, as in `ocec`."""
FINE_SIGMA = 1.5
"""Detail of a 24 x 40 crop finer than this Gaussian, in its pixels: lashes, the rim of a lid or of an iris."""
LEAST_DETAIL, LEAST_DETAIL_SHARE = 2.0, 0.09
"""Rms of that detail in code values, and as a share of the crop's own contrast. On BIQ2021 eyes in the dark have at most 1.5,
blurred ones a share of 0.06 to 0.08; those that we could tell open or closed ourselves have 2.3 and 0.09 or more."""


def eyes_are_seen(rgb: U8, face: Face, first: Face) -> bool:
    """Whether open and closed can be told apart; `first` is the same face as the first look saw it."""
    size_px = (rgb.shape[1], rgb.shape[0])
    if is_too_small(face, size_px) or is_turned_away(face, size_px):
        return False
    if apart(face, first, size_px) > MOST_APART or behind_glass(rgb, face):
        return False
    return any(is_clear(eye_crop(rgb, face, eye, *CLEAR_CROP)) for eye in (0, 1))


def apart(face: Face, first: Face, size_px: tuple[int, int]) -> float:
    """How far two looks place the eyes apart, the farther one, in distances between the eyes."""
    pairs = zip(face.eyes, first.eyes, strict=True)
    distances = [float(np.hypot(*(in_pixels(one, size_px) - in_pixels(other, size_px)))) for one, other in pairs]
    return max(distances) / max(eye_line(face, size_px)[1], 1e-6)


def is_clear(crop: U8) -> bool:
    """(24, 40) uint8 grey -> whether it holds fine detail, however little light there is."""
    grey = crop.astype(np.float32)
    detail = float(np.std(grey - cv2.GaussianBlur(grey, (0, 0), FINE_SIGMA)))
    return detail >= LEAST_DETAIL and detail >= LEAST_DETAIL_SHARE * float(np.std(grey))
