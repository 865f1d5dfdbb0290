"""How the photos were drawn that lie in `photos/`: frames of the rendered shoot, encoded anew in the ways that cameras encode.

They are kept as files, because what draws and encodes them is rounded otherwise by other versions of OpenCV and libjpeg. Drawing
them again (`python -m tests.scoring.golden.draw_photos`) makes other bytes, and `said.json` is then to be renewed too.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from tests.index.photo.test_colour_profile import DISPLAY_P3, rgb_profile
from tests.shoot.render import render_shoot

PHOTOS = Path(__file__).parent / "photos"
QUALITY = 80
"""A choice: half the bytes of the shoot's 90."""
STRONG = 20
"""Its blocks are seen."""
LARGE = "twelve_megapixels.jpg"
DRAWN = {
    "sideways.jpg": "DSC_0114.JPG",
    "sitter.jpg": "DSC_0122.JPG",
    "night.jpg": "DSC_0118.JPG",
    "dark.jpg": "DSC_0117.JPG",
    "blocks.jpg": "DSC_0115.JPG",
    "valley.jpg": "DSC_0103.JPG",
    "tilted_display_p3.jpg": "DSC_0113.JPG",
    "grey.jpg": "DSC_0121.JPG",
    "white.png": "DSC_0120.JPG",
    "tiny.jpg": "DSC_0106.JPG",
}
"""File -> the frame of the shoot that it shows."""


def draw_photos(folder: Path) -> None:
    """Draws all but the large one."""
    with tempfile.TemporaryDirectory() as drawn:
        render_shoot(Path(drawn))
        for name, frame in DRAWN.items():
            with Image.open(Path(drawn, frame)) as picture:
                picture.load()
                _changed(picture, name).save(folder / name, exif=picture.getexif(), **_options(name))


def draw_large_photo(folder: Path) -> Path:
    """13.5 megapixels with grain, as 6 MB that need not be kept: of whole numbers, whose random ones never change (NEP 19)."""
    with Image.open(PHOTOS / "valley.jpg") as small:
        exif, pixels = small.getexif(), np.asarray(small, np.int16).repeat(3, axis=0).repeat(3, axis=1)
    for axis in (0, 1):
        pixels = (np.roll(pixels, 1, axis) + 2 * pixels + np.roll(pixels, -1, axis)) // 4
    pixels += np.random.RandomState(0).randint(-6, 7, pixels.shape, np.int16)
    Image.fromarray(pixels.clip(0, 255).astype(np.uint8)).save(folder / LARGE, quality=90, exif=exif)
    return folder / LARGE


def _changed(picture: Image.Image, name: str) -> Image.Image:
    if name == "grey.jpg":
        return picture.convert("L")
    if name == "tilted_display_p3.jpg":
        return picture.crop((0, 0, 1277, 851))  # no whole number of blocks
    if name == "white.png":
        return picture.resize((450, 300), Image.Resampling.BOX)
    return picture.resize((60, 40), Image.Resampling.BOX) if name == "tiny.jpg" else picture


def _options(name: str) -> dict[str, Any]:
    if name == "tilted_display_p3.jpg":
        profile = rgb_profile(DISPLAY_P3, None)
        return {"quality": QUALITY, "subsampling": "4:4:4", "progressive": True, "icc_profile": profile}
    return {"quality": STRONG if name == "blocks.jpg" else QUALITY}


if __name__ == "__main__":
    PHOTOS.mkdir(exist_ok=True)
    draw_photos(PHOTOS)
