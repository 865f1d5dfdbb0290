"""Crops of WebP and TIFF: pixels, colour profile, EXIF and XMP."""

import io

import numpy as np
import pytest
from PIL import ExifTags, Image

from index.photo.crop_refused import CropRefusedError
from index.photo.crop_webp_tiff import crop_webp, open_tiff, tiff_like
from index.photo.riff_png_chunks import webp_chunks
from tests.index.photo.made_exif import made_exif

BOX = 8, 4, 40, 30
PART = np.s_[4:30, 8:40]


def saved(image, kind, **options):
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def test_webp_without_loss_stays_so(corners):
    original = saved(corners, "WEBP", lossless=True)
    copy = crop_webp(original, BOX)
    assert b"VP8L" in copy
    assert np.array_equal(np.asarray(Image.open(io.BytesIO(copy))), np.asarray(corners)[PART])


def test_webp_with_loss_stays_close(scene):
    original = saved(scene, "WEBP", quality=90)
    copy = crop_webp(original, BOX)
    assert b"VP8L" not in copy
    wanted = np.asarray(Image.open(io.BytesIO(original)))[PART].astype(float)
    assert np.abs(np.asarray(Image.open(io.BytesIO(copy))) - wanted).mean() < 3


def test_webp_keeps_what_it_says(corners):
    xmp = b'<x:xmpmeta exif:PixelXDimension="60"/>'
    original = saved(corners, "WEBP", lossless=True, exif=made_exif(), icc_profile=b"profile", xmp=xmp)
    chunks = {kind: bytes(payload) for kind, payload in webp_chunks(crop_webp(original, BOX))}
    assert chunks[b"EXIF"] == made_exif(size_px=(32, 26), with_thumbnail=False)
    assert chunks[b"ICCP"] == b"profile"
    assert chunks[b"XMP "] == b'<x:xmpmeta exif:PixelXDimension="32"/>'


def test_moving_webp_is_refused(corners):
    with pytest.raises(CropRefusedError, match="several pictures"):
        crop_webp(saved(corners, "WEBP", save_all=True, append_images=[corners.rotate(90)]), BOX)


def tiff_copy(original):
    opened = open_tiff(original)
    return Image.open(io.BytesIO(tiff_like(opened, opened.crop(BOX))))


@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA", "CMYK"])
@pytest.mark.parametrize("compression", ["raw", "tiff_lzw", "tiff_adobe_deflate"])
def test_tiff_keeps_pixels_mode_and_compression(corners, mode, compression):
    picture = corners.convert(mode)
    copy = tiff_copy(saved(picture, "TIFF", compression=compression))
    assert copy.mode == mode
    assert copy.info["compression"] == compression
    assert np.array_equal(np.asarray(copy), np.asarray(picture)[PART])


def test_tiff_of_grey_with_sixteen_bits_keeps_them():
    pixels = np.random.default_rng(1).integers(0, 65_535, (40, 60), np.uint16)
    assert np.array_equal(np.asarray(tiff_copy(saved(Image.fromarray(pixels), "TIFF"))), pixels[PART])


def test_tiff_keeps_what_it_says(corners):
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "A camera"
    exif[ExifTags.Base.Orientation] = 3
    exif[700] = b'<x:xmpmeta exif:PixelXDimension="60"/>'
    of_camera = exif.get_ifd(ExifTags.IFD.Exif)
    exif[ExifTags.IFD.Exif] = 0
    of_camera[ExifTags.Base.ISOSpeedRatings] = 200
    of_camera[ExifTags.Base.ExifImageWidth] = 60
    copy = tiff_copy(saved(corners, "TIFF", exif=exif, icc_profile=b"profile", dpi=(300, 300)))
    kept = copy.getexif()
    assert kept[ExifTags.Base.Make] == "A camera"
    assert kept.get(ExifTags.Base.Orientation, 1) == 1
    assert bytes(kept[700]) == b'<x:xmpmeta exif:PixelXDimension="32"/>'
    assert kept.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.ISOSpeedRatings] == 200
    assert kept.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.ExifImageWidth] == 32
    assert copy.info["icc_profile"] == b"profile"
    assert copy.info["dpi"] == (300, 300)
    assert np.array_equal(np.asarray(copy), np.asarray(corners)[::-1, ::-1][PART])


def test_tiff_of_sixteen_bits_and_colours_is_refused():
    cv2 = pytest.importorskip("cv2")
    deep = cv2.imencode(".tiff", np.zeros((40, 60, 3), np.uint16))[1].tobytes()
    with pytest.raises(CropRefusedError, match="more than 8 bits"):
        open_tiff(deep)


def test_tiff_of_several_pages_is_refused(corners):
    with pytest.raises(CropRefusedError, match="several pictures"):
        open_tiff(saved(corners, "TIFF", save_all=True, append_images=[corners]))
