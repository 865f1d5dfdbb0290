"""Where a photo is smoothest at each brightness: the places that show its noise and little else."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from scoring.frame import U8

I64 = npt.NDArray[np.int64]

PLACE_PX = 16
"""Side of a place at full size: two JPEG blocks; four pixels of a quarter-size luma, one of a sixteenth."""
LUMA_KEPT = (16, 235)
"""Code values between which noise is not cut off by clipping (the head and foot room of ITU-R BT.601)."""
TONES = 7
"""Bins of brightness, each under a stop at mid-grey: noise differs between shadow and light."""
PLACES_PER_TONE = 32
"""At most; 224 in all. On 56 crops of camera photos noise of 4 codes was told from texture
with an AUC of .99 by 32 a tone and of .97 by 128."""
CURVATURE_STEPS = 8.0
"""Curvature is averaged in eighths of a code and cut off at 32 codes. The smoothest twentieth of the places has 0.6 to 2.1 codes
in 15 of the 16 camera photos, the smoothest quarter at most 7.9."""


def smooth_places(luma_halvings: tuple[U8, ...]) -> tuple[I64, I64]:
    """`Frame.luma_halvings` -> rows and columns, in full-size pixels, of the places' upper left corners.

    Smooth is what hardly curves at a quarter of the size: noise is down to a tenth there, so that the choice hardly
    depends on it, and even shading is no obstacle. No place comes twice.
    """
    whole, _, quarter, _, sixteenth = luma_halvings
    side = PLACE_PX // 4
    rows, columns = whole.shape[0] // PLACE_PX, whole.shape[1] // PLACE_PX
    if not (rows and columns):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    curving = cv2.Laplacian(quarter[: rows * side, : columns * side], cv2.CV_16S)
    steps = cv2.convertScaleAbs(curving, alpha=CURVATURE_STEPS)
    activity = np.asarray(cv2.resize(steps, (columns, rows), interpolation=cv2.INTER_AREA), np.uint8).ravel()
    tone = TONE_OF_CODE[sixteenth[:rows, :columns]].ravel()
    picked = np.concatenate([_smoothest(activity, tone == one) for one in range(TONES)])
    return PLACE_PX * (picked // columns), PLACE_PX * (picked % columns)


def _smoothest(activity: U8, among: npt.NDArray[np.bool_]) -> I64:
    inside = np.flatnonzero(among)
    if len(inside) > PLACES_PER_TONE:
        inside = inside[np.argpartition(activity[inside], PLACES_PER_TONE)[:PLACES_PER_TONE]]
    return np.asarray(inside, np.int64)


def _tone_of_code() -> U8:
    edges = np.linspace(*LUMA_KEPT, TONES + 1)
    return (np.searchsorted(edges, np.arange(256), side="right") - 1).astype(np.uint8)


TONE_OF_CODE = _tone_of_code()
"""(256,) uint8: the bin of each code value; 255 and 7 where it is too dark or too bright."""
