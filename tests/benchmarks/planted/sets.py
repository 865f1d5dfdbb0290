"""Sets that must stay whole, made from one picture: exposure brackets, focus stacks and panoramas."""

from __future__ import annotations

import cv2
import numpy as np

from tests.benchmarks.planted.views import cut, developed, inner, light_of, seen_again

LADDERS_EV = (
    (-2, 0, 2), (-1, 0, 1), (0, -2, 2), (0, -1, 1), (-3, 0, 3), (-2, -1, 0, 1, 2), (0, -1, 1, -2, 2),
    (-3, -2, -1, 0, 1, 2, 3), (0, -2 / 3, 2 / 3),
)  # fmt: skip
"""As cameras shoot them: rising, or the metered frame first."""


def bracket(rgb, steps_ev, chance):
    """One frame a step, from linear light; the hand moves by up to 1 % of the frame."""
    return [
        inner(seen_again(developed(light_of(rgb) * 2.0**ev), shift=chance.uniform(-0.01, 0.01, 2)), 0.95)
        for ev in steps_ev
    ]


def focus_stack(rgb, frames, chance):
    """Frames sharp in a window that moves over the picture, and blurred outside of it; the lens breathes a little."""
    height, width = rgb.shape[:2]
    along = chance.integers(3)
    rows, cols = np.mgrid[0:height, 0:width]
    place = {0: cols / width, 1: rows / height, 2: (cols / width + rows / height) / 2}[int(along)]
    if chance.random() < 0.5:
        place = 1 - place
    stack = []
    for step in range(frames):
        away = np.abs(place - (step + 0.5) / frames)
        stack.append(_defocused(seen_again(rgb, zoom=1 + 0.004 * step), away))
    return stack


def _defocused(rgb, away):
    """Blurred by how far `away` (0..1) each place is from the focus."""
    levels = [0.0, 1.2, 2.4, 4.0, 6.0]
    blurred = [rgb.astype(np.float32)] + [cv2.GaussianBlur(rgb, (0, 0), s).astype(np.float32) for s in levels[1:]]
    sigma = np.clip((away - 0.06) * 14, 0, levels[-1])
    out = blurred[-1].copy()
    for low in range(len(levels) - 1):
        share = np.clip((sigma - levels[low]) / (levels[low + 1] - levels[low]), 0, 1)[..., None]
        here = (sigma >= levels[low]) & (sigma <= levels[low + 1])
        out = np.where(here[..., None], (1 - share) * blurred[low] + share * blurred[low + 1], out)
    return np.clip(out, 0, 255).astype(np.uint8)


def panorama(rgb, frames, chance):
    """Windows that step over the picture by 15 to 60 % of a frame, with a hand that is not quite level."""
    step = float(chance.uniform(0.25, 0.6))
    wide = 0.97 / (1 + step * 1.1 * (frames - 1))
    backwards, upright = chance.random() < 0.5, rgb.shape[0] > rgb.shape[1] * 1.2
    high = min(0.92, wide * chance.uniform(0.75, 1.5))
    middle = chance.uniform(0.02, 0.98 - high)
    windows, left = [], 0.01
    for _ in range(frames):
        top = np.clip(middle + high * chance.uniform(-0.03, 0.03), 0, 1 - high)
        box = (left, top, left + wide, top + high)
        windows.append(cut(rgb, (box[1], box[0], box[3], box[2]) if upright else box))
        left = min(left + wide * step * chance.uniform(0.9, 1.1), 0.99 - wide)
    return windows[::-1] if backwards else windows
