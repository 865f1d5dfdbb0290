"""The sea under a low sun: a level horizon, glittering water, a far headland, a sailing boat that moves."""

from __future__ import annotations

from functools import lru_cache

import cv2
import numpy as np

from tests.shoot.shapes import Place, Point, lay_over, paint_polygon, placed, vertical_gradient, window_around
from tests.shoot.texture import fractal_noise

SEED = 23
HORIZON = 0.47  # fraction of the height


def draw(size_px: tuple[int, int], moment: float = 0.0) -> np.ndarray:
    """The scene, level; the boat sails to the right, about 45 px a second at 1,500 px width."""
    picture = _view(size_px).copy()
    unit = min(size_px) / 1000
    foot = size_px[0] * 0.36 + 45 * unit * moment, size_px[1] * 0.60 + 2 * unit * float(np.sin(5 * moment))
    _boat(*window_around(picture, foot, (170 * unit, 360 * unit, 170 * unit, 240 * unit)), 1.25 * unit)
    return picture


@lru_cache(maxsize=1)
def _view(size_px: tuple[int, int]) -> np.ndarray:
    """All that stands still; never written to."""
    rng = np.random.default_rng(SEED)
    picture = _sky(rng, size_px)
    _headland(rng, picture)
    _sea(rng, picture)
    return picture


def _sky(rng: np.random.Generator, size_px: tuple[int, int]) -> np.ndarray:
    picture = vertical_gradient(
        size_px, [(0.0, (0.17, 0.25, 0.42)), (0.3, (0.42, 0.42, 0.46)), (HORIZON, (0.86, 0.62, 0.38))]
    )
    sun = np.array([size_px[0] * 0.72, size_px[1] * (HORIZON - 0.09)])
    x = np.arange(size_px[0], dtype=np.float32)[None, :] - sun[0]
    y = np.arange(size_px[1], dtype=np.float32)[:, None] - sun[1]
    far = np.hypot(x, y) / min(size_px)
    picture += np.exp(-far * 5.0)[..., None] * np.array([0.42, 0.28, 0.10], np.float32)
    streaks = fractal_noise(rng, size_px, 110, 7, 4.0)
    cover = np.clip((streaks - 0.1) / 1.8, 0.0, 1.0) * 0.75
    warm = np.exp(-far * 2.2)[..., None]
    lay_over(picture, cover, np.array([0.36, 0.33, 0.37], np.float32) + warm * np.array([0.62, 0.36, 0.16], np.float32))
    picture += np.clip(1.6 - far * 46.0, 0.0, 1.0)[..., None] * np.array([1.0, 0.9, 0.7], np.float32)
    return np.minimum(picture, 1.0)


def _headland(rng: np.random.Generator, picture: np.ndarray) -> None:
    height, width = picture.shape[:2]
    for reach, level, tone in [(0.62, 0.060, 0.62), (0.34, 0.105, 0.30)]:
        line = fractal_noise(rng, (width, 8), 150, 7)[0]
        fall = np.clip(1.0 - np.arange(width) / (width * reach), 0.0, 1.0) ** 0.7
        crest = height * HORIZON - height * level * fall * (1.0 + 0.16 * line)
        rows = np.arange(height, dtype=np.float32)[:, None]
        grain = 1.0 + 0.16 * fractal_noise(rng, (width, height), 26, 5, 1.6)
        colour = np.array([0.30, 0.25, 0.25], np.float32) * tone * grain[..., None] * (1.0 + 0.2 * tone)
        lay_over(picture, np.clip(rows - crest, 0.0, 1.0) * (rows < height * HORIZON), colour)


def _sea(rng: np.random.Generator, picture: np.ndarray) -> None:
    height, width = picture.shape[:2]
    top = round(height * HORIZON)
    deep = height - top
    rows = np.arange(deep, dtype=np.float32)[:, None]
    near = rows / deep
    waves = _waves(rng, width, deep)
    mirror = picture[np.clip(top - 1 - (rows[:, 0] * 0.9).astype(int), 0, top - 1)].mean(axis=1, keepdims=True)
    body = np.array([0.055, 0.085, 0.105], np.float32)
    water = body + mirror * (0.52 - 0.30 * near[..., None]) * np.clip(1.0 + 0.55 * waves, 0.2, 2.0)[..., None]
    x = (np.arange(width, dtype=np.float32)[None, :] - width * 0.72) / (width * (0.035 + 0.13 * near))
    path = np.exp(-(x**2)) * np.clip(1.0 - 0.55 * near, 0, 1)
    glitter = np.clip(waves * 0.9 - 0.45 + 0.5 * path, 0.0, None) ** 1.4 * path
    water += glitter[..., None] * np.array([0.95, 0.68, 0.38], np.float32) * 1.1
    picture[top:] = np.minimum(water, 1.0)


