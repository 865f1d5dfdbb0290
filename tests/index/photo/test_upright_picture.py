"""Photos opened upright in their own colours."""

import io

import cv2
import numpy as np
import pytest
from PIL import Image, ImageOps

from index.photo.crop_refused import CropRefusedError
from index.photo.upright_picture import upright_picture, with_pixels


def saved(image, kind, **options):
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def turned(orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    return exif


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_corners_lie_where_a_viewer_shows_them(corners, corner_colours, kind, orientation):
    data = saved(corners, kind, exif=turned(orientation))
    with Image.open(io.BytesIO(data)) as image:
        seen = np.asarray(ImageOps.exif_transpose(image).convert("RGB"))
    assert corner_colours(np.asarray(upright_picture(data))) == corner_colours(seen)


def test_colours_are_not_converted(corners):
    for mode in ("L", "CMYK"):
        assert upright_picture(saved(corners.convert(mode), "JPEG", icc_profile=b"profile")).mode == mode
    assert upright_picture(saved(corners, "JPEG", icc_profile=b"profile")).info["icc_profile"] == b"profile"


def test_transparency_is_kept_where_the_format_keeps_it(corners):
    corners.putalpha(120)
    assert upright_picture(saved(corners, "PNG")).mode == "RGBA"
    assert upright_picture(saved(corners, "WEBP", lossless=True)).mode == "RGBA"


def test_sixteen_bits_are_refused():
    deep = np.zeros((40, 60, 3), np.uint16)
    for kind in (".png", ".tiff"):
        with pytest.raises(CropRefusedError, match="bits"):
            upright_picture(cv2.imencode(kind, deep)[1].tobytes())


def test_other_pixels_keep_what_the_picture_says(corners):
    corners.info["icc_profile"] = b"profile"
    other = with_pixels(corners, np.asarray(corners)[5:20, 10:40])
    assert other.size == (30, 15)
    assert other.info["icc_profile"] == b"profile"


def test_heic_opens_with_its_profile(shared_photos):
    picture = upright_picture((shared_photos / "heic" / "IMG_2927.HEIC").read_bytes())
    assert picture.size == (3024, 4032)
    assert picture.info["icc_profile"]
