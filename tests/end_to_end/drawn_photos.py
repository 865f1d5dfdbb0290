"""Small photos, each another picture, as the bytes of a JPEG or a RAW file."""

from __future__ import annotations

import tempfile
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image

from tests.shoot.dng import write_dng
from tests.shoot.truth import FRAMES


def jpeg_of(seed: int) -> bytes:
    """64 x 48 pixels of noise."""
    grain = np.random.default_rng(seed).integers(0, 255, (48, 64, 3), np.uint8)
    file = BytesIO()
    Image.fromarray(grain).save(file, "JPEG")
    return file.getvalue()


def raw_of(seed: int) -> bytes:
    """128 x 96 photosites of noise."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "photo.dng"
        write_dng(path, np.random.default_rng(seed).random((96, 128, 3)), FRAMES[0])
        return path.read_bytes()