def _waves(rng: np.random.Generator, width: int, deep: int) -> np.ndarray:
    """(deep, width) noise of unit spread: ripples at the horizon, waves in front."""
    total = np.zeros((deep, width), np.float32)
    near = np.linspace(0.0, 1.0, deep, dtype=np.float32)[:, None]
    for cell, place in [(2.0, 0.0), (4.0, 0.18), (8.0, 0.45), (16.0, 0.95)]:
        band = np.exp(-(((near - place) / 0.30) ** 2))
        total += band * fractal_noise(rng, (width, deep), cell, 4, 5.0)
    return total / 1.25


def _boat(picture: np.ndarray, foot: Point, unit: float) -> None:
    rng = np.random.default_rng(SEED)
    size_px = picture.shape[1], picture.shape[0]
    at = placed(foot, unit)
    cloth = 1.0 + 0.06 * fractal_noise(rng, size_px, 30, 6, 0.5)
    seams = 1.0 - 0.16 * (np.sin((np.arange(size_px[1], dtype=np.float32) - foot[1]) / (4.2 * unit)) > 0.93)[:, None]
    sail = np.array([0.80, 0.74, 0.64], np.float32) * (cloth * seams)[..., None]
    _reflection(rng, picture, at, unit)
    paint_polygon(picture, at([(4, -30), (6, -262), (60, -150), (104, -34)]), sail)
    paint_polygon(picture, at([(-4, -34), (2, -246), (-40, -140), (-86, -30)]), sail * 0.62)
    paint_polygon(picture, at([(-1, -14), (0, -272), (4, -272), (5, -14)]), (0.10, 0.06, 0.04))
    paint_polygon(
        picture, at([(-98, -22), (-74, 12), (86, 12), (118, -26), (60, -18), (-40, -16)]), (0.035, 0.05, 0.09)
    )
    paint_polygon(
        picture,
        at([(-98, -22), (-40, -16), (60, -18), (118, -26), (116, -21), (60, -12), (-40, -10), (-95, -16)]),
        (0.72, 0.66, 0.56),
    )
    paint_polygon(picture, at([(-80, 5), (-76, 12), (86, 12), (90, 6)]), (0.35, 0.05, 0.04))
    for x, coat in [(-44, (0.62, 0.10, 0.06)), (-16, (0.70, 0.50, 0.08))]:
        paint_polygon(picture, at([(x - 8, -14), (x - 7, -36), (x, -41), (x + 7, -36), (x + 9, -14)]), coat)
        head = tuple(int(v * 16) for v in at([(x, -47)])[0])
        cv2.circle(picture, head, int(16 * 5.2 * unit), (0.32, 0.19, 0.13), -1, cv2.LINE_8, 4)


def _reflection(rng: np.random.Generator, picture: np.ndarray, at: Place, unit: float) -> None:
    size_px = picture.shape[1], picture.shape[0]
    broken = np.clip(0.55 + 0.55 * fractal_noise(rng, size_px, 5.6 * unit, 3, 6.0), 0.0, 1.0)
    rows = np.arange(size_px[1], dtype=np.float32)[:, None]
    fade = np.clip(1.0 - (rows - at([(0, 8)])[0][1]) / (160 * unit), 0.0, 1.0)
    paint_polygon(
        picture,
        at([(-84, 8), (100, 8), (30, 150), (0, 170), (-24, 120)]),
        (0.40, 0.37, 0.34),
        blur_px=3.0,
        strength=broken * fade * 0.6,
    )
    paint_polygon(
        picture, at([(-90, 8), (104, 8), (92, 34), (-80, 34)]), (0.03, 0.04, 0.06), blur_px=3.0, strength=broken * fade
    )
