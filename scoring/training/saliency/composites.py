"""A subject cut out of its photo and put onto another one: its mask is known, and its ground may be as sharp as itself."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

U8 = npt.NDArray[np.uint8]
F32 = npt.NDArray[np.float32]
Generator = np.random.Generator

IN_PLACE = 0.35
"""Share of the composites in which the subject stays where it was, and only the ground is another."""
SIZE = (0.25, 0.95)
"""Longer edge of a moved subject, as a share of the frame's shorter one."""
TONED = 0.6
"""The subject's mean colour moves up to so far towards that of its new ground: no cut-out must shine out by its white balance."""
FEATHER_PX = (0.6, 2.5)
"""How soft the cut is: neither scissors nor fog."""
TOUCHES = 0.02
"""Share of a side of the frame from which a subject is cut off there, and must be in its new place too."""


def composite(rgb: U8, mask: F32, ground: U8, generator: Generator) -> tuple[U8, F32]:
    """(h, w, 3) uint8 sRGB with its (h, w) float32 mask in [0, 1], and (h, w, 3) ground -> the picture and its mask, same sizes."""
    soft = np.asarray(cv2.GaussianBlur(mask, (0, 0), float(generator.uniform(*FEATHER_PX))), np.float32)
    toned = _toned(rgb, soft, ground, float(generator.uniform(0.0, TONED)))
    if generator.random() >= IN_PLACE:
        matrix = _placed(mask, generator)
        size = (ground.shape[1], ground.shape[0])
        toned = np.asarray(cv2.warpAffine(toned, matrix, size, flags=cv2.INTER_AREA), np.float32)
        soft, mask = (np.asarray(cv2.warpAffine(plane, matrix, size), np.float32) for plane in (soft, mask))
    over = soft[..., None]
    made = over * toned + (1.0 - over) * ground
    return np.rint(np.clip(made, 0.0, 255.0)).astype(np.uint8), mask


def _toned(rgb: U8, soft: F32, ground: U8, share: float) -> F32:
    """The picture with the subject's mean colour moved towards the ground's."""
    picture = rgb.astype(np.float32)
    own = (picture * soft[..., None]).sum(axis=(0, 1)) / max(float(soft.sum()), 1.0)
    return np.asarray(picture + share * (ground.mean(axis=(0, 1), dtype=np.float32) - own), np.float32)


def _placed(mask: F32, generator: Generator) -> npt.NDArray[np.float64]:
    """(2, 3): scales and shifts the subject to a place by chance; a side where it was cut off stays at the frame's side."""
    height, width = mask.shape
    x, y, across, down = cv2.boundingRect((mask > 0.5).astype(np.uint8))
    scale = float(generator.uniform(*SIZE)) * min(height, width) / max(across, down, 1)
    left = _start(generator, width - scale * across, mask[:, 0], mask[:, -1])
    top = _start(generator, height - scale * down, mask[0], mask[-1])
    return np.array([[scale, 0.0, left - scale * x], [0.0, scale, top - scale * y]])


def _start(generator: Generator, room: float, first_side: F32, last_side: F32) -> float:
    chance = float(generator.uniform(0.0, 1.0))
    if first_side.mean() > TOUCHES:
        return 0.0
    return room if last_side.mean() > TOUCHES else chance * room
