"""Upright pictures as JPEGs that carry what their originals say."""

import io

import numpy as np
import pytest
from PIL import Image

from index.photo.crop_refused import CropRefusedError
from index.photo.jpeg_frame import ColourModel, frame_of
from index.photo.jpeg_segments import icc_profile
from index.photo.upright_jpeg import upright_jpeg
from tests.index.photo.made_exif import made_exif


def saved(image, **options):
    stream = io.BytesIO()
    image.save(stream, "JPEG", **options)
    return stream.getvalue()


def test_jpeg_keeps_its_tables_and_says_that_it_is_upright(scene):
    original = saved(scene, quality=87, exif=b"Exif\0\0" + made_exif(orientation=6), icc_profile=b"profile")
    copy = upright_jpeg(original, scene.rotate(90, expand=True))
    told = Image.open(io.BytesIO(copy))
    assert told.quantization == Image.open(io.BytesIO(original)).quantization
    assert told.info["exif"] == b"Exif\0\0" + made_exif(size_px=(240, 320), orientation=1, with_thumbnail=False)
    assert icc_profile(copy) == b"profile"
    assert frame_of(copy).factors == ((1, 1),) * 3
    difference = np.asarray(told).astype(float) - np.asarray(scene.rotate(90, expand=True))
    assert np.abs(difference).mean() < 5


@pytest.mark.parametrize(("mode", "options"), [("L", {}), ("CMYK", {}), ("RGB", {"keep_rgb": True})])
def test_other_colour_models_are_shown_as_they_were(scene, mode, options):
    picture = scene.convert(mode)
    copy = upright_jpeg(saved(picture, quality=90, **options), picture)
    shown = np.asarray(Image.open(io.BytesIO(copy)).convert("RGB")).astype(float)
    assert np.abs(shown - np.asarray(picture.convert("RGB"))).mean() < 6
    assert frame_of(copy).colours in {ColourModel.GREY, ColourModel.CMYK, ColourModel.YCBCR}


def test_metadata_that_no_jpeg_can_hold_is_refused(shared_photos):
    picture = Image.new("RGB", (64, 48))
    picture.info["xmp"] = bytes(70_000)
    with pytest.raises(CropRefusedError, match="longer than a JPEG"):
        upright_jpeg((shared_photos / "heic" / "IMG_2927.HEIC").read_bytes(), picture)


def test_heic_becomes_a_jpeg_with_its_exif_and_profile(shared_photos):
    original = (shared_photos / "heic" / "IMG_2927.HEIC").read_bytes()
    picture = Image.new("RGB", (64, 48), (90, 120, 150))
    picture.info["icc_profile"] = bytes(range(256)) * 600
    copy = upright_jpeg(original, picture)
    told = Image.open(io.BytesIO(copy)).getexif()
    assert told[0x010F] == "Apple"
    assert told[0x0112] == 1
    assert told.get_ifd(0x8769)[0xA002] == 64
    assert icc_profile(copy) == picture.info["icc_profile"]
