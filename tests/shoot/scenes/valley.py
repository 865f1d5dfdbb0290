"""A valley in the afternoon: clouds, ridges fading into haze, a meadow, a stone house beside a tree."""

from __future__ import annotations

import cv2
import numpy as np

from tests.shoot.shapes import Place, Point, lay_over, paint_polygon, placed, vertical_gradient, window_around
from tests.shoot.texture import fractal_noise, ground_in_perspective

SEED = 11


def draw(size_px: tuple[int, int], moment: float = 0.0) -> np.ndarray:
    """The scene; nothing moves but the light on the clouds. `moment` in seconds shifts them."""
    rng = np.random.default_rng(SEED)
    picture = _sky(rng, size_px, moment)
    _ridges(rng, picture, size_px[1] * 28 // 100, size_px[1] * 68 // 100)
    _meadow(rng, picture)
    unit = size_px[0] / 1500 if size_px[0] > size_px[1] else size_px[0] / 1050
    house, tree = (size_px[0] * 0.66, size_px[1] * 0.66), (size_px[0] * 0.27, size_px[1] * 0.73)
    _house(rng, *window_around(picture, house, (290 * unit, 200 * unit, 220 * unit, 90 * unit)), unit)
    _tree(rng, *window_around(picture, tree, (250 * unit, 380 * unit, 220 * unit, 110 * unit)), unit)
    return picture


def _sky(rng: np.random.Generator, size_px: tuple[int, int], moment: float) -> np.ndarray:
    picture = vertical_gradient(
        size_px, [(0.0, (0.10, 0.22, 0.50)), (0.35, (0.30, 0.45, 0.68)), (0.55, (0.66, 0.66, 0.62))]
    )
    wide = fractal_noise(rng, (size_px[0] + 64, size_px[1]), 150, 7, 2.6)
    drift = int(moment * 4) % 64
    clouds = wide[:, drift : drift + size_px[0]]
    cover = np.clip((clouds - 0.1) / 1.6, 0.0, 1.0) ** 0.8
    above = np.concatenate([clouds[:1].repeat(14, axis=0), clouds[:-14]])
    lit = np.clip(0.74 + 0.14 * (clouds - above), 0.4, 0.93)
    lay_over(picture, cover * 0.95, lit[..., None] * np.array([1.0, 0.975, 0.94], np.float32))
    return picture


def _ridges(rng: np.random.Generator, picture: np.ndarray, top: int, bottom: int) -> None:
    """Paints the rows from `top` to `bottom`; the meadow hides what lies below."""
    height, width = picture.shape[:2]
    rows = np.arange(top, bottom, dtype=np.float32)[:, None]
    haze = np.array([0.46, 0.52, 0.58], np.float32)
    for step, (level, relief, near) in enumerate(
        [(0.47, 0.050, 0.15), (0.52, 0.045, 0.38), (0.56, 0.035, 0.62), (0.60, 0.022, 0.85)]
    ):
        line = fractal_noise(rng, (width, 8), 260 - 40 * step, 7, 1.0)[0]
        crest = height * (level - relief * line)
        trees = fractal_noise(rng, (width, bottom - top), 90, 7, 1.3)
        slope = trees - cv2.blur(trees, (9, 9))
        green = np.array([0.060, 0.085, 0.032], np.float32) * (1.0 + 0.9 * slope[..., None] + 0.18 * trees[..., None])
        colour = haze * (1 - near) + green * near * 1.25
        mist = np.clip((rows - crest) / (height * 0.10), 0, 1)[..., None] * 0.25 * (1 - near)
        lay_over(
            picture[top:bottom], np.clip(rows - crest, 0.0, 1.0), np.maximum(colour + mist, 0.004).astype(np.float32)
        )


def _meadow(rng: np.random.Generator, picture: np.ndarray) -> None:
    height, width = picture.shape[:2]
    horizon = height * 0.585
    coarse = ground_in_perspective(rng, (width, height), horizon, 220)
    blades = ground_in_perspective(rng, (width, height), horizon, 10, 0.6)
    rows = np.arange(height, dtype=np.float32)[:, None]
    edge = height * 0.63 + 6 * fractal_noise(rng, (width, 8), 180, 4)[0]
    near = np.clip((rows - edge) / (height * 0.37), 0.0, 1.0)
    light = 1.0 + 0.11 * coarse + (0.10 + 0.34 * near) * blades
    grass = np.array([0.165, 0.190, 0.050], np.float32) * np.clip(light, 0.15, 2.4)[..., None]
    grass += (np.clip(coarse, 0, 2) * 0.03)[..., None] * np.array([1.0, 0.7, 0.1], np.float32)
    lay_over(picture, np.clip(rows - edge, 0.0, 1.0), grass * (1.12 - 0.45 * near[..., None]))
    _path(picture, coarse, blades)
    _blades(rng, picture)
    _flowers(rng, picture)


def _blades(rng: np.random.Generator, picture: np.ndarray) -> None:
    height, width = picture.shape[:2]
    count = 9000
    depth = np.sort(rng.random(count) ** 0.55)
    across, lean, tone = rng.random(count), rng.standard_normal(count), 0.45 + 1.1 * rng.random(count)
    for d, x, bend, shade in zip(depth, across, lean, tone, strict=True):
        if abs(x - (0.655 - 0.30 * d**0.8 + 0.08 * np.sin(d * 4.2))) < 0.02 + 0.06 * d:
            continue
        foot = np.array([x * width, height * (0.66 + 0.36 * d)])
        tip = foot + np.array([bend * 5 * d, -3 - 24 * d * d])
        colour = (0.17 * shade, 0.20 * shade, 0.05 * shade)
        cv2.line(
            picture, tuple(map(int, foot * 16)), tuple(map(int, tip * 16)), colour, 1 + int(d > 0.85), cv2.LINE_8, 4
        )


def _path(picture: np.ndarray, coarse: np.ndarray, blades: np.ndarray) -> None:
    height, width = picture.shape[:2]
    depth = np.linspace(0.0, 1.0, 40)
    middle = width * (0.655 - 0.30 * depth**0.8 + 0.08 * np.sin(depth * 4.2))
    half = width * (0.006 + 0.055 * depth**1.6)
    y = height * (0.665 + 0.34 * depth)
    outline = np.concatenate([np.stack([middle - half, y], 1), np.stack([middle + half, y], 1)[::-1]])
    sand = np.array([0.34, 0.27, 0.18], np.float32) * (1.0 + 0.10 * coarse + 0.16 * blades)[..., None]
    paint_polygon(picture, outline, sand, blur_px=4.0, strength=np.clip(0.92 + 0.2 * blades, 0, 1))


def _flowers(rng: np.random.Generator, picture: np.ndarray) -> None:
    height, width = picture.shape[:2]
    depth = np.sort(rng.random(700) ** 0.6)
    colours = [(0.80, 0.72, 0.12), (0.82, 0.80, 0.74), (0.55, 0.10, 0.08)]
    for d, x, kind in zip(depth, rng.random(700), rng.integers(0, 3, 700), strict=True):
        y = height * (0.68 + 0.32 * d)
        if abs(x - (0.655 - 0.30 * d**0.8)) > 0.05 + 0.07 * d:
            centre = (int(x * width * 16), int(y * 16))
            cv2.circle(picture, centre, int(16 * (0.6 + 2.6 * d * d)), colours[kind], -1, cv2.LINE_8, 4)


def _house(rng: np.random.Generator, picture: np.ndarray, foot: Point, unit: float) -> None:
    size_px = picture.shape[1], picture.shape[0]
    at = placed(foot, unit)
    stones = fractal_noise(rng, size_px, 9, 3, 1.9)
    tiles = fractal_noise(rng, size_px, 7, 3, 2.4)
    rows = np.sin(np.arange(size_px[1], dtype=np.float32) * 2 * np.pi / (7 * unit))[:, None]
    paint_polygon(
        picture,
        at([(-60, 2), (-200, 20), (-262, 44), (-140, 56), (20, 36), (185, 20), (150, 4)]),
        (0.03, 0.035, 0.015),
        blur_px=7.0,
        strength=0.85,
    )
    front = np.array([0.56, 0.49, 0.39], np.float32) * (1 + 0.15 * stones)[..., None]
    paint_polygon(picture, at([(-60, 18), (-60, -88), (0, -150), (62, -88), (62, 20)]), front * 0.42)
    paint_polygon(picture, at([(62, 20), (62, -88), (190, -82), (190, 8)]), front)
    roof = np.array([0.36, 0.125, 0.07], np.float32) * (1 + 0.20 * tiles + 0.16 * rows)[..., None]
    paint_polygon(picture, at([(66, -82), (0, -158), (130, -146), (202, -76)]), roof)
    paint_polygon(picture, at([(-68, -80), (0, -158), (6, -150), (-60, -76)]), roof * 0.5)
    paint_polygon(picture, at([(92, -140), (92, -182), (114, -180), (114, -138)]), front * 0.8)
    _openings(picture, at)


def _openings(picture: np.ndarray, at: Place) -> None:
    for left, top, right, bottom in [(84, -60, 106, -28), (124, -59, 146, -28), (160, -58, 178, -29)]:
        paint_polygon(
            picture,
            at([(left - 3, top - 3), (right + 3, top - 3), (right + 3, bottom + 3), (left - 3, bottom + 3)]),
            (0.70, 0.68, 0.62),
        )
        paint_polygon(picture, at([(left, top), (right, top), (right, bottom), (left, bottom)]), (0.045, 0.06, 0.08))
        middle = (left + right) / 2
        paint_polygon(
            picture,
            at([(middle - 1.2, top), (middle + 1.2, top), (middle + 1.2, bottom), (middle - 1.2, bottom)]),
            (0.6, 0.58, 0.52),
        )
    paint_polygon(picture, at([(-14, 18), (-14, -44), (16, -44), (16, 18)]), (0.10, 0.055, 0.025))
    paint_polygon(picture, at([(-9, -84), (-9, -104), (10, -104), (10, -84)]), (0.03, 0.035, 0.05))


def _tree(rng: np.random.Generator, picture: np.ndarray, foot: Point, unit: float) -> None:
    size_px = picture.shape[1], picture.shape[0]
    at = placed(foot, unit)
    paint_polygon(
        picture,
        at([(-235, 26), (-120, 8), (40, 14), (40, 36), (-90, 58), (-215, 54)]),
        (0.03, 0.04, 0.012),
        blur_px=12.0,
        strength=0.85,
    )
    bark = np.array([0.10, 0.07, 0.045], np.float32) * (1 + 0.35 * fractal_noise(rng, size_px, 24, 5, 0.25))[..., None]
    paint_polygon(
        picture,
        at([(-22, 30), (-11, -60), (-40, -150), (-28, -155), (2, -90), (30, -160), (42, -152), (14, -60), (24, 32)]),
        bark,
    )
    count = 9000
    angle, radius = rng.random(count) * 2 * np.pi, rng.random(count) ** 0.5
    lobes = np.array([(-70, -190, 82), (10, -250, 96), (84, -190, 84), (0, -170, 100), (-30, -290, 60)], np.float32)
    lobe = lobes[rng.integers(0, len(lobes), count)]
    x = lobe[:, 0] + np.cos(angle) * radius * lobe[:, 2] * 1.12
    y = lobe[:, 1] + np.sin(angle) * radius * lobe[:, 2] * 0.86
    lit = 0.5 + 0.5 * (np.cos(angle - np.radians(315)) * radius)
    order = np.argsort(lit + 0.8 * rng.random(count))
    for i in order:
        shade = float(0.25 + 1.0 * lit[i] ** 1.6 + 0.35 * rng.random())
        centre = int((foot[0] + x[i] * unit) * 16), int((foot[1] + y[i] * unit) * 16)
        axes = int(16 * unit * (1.8 + 2.6 * rng.random())), int(16 * unit * (1.2 + 1.4 * rng.random()))
        colour = (0.105 * shade, 0.150 * shade, 0.032 * shade)
        cv2.ellipse(picture, centre, axes, float(rng.random() * 180), 0, 360, colour, -1, cv2.LINE_8, 4)
