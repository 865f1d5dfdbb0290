"""Defocus and movement: every point of light becomes a disc or a line, in linear light."""

from __future__ import annotations

import cv2
import numpy as np

from tests.benchmarks.ladders.ladder import U8, Ladder
from tests.benchmarks.ladders.light_steps import linear
from tests.shoot.camera import developed, out_of_focus

MOVEMENT_DEG = 30.0
"""Neither along the pixels nor across them."""


def defocused(rgb: U8, radius_px: float) -> U8:
    """Out of focus by a disc of this radius."""
    return developed(out_of_focus(linear(rgb), radius_px)) if radius_px else rgb


def moved(rgb: U8, length_px: float, direction_deg: float = MOVEMENT_DEG) -> U8:
    """Smeared evenly along a line of this length; 0 degrees = horizontal, 90 = vertical."""
    if not length_px:
        return rgb
    return developed(cv2.filter2D(linear(rgb), -1, line(length_px, direction_deg), borderType=cv2.BORDER_REPLICATE))


def line(length_px: float, direction_deg: float) -> np.ndarray:
    """(n, n) float32 kernel that sums to 1: an antialiased line through the middle."""
    half = int(np.ceil(length_px / 2)) + 1
    axis = np.arange(-half, half + 1, dtype=np.float32)
    x, y = np.meshgrid(axis, axis)
    angle = np.radians(direction_deg)
    along, across = x * np.cos(angle) + y * np.sin(angle), y * np.cos(angle) - x * np.sin(angle)
    ends = np.clip(length_px / 2 + 0.5 - np.abs(along), 0.0, 1.0)
    kernel = ends * np.clip(1.0 - np.abs(across), 0.0, 1.0)
    return np.asarray(kernel / kernel.sum(), np.float32)


RADII_PX, LENGTHS_PX = (0, 1, 2, 3, 4, 6, 8, 12), (0, 3, 6, 10, 20, 40)
DEFOCUS_SHARPNESS = Ladder("defocus", RADII_PX, "px radius", defocused, "sharpness", "value", -1)
DEFOCUS_FOCUS = Ladder("defocus", RADII_PX, "px radius", defocused, "focus", "value", -1)
MOVEMENT_SHARPNESS = Ladder("movement", LENGTHS_PX, "px length", moved, "sharpness", "value", -1)
MOVEMENT_FOCUS = Ladder("movement", LENGTHS_PX, "px length", moved, "focus", "value", -1)
