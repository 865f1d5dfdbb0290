"""Another view of a photo, as the next frame of a burst may be: framed a little otherwise, lit, blurred and encoded otherwise."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from scoring.training.exposure.re_expose import drawn_camera, re_exposed

U8 = npt.NDArray[np.uint8]
F32 = npt.NDArray[np.float32]

ROLL_SD_DEG = 1.5
"""Of a hand-held camera from frame to frame; a choice."""
LARGEST_ZOOM = 1.5
"""A crop of two thirds is still the same picture; less is another one. A choice."""
SHIFT_SHARE = 1.3
"""So much further than the zoom leaves room for may the frame move; what is not there is mirrored."""
EV_SD = 0.8
"""Two thirds of frames within that many stops: an exposure step, a cloud, a flash that fired late; a choice."""
CAST_SD = 0.06
"""Of each channel's gain, as a logarithm: automatic white balance from frame to frame; a choice."""
BLURRED_SHARE, BLUR_SIGMA_PX = 0.4, (0.4, 2.5)
"""Some frames are soft; sigma in a picture of 512 px. A choice."""


def another_view(rgb: U8, rng: np.random.Generator) -> U8:
    """(H, W, 3) uint8 sRGB -> one of the same shape."""
    view = _softened(_reframed(rgb, rng), rng)
    # Curve, noise and JPEG as a camera by chance would have made them.
    view = re_exposed(view, float(rng.normal(0.0, EV_SD)), drawn_camera(rng), rng)
    gains = np.exp(rng.normal(0.0, CAST_SD, 3))
    return np.asarray(np.clip(np.rint(view * gains), 0, 255), np.uint8)


def _reframed(rgb: U8, rng: np.random.Generator) -> U8:
    height, width = rgb.shape[:2]
    zoom = float(np.exp(rng.uniform(0.0, np.log(LARGEST_ZOOM))))
    room = SHIFT_SHARE * (1.0 - 1.0 / zoom) / 2.0
    centre = (width * (0.5 + rng.uniform(-room, room)), height * (0.5 + rng.uniform(-room, room)))
    turn = cv2.getRotationMatrix2D(centre, float(rng.normal(0.0, ROLL_SD_DEG)), zoom)
    turn[:, 2] += width / 2 - centre[0], height / 2 - centre[1]
    return np.asarray(cv2.warpAffine(rgb, turn, (width, height), borderMode=cv2.BORDER_REFLECT_101), np.uint8)


def _softened(rgb: U8, rng: np.random.Generator) -> U8:
    blurred, sigma_px = rng.random() < BLURRED_SHARE, rng.uniform(*BLUR_SIGMA_PX)
    return np.asarray(cv2.GaussianBlur(rgb, (0, 0), sigma_px), np.uint8) if blurred else rgb
