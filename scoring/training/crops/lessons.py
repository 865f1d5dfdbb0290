"""What one photo teaches: it is better than worse crops of it, and better than itself with more round it."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from index.photo.record import ExifFacts
from scoring.crops.features import crop_features
from scoring.crops.scene import scene_of
from scoring.frame import Frame
from scoring.training.crops.canvases import on_canvas
from scoring.training.crops.worse_crops import half_hearted, inside, worse_crops

U8 = npt.NDArray[np.uint8]
F32 = npt.NDArray[np.float32]

WHOLE = np.array([[0.0, 0.0, 1.0, 1.0]])
RESHAPED, SHAPES = 0.6, (0.6, 0.95)
"""Six photos of ten are cut to another shape first, to so much of their height or width: the set's are squares, a camera's not."""
TALL = 0.3
"""Of these, that become taller and not wider."""
WORSE, WORSE_ON_CANVAS, PARTS = 6, 3, 3
"""Crops of each kind of the photo, and of the photo on a canvas."""


@dataclass(frozen=True)
class Lesson:
    """(N, features) float32 of the `better` and the `worse` crop of N pairs.

    `photo`, `found`: (canvases, features), of the photo by itself and of the same on a canvas: they should be worth the same.
    """

    better: F32
    worse: F32
    photo: F32
    found: F32


def lesson_of(rgb: U8, canvases: int, rng: np.random.Generator) -> Lesson:
    """(H, W, 3) uint8 sRGB -> its pairs."""
    rgb = _reshaped(rgb, rng)
    scene = scene_of(frame_of(rgb))
    alone = crop_features(scene, np.concatenate([WHOLE, worse_crops(scene.subject, WORSE, rng)]))
    better, worse, found = [np.repeat(alone[:1], len(alone) - 1, axis=0)], [alone[1:]], []
    for _ in range(canvases):
        canvas, inner = on_canvas(rgb, rng)
        crops = inside(inner, worse_crops(scene.subject, WORSE_ON_CANVAS, rng))
        boxes = np.concatenate([[inner], WHOLE, half_hearted(inner, PARTS, rng), crops])
        measured = crop_features(scene_of(frame_of(canvas)), boxes)
        better.append(np.repeat(measured[:1], len(measured) - 1, axis=0))
        worse.append(measured[1:])
        found.append(measured[0])
    photo = np.repeat(alone[:1], canvases, axis=0)
    return Lesson(
        *(np.asarray(part, np.float32) for part in (np.concatenate(better), np.concatenate(worse), photo, found))
    )


def frame_of(rgb: U8) -> Frame:
    """A picture without a camera's facts."""
    return Frame(rgb, (rgb.shape[1], rgb.shape[0]), ExifFacts())


def _reshaped(rgb: U8, rng: np.random.Generator) -> U8:
    if rng.random() >= RESHAPED:
        return rgb
    share, place, tall = rng.uniform(*SHAPES), rng.random(), rng.random() < TALL
    turned = cv2.transpose(rgb) if tall else rgb
    kept = max(1, int(len(turned) * share))
    start = int(place * (len(turned) - kept))
    cut = turned[start : start + kept]
    return np.ascontiguousarray(cv2.transpose(cut) if tall else cut, np.uint8)
