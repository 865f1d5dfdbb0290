"""Every room that opens pictures with Pillow opens large ones."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize("room", ["decode_pillow", "crop_jpeg", "crop_png", "crop_webp_tiff", "stored_planes"])
def test_a_room_that_is_imported_alone_has_no_limit_of_pillows(room):
    code = f"import index.photo.{room}\nfrom PIL import Image\nassert Image.MAX_IMAGE_PIXELS is None"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
