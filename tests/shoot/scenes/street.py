"""A street after rain at night: lamps, lit windows, their light on the wet ground."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import cv2
import numpy as np

from tests.shoot.shapes import Colour, Point, lay_over, paint_polygon, placed, vertical_gradient
from tests.shoot.texture import fractal_noise, ground_in_perspective

SEED = 53
GROUND = 0.66  # fraction of the height


def draw(size_px: tuple[int, int], moment: float = 0.0) -> np.ndarray:
    """The scene; the walker under the umbrella moves to the right, `moment` in seconds."""
    rng = np.random.default_rng(SEED)
    width, height = size_px
    picture = vertical_gradient(
        size_px,
        [
            (0.0, (0.006, 0.010, 0.026)),
            (0.45, (0.020, 0.026, 0.050)),
            (GROUND, (0.070, 0.055, 0.050)),
            (1.0, (0.01, 0.01, 0.012)),
        ],
    )
    vanishing = np.array([width * 0.55, height * 0.56])
    for left in (True, False):
        _houses(rng, picture, vanishing, left)
    lamps = _lamps(picture, vanishing)
    _wet_ground(rng, picture)
    _glow(picture, lamps)
    unit = min(size_px) / 1000
    _walker(picture, (width * 0.50 + 50 * unit * moment, height * 0.80), unit)
    return np.minimum(picture, 1.0)


def _houses(rng: np.random.Generator, picture: np.ndarray, vanishing: np.ndarray, left: bool) -> None:
    """Fronts along one side of the street, from the far end to the near one."""
    size_px = picture.shape[1], picture.shape[0]
    edges = [0.10, 0.20, 0.34, 0.54, 0.86, 1.35]
    outer = 0.0 if left else float(size_px[0])
    grain = 1.0 + 0.22 * fractal_noise(rng, size_px, 40, 7)
    for far, near in pairwise(edges):
        tall = 0.62 + 0.30 * rng.random()
        tint = np.array([0.050, 0.040, 0.034], np.float32) * (0.6 + 0.8 * rng.random())

        def place(along: float, up: float, tall: float = tall) -> Point:
            x = vanishing[0] + (outer - vanishing[0]) * along
            return x, vanishing[1] + along * size_px[1] * (0.16 - up * tall)

        paint_polygon(picture, [place(far, 0), place(far, 1), place(near, 1), place(near, 0)], tint * grain[..., None])
        _windows(rng, picture, place, (far, near))


def _windows(
    rng: np.random.Generator, picture: np.ndarray, place: Callable[[float, float], Point], span: tuple[float, float]
) -> None:
    far, near = span
    for floor in range(4):
        low, high = 0.16 + 0.21 * floor, 0.28 + 0.21 * floor
        for column in range(3):
            a = far * (near / far) ** ((column + 0.28) / 3)
            b = far * (near / far) ** ((column + 0.72) / 3)
            lit = rng.random() < 0.45
            warm = 0.35 + 0.55 * rng.random()
            colour: Colour = (warm, warm * 0.62, warm * 0.24) if lit else (0.008, 0.010, 0.014)
            paint_polygon(picture, [place(a, low), place(a, high), place(b, high), place(b, low)], colour)
            if lit:
                middle = (a + b) / 2
                paint_polygon(
                    picture,
                    [
                        place(middle * 0.992, low),
                        place(middle * 0.992, high),
                        place(middle * 1.008, high),
                        place(middle * 1.008, low),
                    ],
                    (0.04, 0.025, 0.012),
                )
                bar = (low + high) / 2
                paint_polygon(
                    picture,
                    [place(a, bar), place(a, bar + 0.008), place(b, bar + 0.008), place(b, bar)],
                    (0.04, 0.025, 0.012),
                )


def _lamps(picture: np.ndarray, vanishing: np.ndarray) -> list[tuple[float, float, float]]:
    """Posts with lamps; where each shines and how near it is."""
    height, width = picture.shape[:2]
    lamps = []
    for along in (0.13, 0.22, 0.38, 0.66):
        for outer in (width * 0.10, width * 0.95):
            x = vanishing[0] + (outer - vanishing[0]) * along
            foot, head = vanishing[1] + along * height * 0.20, vanishing[1] - along * height * 0.50
            half = max(width * 0.0035 * along, 0.6)
            paint_polygon(
                picture, [(x - half, head), (x + half, head), (x + half, foot), (x - half, foot)], (0.012, 0.012, 0.012)
            )
            lamps.append((x, head, along))
    return lamps


def _glow(picture: np.ndarray, lamps: list[tuple[float, float, float]]) -> None:
    height, width = picture.shape[:2]
    light = np.zeros((height // 2, width // 2), np.float32)
    core = np.zeros((height, width), np.float32)
    for x, y, along in lamps:
        cv2.circle(core, (int(x * 16), int(y * 16)), int(16 * max(width * 0.011 * along, 1.5)), 1.0, -1, cv2.LINE_8, 4)
        cv2.circle(light, (int(x / 2), int(y / 2)), max(int(width * 0.008 * along), 1), 1.0, -1)
    halo = 5.0 * cv2.GaussianBlur(light, (0, 0), width / 150) + 14.0 * cv2.GaussianBlur(light, (0, 0), width / 32)
    warm = np.array([1.0, 0.64, 0.28], np.float32)
    picture += cv2.resize(halo, (width, height))[..., None] * warm * 0.10
    lay_over(picture, cv2.GaussianBlur(core, (0, 0), 1.2), (1.0, 0.90, 0.66))


def _wet_ground(rng: np.random.Generator, picture: np.ndarray) -> None:
    """The street mirrors what stands above it, broken by cobbles."""
    height, width = picture.shape[:2]
    top = round(height * GROUND)
    rows = np.arange(height - top, dtype=np.float32)
    near = (rows / len(rows))[:, None]
    ripple = fractal_noise(rng, (width, len(rows)), 14, 4, 3.0)
    source_y = np.clip(top - 1 - rows[:, None] * 1.25 + ripple * (2 + 26 * near), 0, top - 1).astype(np.float32)
    source_x = (np.arange(width, dtype=np.float32)[None, :] + ripple * (1 + 7 * near)).astype(np.float32)
    mirrored = cv2.remap(picture, source_x, source_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
    mirrored = cv2.blur(mirrored, (1, 23))
    cobbles = ground_in_perspective(rng, (width, height), height * 0.56, 26)[top:]
    stones = np.clip(0.75 + 0.34 * cobbles, 0.15, 1.7)
    picture[top:] = mirrored * stones[..., None] + np.array([0.010, 0.010, 0.013], np.float32) * stones[..., None]


def _walker(picture: np.ndarray, foot: Point, unit: float) -> None:
    at = placed(foot, unit)

    def shape(points: list[Point], paint: Colour) -> None:
        paint_polygon(picture, at(points), paint)

    shape([(-14, 0), (-4, 0), (-2, -66), (-16, -66)], (0.008, 0.008, 0.010))
    shape([(6, 0), (16, 0), (14, -66), (0, -66)], (0.008, 0.008, 0.010))
    shape([(-24, -58), (-20, -128), (-8, -140), (10, -140), (22, -126), (26, -58)], (0.018, 0.016, 0.020))
    shape([(24, -58), (20, -126), (22, -126), (27, -58)], (0.35, 0.22, 0.09))
    shape([(2, -138), (4, -138), (4, -222), (2, -222)], (0.10, 0.08, 0.06))
    shape(
        [
            (-70, -168),
            (-56, -198),
            (-26, -216),
            (3, -222),
            (34, -216),
            (62, -198),
            (76, -168),
            (50, -176),
            (26, -170),
            (3, -177),
            (-22, -170),
            (-46, -176),
        ],
        (0.30, 0.025, 0.022),
    )
    shape([(3, -222), (34, -216), (62, -198), (76, -168), (66, -186), (40, -206)], (0.80, 0.22, 0.10))
