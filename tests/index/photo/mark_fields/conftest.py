"""Photos for real editors."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

ORIENTATION = 0x0112
"""EXIF 2.32."""
PhotoMaker = Callable[[int], Path]


@pytest.fixture
def photo_with(tmp_path: Path) -> PhotoMaker:
    """EXIF Orientation -> a JPEG of 600 x 400 px as stored: red grows to the right, green downwards."""

    def made(orientation: int) -> Path:
        down, right = np.mgrid[0:400, 0:600]
        pixels = np.stack([right / 4, down / 3, np.full_like(right, 40.0)], axis=-1).astype(np.uint8)
        picture = Image.fromarray(pixels)
        exif = picture.getexif()
        exif[ORIENTATION] = orientation
        path = tmp_path / f"photo{orientation}.jpg"
        picture.save(path, quality=95, exif=exif)
        return path

    return made


@pytest.fixture
def plain_photo(photo_with: PhotoMaker) -> Path:
    """One that is stored upright."""
    return photo_with(1)
