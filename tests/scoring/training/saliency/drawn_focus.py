"""Drawn photos whose focus tells their subject: a disc of fine texture before soft ground."""

import cv2
import numpy as np


def focused_photo(generator, centre=(250, 270), radius=90, size=512):
    """(size, size, 3) uint8 sRGB and the disc, (size, size) bool."""
    soft = cv2.resize(
        generator.integers(70, 150, (6, 6, 3), dtype=np.uint8), (size, size), interpolation=cv2.INTER_CUBIC
    )
    texture = generator.integers(0, 256, (size, size, 1), dtype=np.uint8) // 2 + np.array([100, 20, 10], np.uint8)
    disc = cv2.circle(np.zeros((size, size), np.uint8), centre, radius, 1, -1) > 0
    return np.where(disc[..., None], texture, soft).astype(np.uint8), disc
