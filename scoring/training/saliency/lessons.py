"""What the network sees in one step: photos whose subject is known, small, and mostly without the blur that told it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from scoring.models.saliency_network import STRIDE
from scoring.training.exposure.re_expose import drawn_camera, re_exposed
from scoring.training.saliency.composites import composite
from scoring.training.saliency.plain_things import plain_things
from scoring.training.saliency.recipe import Lessons

U8 = npt.NDArray[np.uint8]
F32 = npt.NDArray[np.float32]
Generator = np.random.Generator

SHAPES = ((160, 160), (128, 192), (192, 128), (144, 192), (192, 144), (112, 224))
"""Heights and widths of the network's inputs: the shapes of photos, of about as many pixels (`network_input.area`)."""
LEAST_SEEN = 0.6
"""Least part of a photo's edge that is seen."""
LEAST_KEPT, MOST_FILLED, TRIES = 0.6, 0.6, 4
"""A cut-out of the photo keeps so much of the subject, and holds more than it alone; after so many tries any will do."""
LEAST_GROUND = 0.2
"""Ground beside the subject that is narrower than this share of the frame shows nothing."""
BLUR_PX = (0.4, 2.5)
"""Sigma, in pixels of the input: from a hardly missed focus to one where no ground is blurrier than the subject."""
STEP_EV = 1.2
"""Photos are re-exposed by up to so much: a subject stays one in a darker print."""
GREY_SHARE = 0.07
"""Black-and-white photos are rarer than colour and must not surprise."""


@dataclass(frozen=True)
class Album:
    """`subjects`: (S, S, 3) uint8 sRGB and (S, S) uint8 0 or 1 each; `grounds`: (S, S, 3) photos of anything else."""

    subjects: Sequence[tuple[U8, U8]]
    grounds: Sequence[U8]


def drawn_lessons(album: Album, plan: Lessons, photos: int, seed: tuple[int, ...]) -> tuple[U8, F32]:
    """(photos, H, W, 3) uint8 sRGB and (photos, H/4, W/4) float32 share of each place that the subject covers."""
    generator = np.random.default_rng(seed)
    shape = SHAPES[int(generator.integers(len(SHAPES)))]
    drawn = [_lesson(album, plan, shape, generator) for _ in range(photos)]
    return np.stack([picture for picture, _ in drawn]), np.stack([mask for _, mask in drawn])


def _lesson(album: Album, plan: Lessons, shape: tuple[int, int], generator: Generator) -> tuple[U8, F32]:
    picture, truth = _scene(album, plan, shape, generator)
    if generator.random() < plan.blurred_share:
        picture = np.asarray(cv2.GaussianBlur(picture, (0, 0), float(generator.uniform(*BLUR_PX))), np.uint8)
    picture = re_exposed(picture, float(generator.uniform(-STEP_EV, STEP_EV)), drawn_camera(generator), generator)
    if generator.random() < GREY_SHARE:
        picture = np.repeat(np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY))[..., None], 3, axis=2)
    small = cv2.resize(truth, (shape[1] // STRIDE, shape[0] // STRIDE), interpolation=cv2.INTER_AREA)
    return np.ascontiguousarray(picture, np.uint8), np.asarray(small, np.float32)


def _scene(album: Album, plan: Lessons, shape: tuple[int, int], generator: Generator) -> tuple[U8, F32]:
    """A picture of `shape` and its mask, of a kind by chance: ground alone, plain things, a subject on another ground, or as
    photographed."""
    rgb, mask = album.subjects[int(generator.integers(len(album.subjects)))]
    other = album.grounds[int(generator.integers(len(album.grounds)))]
    kind = generator.random()
    if kind < plan.empty_share:
        return _ground_alone(rgb, mask, shape, generator)
    ground, _ = _cut(other, np.zeros(other.shape[:2], np.uint8), shape, generator)
    if kind < plan.empty_share + plan.plain_share:
        return plain_things(ground, generator)
    picture, truth = _cut(rgb, mask, shape, generator)
    if kind < plan.empty_share + plan.plain_share + plan.composite_share:
        return composite(picture, truth, ground, generator)
    return picture, truth


def _cut(rgb: U8, mask: U8, shape: tuple[int, int], generator: Generator) -> tuple[U8, F32]:
    """A part of the photo as wide and high as `shape` asks, mirrored half of the times, and the mask there."""
    area = int(mask.sum())
    for _ in range(TRIES):
        part, truth = _window(rgb, mask, shape, generator)
        if area == 0 or (truth.sum() >= LEAST_KEPT * area and truth.mean() <= MOST_FILLED):
            break
    if generator.random() < 0.5:
        part, truth = part[:, ::-1], truth[:, ::-1]
    size = (shape[1], shape[0])
    picture = cv2.resize(np.ascontiguousarray(part), size, interpolation=cv2.INTER_AREA)
    seen = cv2.resize(np.ascontiguousarray(truth, np.float32), size, interpolation=cv2.INTER_AREA)
    return np.asarray(picture, np.uint8), np.asarray(seen, np.float32)


def _window(rgb: U8, mask: U8, shape: tuple[int, int], generator: Generator) -> tuple[U8, U8]:
    side = len(rgb)
    scale = generator.uniform(LEAST_SEEN, 1.0) * side / max(shape)
    height, width = (round(edge * scale) for edge in shape)
    top, left = int(generator.integers(side - height + 1)), int(generator.integers(side - width + 1))
    return rgb[top : top + height, left : left + width], mask[top : top + height, left : left + width]


def _ground_alone(rgb: U8, mask: U8, shape: tuple[int, int], generator: Generator) -> tuple[U8, F32]:
    """The widest ground beside the subject, where there is nothing to point at; the photo itself where there is none."""
    x, y, width, height = cv2.boundingRect(mask)
    side = len(rgb)
    beside = ((0, side, 0, x), (0, side, x + width, side), (0, y, 0, side), (y + height, side, 0, side))
    top, bottom, left, right = max(beside, key=lambda box: (box[1] - box[0]) * (box[3] - box[2]))
    if min(bottom - top, right - left) < LEAST_GROUND * side:
        return _cut(rgb, mask, shape, generator)
    ground = np.ascontiguousarray(rgb[top:bottom, left:right])
    picture = cv2.resize(ground, (shape[1], shape[0]), interpolation=cv2.INTER_AREA)
    return np.asarray(picture, np.uint8), np.zeros(shape, np.float32)
