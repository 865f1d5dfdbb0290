"""A hiker seen from behind on a forest path, sharp before a wood that the lens blurs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

import cv2
import numpy as np

from tests.shoot.camera import out_of_focus
from tests.shoot.shapes import Colour, Point, paint_polygon, placed, vertical_gradient, window_around
from tests.shoot.texture import fractal_noise

SEED = 37


def draw(size_px: tuple[int, int], moment: float = 0.0) -> np.ndarray:
    """The scene; the hiker sways a little from step to step, `moment` in seconds."""
    picture = _wood(size_px).copy()
    unit = min(size_px[1] / 1000, size_px[0] / 800)
    sway = 6 * unit * np.sin(4.0 * moment)
    foot = size_px[0] * 0.45 + float(sway), size_px[1] * 0.93
    _hiker(*window_around(picture, foot, (190 * unit, 780 * unit, 220 * unit, 70 * unit)), unit)
    return picture


@lru_cache(maxsize=1)
def _wood(size_px: tuple[int, int]) -> np.ndarray:
    """Drawn at half size, for nothing in it is sharp; never written to."""
    rng = np.random.default_rng(SEED)
    half = size_px[0] // 2, size_px[1] // 2
    picture = vertical_gradient(
        half,
        [(0.0, (0.10, 0.17, 0.06)), (0.45, (0.34, 0.40, 0.16)), (0.62, (0.20, 0.20, 0.09)), (1.0, (0.11, 0.085, 0.05))],
    )
    leaves = fractal_noise(rng, half, 120, 6)
    picture *= np.clip(1.0 + 0.42 * leaves, 0.25, 2.5)[..., None]
    for depth in np.sort(rng.random(26)):
        _trunk(rng, picture, float(depth))
    _path_and_light(rng, picture)
    soft = out_of_focus(np.maximum(picture, 0.0), 9.0 * half[1] / 500)
    return np.minimum(cv2.resize(soft, size_px, interpolation=cv2.INTER_LINEAR), 0.97)


def _trunk(rng: np.random.Generator, picture: np.ndarray, depth: float) -> None:
    height, width = picture.shape[:2]
    x = rng.random() * width
    if abs(x - width * 0.46) < width * 0.10:
        x += width * 0.22
    half = width * (0.004 + 0.020 * depth**2)
    foot = height * (0.58 + 0.26 * depth)
    tone = 1.0 - 0.78 * depth
    bark = (0.24 * tone + 0.02, 0.23 * tone + 0.016, 0.12 * tone + 0.012)
    lean = rng.standard_normal() * width * 0.012
    corners = [(x - half + lean, -5), (x + half + lean, -5), (x + half * 1.2, foot), (x - half * 1.2, foot)]
    paint_polygon(picture, corners, bark)
    lit = [(x - half + lean, -5), (x - half * 0.5 + lean, -5), (x - half * 0.6, foot), (x - half * 1.2, foot)]
    paint_polygon(picture, lit, tuple(3.0 * channel for channel in bark), strength=0.6)


def _path_and_light(rng: np.random.Generator, picture: np.ndarray) -> None:
    height, width = picture.shape[:2]
    way = [
        (width * 0.46, height * 0.57),
        (width * 0.485, height * 0.57),
        (width * 0.86, height * 1.01),
        (width * 0.10, height * 1.01),
    ]
    dapple = np.clip(0.55 + 0.4 * fractal_noise(rng, (width, height), 70, 4, 2.5), 0.15, 1.6)
    paint_polygon(picture, way, np.array([0.30, 0.23, 0.14], np.float32) * dapple[..., None], blur_px=5.0)
    for x, y, size, glow in rng.random((90, 4)):
        centre = int((0.46 + (x - 0.5) * 0.95) * width), int(height * (0.04 + 0.46 * y))
        strength = 0.5 + 2.2 * glow**3
        cv2.circle(picture, centre, 1 + int(2.5 * size), (0.95 * strength, 0.95 * strength, 0.52 * strength), -1)


def _hiker(picture: np.ndarray, foot: Point, unit: float) -> None:
    rng = np.random.default_rng(SEED)
    size_px = picture.shape[1], picture.shape[0]
    at = placed(foot, unit)

    def shape(points: Sequence[Point], paint: np.ndarray | Colour, blur_px: float = 0.0) -> None:
        paint_polygon(picture, at(points), paint, blur_px=blur_px * unit)

    light = _side_light(size_px, foot[0], unit)
    weave = fractal_noise(rng, size_px, 5, 3)
    folds = fractal_noise(rng, size_px, 60, 6, 0.6)
    cloth = (light * (1.0 + 0.10 * weave + 0.12 * folds))[..., None]
    denim = np.array([0.060, 0.085, 0.150], np.float32) * cloth
    jacket = np.array([0.42, 0.25, 0.045], np.float32) * cloth
    pack = np.array([0.40, 0.045, 0.035], np.float32) * (light * (1.0 + 0.09 * weave + 0.07 * folds))[..., None]
    shape([(-110, -12), (150, -4), (120, 26), (-70, 24)], (0.03, 0.025, 0.016), 9.0)
    shape([(-62, -300), (-4, -300), (-14, -150), (-22, -20), (-66, -20), (-72, -160)], denim)
    shape([(2, -300), (64, -300), (70, -170), (50, -34), (10, -34), (6, -160)], denim * 0.86)
    shape([(-70, -26), (-20, -26), (-14, 8), (-76, 8)], (0.06, 0.04, 0.025))
    shape([(8, -42), (54, -42), (58, -10), (6, -10)], (0.05, 0.034, 0.02))
    shape([(-96, -560), (-60, -596), (60, -596), (98, -560), (92, -280), (-88, -280)], jacket)
    shape([(-96, -562), (-124, -470), (-134, -350), (-104, -340), (-84, -450), (-76, -540)], jacket * 0.9)
    shape([(98, -562), (124, -470), (126, -345), (98, -340), (86, -450), (78, -540)], jacket)
    shape([(-132, -352), (-104, -342), (-108, -312), (-130, -318)], (0.36, 0.21, 0.15))
    shape([(100, -342), (126, -347), (124, -312), (102, -308)], (0.44, 0.27, 0.19))
    _backpack(shape, pack)
    shape([(-24, -640), (24, -640), (28, -590), (-28, -590)], (0.40, 0.24, 0.17))
    hair = (
        np.array([0.11, 0.06, 0.035], np.float32)
        * (light * (1.0 + 0.4 * fractal_noise(rng, size_px, 12, 4, 0.12)))[..., None]
    )
    shape(_ellipse(0, -668, 46, 56), hair)
    felt = np.array([0.30, 0.22, 0.12], np.float32) * (light * (1.0 + 0.12 * weave))[..., None]
    shape([(-46, -690), (-40, -742), (-16, -754), (22, -752), (42, -738), (48, -690)], felt)
    shape(_ellipse(0, -692, 84, 17), felt * 0.8)
    shape([(-47, -700), (48, -700), (48, -688), (-47, -688)], (0.05, 0.025, 0.015))


def _backpack(shape: Callable[[Sequence[Point], np.ndarray | Colour], None], pack: np.ndarray) -> None:
    shape([(-74, -566), (-52, -592), (52, -592), (76, -566), (80, -350), (62, -322), (-62, -322), (-78, -350)], pack)
    shape([(-64, -596), (-46, -618), (46, -618), (66, -596), (62, -556), (-60, -556)], pack * 0.8)
    shape([(-50, -440), (52, -440), (54, -340), (-50, -340)], pack * 0.72)
    shape([(-46, -434), (48, -434), (48, -424), (-46, -424)], (0.72, 0.66, 0.56))
    for left in (-36, 26):
        shape([(left, -592), (left + 9, -592), (left + 9, -450), (left, -450)], (0.05, 0.045, 0.04))
        shape([(left - 3, -520), (left + 12, -520), (left + 12, -504), (left - 3, -504)], (0.62, 0.62, 0.60))
    shape([(-70, -640), (70, -640), (70, -612), (-70, -612)], pack * np.array([0.25, 2.4, 3.4], np.float32))


def _side_light(size_px: tuple[int, int], middle_px: float, unit: float) -> np.ndarray:
    """(1, W) a low sun from the left, a shadowed right side."""
    x = (np.arange(size_px[0], dtype=np.float32) - middle_px) / (110 * unit)
    return np.clip(1.12 - 0.42 * x + 0.35 * np.exp(-(((x + 1.0) / 0.16) ** 2)), 0.35, 1.9)[None, :]


def _ellipse(x: float, y: float, half_width: float, half_height: float) -> list[Point]:
    angles = np.linspace(0.0, 2 * np.pi, 48, endpoint=False)
    return [(x + half_width * float(np.cos(a)), y + half_height * float(np.sin(a))) for a in angles]
