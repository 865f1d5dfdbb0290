"""Drawn scenes with a thing before leaves, each as sharp as wanted."""

from __future__ import annotations

import cv2
import numpy as np

WIDTH, HEIGHT = 2400, 1600


def blurred(rgb, sigma):
    return cv2.GaussianBlur(rgb, (0, 0), sigma) if sigma else rgb


def leaves(seed=4):
    """Dull overlapping leaves over all of the frame, as a lens of a camera draws them."""
    rng = np.random.default_rng(seed)
    rgb = np.full((HEIGHT, WIDTH, 3), 90, np.uint8)
    for _ in range(3000):
        centre = (int(rng.integers(WIDTH)), int(rng.integers(HEIGHT)))
        axes = (int(rng.integers(8, 50)), int(rng.integers(4, 20)))
        green = int(rng.integers(60, 130))
        cv2.ellipse(rgb, centre, axes, int(rng.integers(180)), 0, 360, (green - 30, green, green - 40), -1)
    return blurred(rgb, 0.8)


def ball(radius_px=330):
    """A red and white dotted ball with its soft mask, right of the middle of the frame."""
    mask = cv2.circle(np.zeros((HEIGHT, WIDTH), np.float32), (1500, 800), radius_px, 1.0, -1)
    rgb = np.full((HEIGHT, WIDTH, 3), (220, 30, 30), np.uint8)
    rng = np.random.default_rng(9)
    for _ in range(2500):
        cv2.circle(rgb, (int(rng.integers(WIDTH)), int(rng.integers(HEIGHT))), 9, (255, 120, 110), -1)
    return blurred(rgb, 0.8), mask


def ball_on_leaves(ball_sigma, leaves_sigma, radius_px=330):
    thing, mask = ball(radius_px)
    mask = blurred(mask, max(1, ball_sigma))[..., None]
    return np.rint(blurred(thing, ball_sigma) * mask + blurred(leaves(), leaves_sigma) * (1 - mask)).astype(np.uint8)


def defocused(rgb, radius_px):
    offset = np.arange(-radius_px, radius_px + 1)
    disc = (offset[:, None] ** 2 + offset[None] ** 2 <= radius_px**2).astype(np.float32)
    return cv2.filter2D(rgb, -1, disc / disc.sum(), borderType=cv2.BORDER_REFLECT)
