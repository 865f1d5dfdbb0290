"""Whether glasses, or shadow, hide the eyes of a face: they are dark, or another colour than the skin around them."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from scoring.engines.upright_crop import Piece, cut
from scoring.face import Face
from scoring.face_geometry import eye_line, in_pixels

U8 = npt.NDArray[np.uint8]
F64 = npt.NDArray[np.float64]

DARKEST = 0.5
"""Brightness of the eyes over that of the cheeks (code values, medians) under which both lie in shadow or behind dark glasses.
Six of eight pairs of sunglasses on BIQ2021 lie below, and no closed eye (0.55 and more)."""
ONE_DARKEST = 0.2
"""One eye alone so dark is behind glass or black; of 178 other faces none is under 0.3."""
DIM, DIM_LID = 0.58, 0.65
"""Eyes that are nearly so dark, with the skin below them dark as well: an eye is dark, a lens is dark all over. With reflections
in them, two pairs of dark glasses are at 0.54 and 0.62 at most; closed eyes and eyes in shade stay above one of the two limits."""
OTHER_COLOUR = 14.0
"""CIELAB distance in a* and b* of the skin below both eyes from that of the cheeks: of 179 faces only four reach it, two in
reflecting glasses, one blurred behind glasses, one in coloured light."""
BELOW_EYE = 0.24
"""Where that skin is looked for, in distances between the eyes: below the lower lid, within a lens."""
CHEEK_SHARE = 0.55
"""A cheek lies this far from the eye to the corner of the mouth."""
EYE_PATCH, BELOW_PATCH, CHEEK_PATCH = 0.44, 0.16, 0.24
"""Edges of the patches, in distances between the eyes."""
PATCH_SIZE = (16, 16)


@dataclass(frozen=True, slots=True)
class EyeGround:
    """Of one eye: brightness of it, and of the skin below it, over the cheek's; CIELAB distance in a* and b* of the latter two."""

    eye: float
    below: float
    colour_apart: float


def behind_glass(rgb: U8, face: Face) -> bool:
    """(H, W, 3) uint8 sRGB and a face in it -> whether its eyes lie in shadow or behind dark or reflecting glasses."""
    sides = eye_grounds(rgb, face)
    brightest = max(side.eye for side in sides)
    if brightest < DARKEST or min(side.eye for side in sides) < ONE_DARKEST:
        return True
    if brightest < DIM and max(side.below for side in sides) < DIM_LID:
        return True
    return min(side.colour_apart for side in sides) >= OTHER_COLOUR


def eye_grounds(rgb: U8, face: Face) -> tuple[EyeGround, EyeGround]:
    """What the right and the left eye lie in."""
    size_px = (rgb.shape[1], rgb.shape[0])
    along, distance = eye_line(face, size_px)

    def median_of(centre: F64, edge: float) -> tuple[float, F64]:
        return _median(cut(rgb, Piece(centre, along, edge * distance, PATCH_SIZE)))

    sides = []
    for eye_point, corner in zip(face.eyes, face.mouth, strict=True):
        eye, mouth = in_pixels(eye_point, size_px), in_pixels(corner, size_px)
        down = (mouth - eye) / max(float(np.hypot(*(mouth - eye))), 1e-6)
        cheek, cheek_ab = median_of(eye + CHEEK_SHARE * (mouth - eye), CHEEK_PATCH)
        below, below_ab = median_of(eye + BELOW_EYE * distance * down, BELOW_PATCH)
        seen, _ = median_of(eye, EYE_PATCH)
        apart = float(np.hypot(*(below_ab - cheek_ab)))
        sides.append(EyeGround(seen / max(cheek, 1.0), below / max(cheek, 1.0), apart))
    return sides[0], sides[1]


def _median(patch: U8) -> tuple[float, F64]:
    """(h, w, 3) uint8 -> median code value of its grey, and (2,) medians of CIELAB a*, b*."""
    lab = cv2.cvtColor((patch / 255.0).astype(np.float32), cv2.COLOR_RGB2LAB)
    grey = float(np.median(cv2.cvtColor(patch, cv2.COLOR_RGB2GRAY)))
    return grey, np.median(lab.reshape(-1, 3)[:, 1:], axis=0).astype(np.float64)
