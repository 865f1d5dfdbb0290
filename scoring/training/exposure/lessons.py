"""What the network sees in one step: scenes, each at two exposures, and the EV of every region."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import cv2
import numpy as np
import numpy.typing as npt

from scoring.models.exposure_map import STRIDE
from scoring.training.exposure.ev_fields import drawn_field
from scoring.training.exposure.re_expose import drawn_camera, re_exposed
from scoring.training.exposure.recipe import Lessons
from scoring.training.pictures import Pictures

U8 = npt.NDArray[np.uint8]
F32 = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Pixels = TypeVar("Pixels", U8, F32)

SHAPES = ((160, 160), (128, 192), (192, 128), (144, 192), (192, 144), (112, 224))
"""Heights and widths of the network's inputs: the shapes of photos, of about as many pixels (`network_input.area`)."""
LEAST_SEEN = 0.7
"""Least part of a photo's edge that is seen, that scenes vary."""
GREY_SHARE = 0.05
"""Black-and-white photos are rarer than colour and must not surprise."""


@dataclass(frozen=True)
class Album:
    """The photos to learn from: squares of one size, and which of them are well exposed, or just liked."""

    pictures: Pictures
    """(S, S, 3) uint8 sRGB by number; those that do not fit into memory are read again each time."""
    well_exposed: Ints
    """Rows whose tones are in the middle: everything may be done to them."""
    liked: Ints
    """Rows of any tones that people liked: shown as they are."""


def drawn_lessons(album: Album, plan: Lessons, photos: int, seed: tuple[int, ...]) -> tuple[U8, F32]:
    """(2 x photos, H, W, 3) uint8 sRGB, scene by scene in twos, and (2 x photos, H/4, W/4) float32 EV."""
    generator = np.random.default_rng(seed)
    shape = SHAPES[int(generator.integers(len(SHAPES)))]
    pairs = [_pair(album, plan, shape, generator) for _ in range(photos)]
    return np.concatenate([pictures for pictures, _ in pairs]), np.concatenate([ev for _, ev in pairs])


def _pair(album: Album, plan: Lessons, shape: tuple[int, int], generator: np.random.Generator) -> tuple[U8, F32]:
    """One scene, its light and its camera the same, the exposure not: (2, H, W, 3) and (2, H/4, W/4)."""
    untouched = generator.random() < plan.untouched_share
    rows = album.liked if untouched else album.well_exposed
    rgb = _cut(album.pictures[int(generator.choice(rows))], shape, generator)
    camera = drawn_camera(generator)
    first_ev, second_ev = generator.uniform(-plan.largest_step_ev, plan.largest_step_ev, 2).astype(np.float32)
    if untouched:
        even = np.zeros(rgb.shape[:2], np.float32)
        made = [(rgb, even), (re_exposed(rgb, even + first_ev, camera, generator), even + first_ev)]
    else:
        field = drawn_field(generator, camera.undone.light(rgb).mean(axis=2))
        made = [(re_exposed(rgb, field + ev, camera, generator), field + ev) for ev in (first_ev, second_ev)]
    seen = [(_shrunk(picture, shape), _shrunk(ev, (shape[0] // STRIDE, shape[1] // STRIDE))) for picture, ev in made]
    return np.stack([picture for picture, _ in seen]), np.stack([ev for _, ev in seen])


def _cut(rgb: U8, shape: tuple[int, int], generator: np.random.Generator) -> U8:
    """A part of the photo as wide and high as `shape` asks, mirrored half of the times, grey sometimes."""
    side = len(rgb)
    scale = generator.uniform(LEAST_SEEN, 1.0) * side / max(shape)
    height, width = (round(edge * scale) for edge in shape)
    top, left = int(generator.integers(side - height + 1)), int(generator.integers(side - width + 1))
    part = rgb[top : top + height, left : left + width]
    if generator.random() < 0.5:
        part = part[:, ::-1]
    if generator.random() < GREY_SHARE:
        part = np.repeat(np.asarray(cv2.cvtColor(np.ascontiguousarray(part), cv2.COLOR_RGB2GRAY))[..., None], 3, axis=2)
    return np.ascontiguousarray(part, np.uint8)


def _shrunk(plane: Pixels, shape: tuple[int, int]) -> Pixels:
    return np.asarray(cv2.resize(plane, shape[::-1], interpolation=cv2.INTER_AREA), plane.dtype)
