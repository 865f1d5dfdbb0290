"""Real photos for the assessors' tests: `camera_frame` runs a test once for each full-size camera photo."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageOps

from index.photo.record import ExifFacts
from scoring.frame import Frame

CAMERA_PHOTOS_DIR = Path(__file__).resolve().parents[4] / "shared" / "photos" / "camera"
CAMERA_PHOTOS = sorted(CAMERA_PHOTOS_DIR.glob("*.jpg"))


@pytest.fixture(scope="session", params=CAMERA_PHOTOS or [None], ids=lambda path: path.stem if path else "absent")
def camera_frame(request):
    """One full-size camera photo, upright."""
    if request.param is None:
        pytest.skip("needs the camera photos in ../shared/photos/camera, which are not part of the project")
    rgb = np.asarray(ImageOps.exif_transpose(Image.open(request.param)).convert("RGB"))
    return Frame(rgb, (rgb.shape[1], rgb.shape[0]), ExifFacts())
