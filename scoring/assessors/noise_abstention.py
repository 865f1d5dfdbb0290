"""Why noise cannot be measured: too much of the frame is too dark, or too close to white."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from scoring.assessors.smooth_places import LUMA_KEPT
from scoring.frame import U8, extremes

HARDLY_ANY = 0.1
"""Share of the frame up to which the other end of the scale is not worth a word; a choice."""
MOSTLY_BLACK = 0.5
"""Share of the frame that is black in all channels, from which the rest is a lit part in the dark; a moon 0.96, a casino 0.8."""


def is_mostly_black(rgb: U8) -> bool:
    """(h, w, 3) uint8 sRGB, the photo seen small -> whether most of it is too dark in every channel to show noise."""
    brightest, _ = extremes(*cv2.split(rgb))
    return float((brightest < LUMA_KEPT[0]).mean()) >= MOSTLY_BLACK


def explain_abstention(rgb: U8) -> str:
    """(h, w, 3) uint8 sRGB, the photo seen small -> a sentence.

    A place shows noise only where green and one other colour are clear of both ends (`noise_patches`): in red or blue stage
    light it is lost although the frame is not black.
    """
    if is_mostly_black(rgb):
        return "Too much of the frame is black to judge noise."
    dark, white = _lost(rgb < LUMA_KEPT[0]), _lost(rgb > LUMA_KEPT[1])
    if white <= HARDLY_ANY:
        return "Too little of the frame is bright enough in all colours to measure noise."
    if dark <= HARDLY_ANY:
        return "Nearly all of the frame is too close to white to measure noise."
    return "Too little of the frame lies between nearly black and nearly white to measure noise."


def _lost(out: npt.NDArray[np.bool_]) -> float:
    """(h, w, 3) bool, the channels beyond one end -> share of the places that show no noise for it, in [0, 1]."""
    red, green, blue = out[..., 0], out[..., 1], out[..., 2]
    return float((green | (red & blue)).mean())
