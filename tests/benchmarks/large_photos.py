"""Photos of 12 megapixels, each another picture, with the detail and the noise of a camera's."""

from __future__ import annotations

from functools import lru_cache

import cv2
import numpy as np
import simplejpeg

SIZE_PX = (4000, 3000)
OCTAVES = (8, 32, 128, 512)
"""Long edge, in cells, of the random fields that are laid over each other."""
NOISE = 3.0
"""Code values: files of 4 to 5 MB come of it."""
SCENES = 8
QUALITY = 92


def large_jpeg(number: int) -> bytes:
    """One of `SCENES` pictures, moved and marked so that no two numbers give the same."""
    random = np.random.default_rng(number)
    rgb = np.roll(_scene(number % SCENES), random.integers(0, 3000, 2), axis=(0, 1))
    rgb[:64, :64] = random.integers(0, 255, (8, 8, 3), np.uint8).repeat(8, 0).repeat(8, 1)
    return bytes(simplejpeg.encode_jpeg(np.ascontiguousarray(rgb), quality=QUALITY, colorsubsampling="422"))


@lru_cache(SCENES)
def _scene(seed: int) -> np.ndarray:
    random = np.random.default_rng(seed)
    width, height = SIZE_PX
    light = np.zeros((height, width, 3), np.float32)
    for cells in OCTAVES:
        field = random.normal(0, 1, (cells * height // width, cells, 3)).astype(np.float32)
        light += cv2.resize(field, SIZE_PX, interpolation=cv2.INTER_CUBIC) * 60 / (1 + OCTAVES.index(cells))
    noise = random.normal(0, NOISE, (height, width, 1)).astype(np.float32)
    return np.clip(light + 120 + noise, 0, 255).astype(np.uint8)
