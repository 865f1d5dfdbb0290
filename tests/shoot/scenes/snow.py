"""A bare tree and a fence in falling fog over snow: meant to be bright, with nothing clipped."""

from __future__ import annotations

import cv2
import numpy as np

from tests.shoot.shapes import lay_over, paint_polygon, vertical_gradient
from tests.shoot.texture import fractal_noise, ground_in_perspective

SEED = 41


def draw(size_px: tuple[int, int], moment: float = 0.0) -> np.ndarray:
    """The scene; the fog drifts with `moment` in seconds."""
    rng = np.random.default_rng(SEED)
    width, height = size_px
    picture = vertical_gradient(
        size_px, [(0.0, (0.74, 0.77, 0.80)), (0.55, (0.80, 0.815, 0.83)), (0.62, (0.82, 0.83, 0.84))]
    )
    fog = fractal_noise(rng, (width + 200, height), 320, 5, 2.2)[:, int(moment * 3) % 200 :][:, :width]
    _far_wood(rng, picture)
    lay_over(picture, np.clip(0.30 + 0.22 * fog, 0.0, 0.8), (0.82, 0.83, 0.84))
    _snow(rng, picture)
    unit = min(size_px) / 1000
    _fence(rng, picture, unit)
    _branch(rng, picture, np.array([width * 0.36, height * 0.80]), -90.0, 150 * unit, 26 * unit)
    return np.minimum(picture, 0.93)


def _far_wood(rng: np.random.Generator, picture: np.ndarray) -> None:
    height, width = picture.shape[:2]
    for level, tone in [(0.55, 0.60), (0.58, 0.44)]:
        spikes = np.abs(fractal_noise(rng, (width, 8), 26, 5)[0]) * height * 0.022
        hills = fractal_noise(rng, (width, 8), 500, 3)[0] * height * 0.014
        rows = np.arange(height, dtype=np.float32)[:, None]
        grain = 1.0 + 0.05 * fractal_noise(rng, (width, height), 14, 4, 0.5)
        mask = np.clip((rows - (height * level - spikes - hills)) / 2, 0.0, 1.0)
        lay_over(picture, mask * 0.8, np.array([0.95, 1.0, 1.06], np.float32) * tone * grain[..., None])


def _snow(rng: np.random.Generator, picture: np.ndarray) -> None:
    height, width = picture.shape[:2]
    edge = height * 0.635 + 10 * fractal_noise(rng, (width, 8), 600, 3)[0]
    rows = np.arange(height, dtype=np.float32)[:, None]
    drifts = ground_in_perspective(rng, (width, height), height * 0.55, 420, 2.0)
    grains = ground_in_perspective(rng, (width, height), height * 0.55, 9, 1.2)
    near = np.clip((rows - edge) / (height * 0.36), 0.0, 1.0)
    light = 0.80 + 0.045 * drifts + 0.022 * grains - 0.10 * near
    snow = light[..., None] * np.array([0.985, 1.0, 1.02], np.float32)
    lay_over(picture, np.clip((rows - edge) / 3, 0.0, 1.0), snow.astype(np.float32))


def _fence(rng: np.random.Generator, picture: np.ndarray, unit: float) -> None:
    height, width = picture.shape[:2]
    tops = []
    for step in np.linspace(0.0, 1.0, 9) ** 1.5:
        x, foot = width * (0.52 + 0.50 * step), height * (0.70 + 0.13 * step)
        tall, half = (34 + 82 * step) * unit, (2.0 + 4.2 * step) * unit
        lean = rng.standard_normal() * 2.0 * unit
        tone = 0.30 - 0.14 * step
        wood = np.array([tone, tone * 0.92, tone * 0.85], np.float32)
        paint_polygon(
            picture,
            [(x - half + lean, foot - tall), (x + half + lean, foot - tall), (x + half, foot), (x - half, foot)],
            tuple(wood),
        )
        paint_polygon(
            picture,
            [
                (x - half + lean, foot - tall),
                (x + half + lean, foot - tall),
                (x + half + lean, foot - tall - 2.2 * half),
                (x - half + lean, foot - tall - 2.2 * half),
            ],
            (0.86, 0.87, 0.88),
        )
        tops.append((x, foot - tall))
    for drop in (0.12, 0.45):
        wire = np.array([(x, y + drop * (height * 0.83 - y) * 0.5) for x, y in tops]) * 16
        cv2.polylines(picture, [wire.astype(np.int32)], False, (0.42, 0.42, 0.42), 1, cv2.LINE_8, 4)


def _branch(
    rng: np.random.Generator, picture: np.ndarray, foot: np.ndarray, heading_deg: float, length: float, girth: float
) -> None:
    """A branch and all that grows from it, thinner and thinner."""
    tip = foot + length * np.array([np.cos(np.radians(heading_deg)), np.sin(np.radians(heading_deg))])
    side = np.array([-(tip - foot)[1], (tip - foot)[0]]) / length
    outline = np.array(
        [foot - side * girth / 2, foot + side * girth / 2, tip + side * girth * 0.36, tip - side * girth * 0.36]
    )
    tone = float(0.045 + 0.02 * rng.random() + 0.12 / max(girth, 1.0))
    cv2.fillPoly(picture, [np.round(outline * 16).astype(np.int32)], (tone, tone * 0.92, tone * 0.86), cv2.LINE_8, 4)
    if girth > 3.0:
        frost = np.array([foot - side * girth * 0.42, tip - side * girth * 0.30]) * 16
        cv2.polylines(
            picture, [frost.astype(np.int32)], False, (0.70, 0.71, 0.73), max(1, int(girth / 9)), cv2.LINE_8, 4
        )
    if girth < 0.9:
        return
    for turn in (-24.0, 21.0, 4.0 + 8 * rng.standard_normal()):
        if rng.random() < 0.9:
            spread = turn + 9 * rng.standard_normal()
            _branch(rng, picture, tip, heading_deg + spread, length * (0.70 + 0.16 * rng.random()), girth * 0.64)
