"""Scenes whose tilt is known: a wall with windows, and the sea."""

from __future__ import annotations

import cv2
import numpy as np

SIZE = (400, 600)


def wall(tilt_deg=0.0, converging=0.0):
    """(400, 600, 3) uint8: rows of windows, turned clockwise; `converging` > 0 as from a camera that looks up."""
    luma = np.full((800, 1200), 150, np.uint8)
    for row in range(9):
        for column in range(12):
            cv2.rectangle(
                luma, (column * 100 + 20, row * 95 + 15), (column * 100 + 75, row * 95 + 75), 50 + 6 * column, -1
            )
    return _seen(luma, tilt_deg, converging)


def sea(tilt_deg=0.0):
    """(400, 600, 3) uint8: bright sky over dark water with some grain."""
    luma = np.full((800, 1200), 190, np.uint8)
    luma[420:] = 90
    seen = _seen(luma, tilt_deg, 0.0).astype(np.float64)
    return np.clip(seen + np.random.default_rng(1).normal(0, 2, SIZE)[..., None], 0, 255).astype(np.uint8)


def forest(seed=0):
    """(400, 600, 3) uint8: blobs without a straight line."""
    grain = np.random.default_rng(seed).normal(0, 1, SIZE)
    soft = cv2.GaussianBlur(grain, (0, 0), 4)
    return _grey(np.clip(128 + 60 * soft / soft.std(), 0, 255).astype(np.uint8))


def _seen(luma, tilt_deg, converging):
    middle = np.array([[1, 0, -600], [0, 1, -400], [0, 0, 1]], np.float64)
    perspective = np.array([[1, 0, 0], [0, 1, 0], [0, -converging / 600, 1]])
    angle = np.radians(tilt_deg)
    turn = np.array([[np.cos(angle), -np.sin(angle), 0], [np.sin(angle), np.cos(angle), 0], [0, 0, 1]])
    onto = np.array([[0.8, 0, 300], [0, 0.8, 200], [0, 0, 1]])
    drawn = cv2.warpPerspective(luma, onto @ turn @ perspective @ middle, (SIZE[1], SIZE[0]), flags=cv2.INTER_AREA)
    return _grey(cv2.GaussianBlur(drawn, (0, 0), 0.8))


def _grey(luma):
    return np.repeat(luma[..., None], 3, axis=2)
