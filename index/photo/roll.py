"""How far the camera was rolled when it took a photo, as the upright picture shows it."""

from __future__ import annotations

import math

import numpy as np

from index.photo.maker_note import maker_note
from index.photo.roll_makers import reader_for

LARGEST_ROLL_DEG = 45.0
"""Beyond it the note and EXIF's Orientation disagree about which side is up, and neither is trusted."""
TURNS: dict[int, tuple[tuple[int, int], tuple[int, int]]] = {
    1: ((1, 0), (0, 1)),
    2: ((-1, 0), (0, 1)),
    3: ((-1, 0), (0, -1)),
    4: ((1, 0), (0, -1)),
    5: ((0, 1), (1, 0)),
    6: ((0, -1), (1, 0)),
    7: ((0, -1), (-1, 0)),
    8: ((0, 1), (-1, 0)),
}
"""EXIF 2.32, Orientation: a direction (to the right, down) in the stored picture -> in the upright one, as a matrix."""


def noted_roll_deg(block: bytes, make: str) -> float | None:
    """Degrees that the camera was turned clockwise, seen from behind, by the note in a JPEG or TIFF block.

    Raises ValueError, LookupError or struct.error on damage.
    """
    reader = reader_for(make)
    note = maker_note(block) if reader else None
    return reader(note) if reader and note else None


def upright_roll_deg(camera_roll_deg: float, orientation: int) -> float | None:
    """How far the upright picture's content appears turned clockwise; None where that cannot be its roll.

    A camera turned clockwise shows the ground's direction turned anticlockwise in what it stores.
    """
    turned = math.radians(-camera_roll_deg)
    stored_down = np.array([-math.sin(turned), math.cos(turned)])
    right, down = (float(part) for part in np.array(TURNS[orientation]) @ stored_down)
    roll_deg = math.degrees(math.atan2(-right, down))
    return roll_deg if abs(roll_deg) <= LARGEST_ROLL_DEG else None
