"""Crops of PNGs: no loss at any depth, and what a file says beside its pixels."""

import io
import struct
import zlib

import cv2
import numpy as np
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from index.photo.crop_png import SIGNATURE, crop_png
from index.photo.crop_refused import CropRefusedError
from index.photo.riff_png_chunks import png_chunks
from tests.index.photo.made_exif import made_exif

BOX = 7, 5, 40, 30
PART = np.s_[5:30, 7:40]


def saved(image, **options):
    stream = io.BytesIO()
    image.save(stream, "PNG", **options)
    return stream.getvalue()


def chunk(kind, payload):
    return struct.pack(">I", len(payload)) + kind + payload + struct.pack(">I", zlib.crc32(kind + payload))


def with_chunk(data, kind, payload):
    """After the header, which ends at byte 33."""
    return data[:33] + chunk(kind, payload) + data[33:]


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_crop_has_the_same_pixels_and_mode(corners, mode):
    original = saved(corners.convert(mode))
    copy = Image.open(io.BytesIO(crop_png(original, BOX)))
    assert copy.mode == mode
    assert np.array_equal(np.asarray(copy.convert("RGBA")), np.asarray(corners.convert(mode).convert("RGBA"))[PART])


@pytest.mark.parametrize("channels", [3, 4])
def test_sixteen_bits_stay_sixteen(channels):
    pixels = np.random.default_rng(1).integers(0, 65_535, (40, 60, channels), np.uint16)
    original = cv2.imencode(".png", pixels)[1].tobytes()
    copy = cv2.imdecode(np.frombuffer(crop_png(original, BOX), np.uint8), cv2.IMREAD_UNCHANGED)
    assert copy.dtype == np.uint16
    assert np.array_equal(copy, pixels[PART])


def test_sixteen_bits_of_grey_stay_sixteen():
    pixels = np.random.default_rng(2).integers(0, 65_535, (40, 60), np.uint16)
    copy = cv2.imdecode(np.frombuffer(crop_png(saved(Image.fromarray(pixels)), BOX), np.uint8), cv2.IMREAD_UNCHANGED)
    assert np.array_equal(copy, pixels[PART])


def test_sixteen_bits_of_grey_with_transparency_are_refused():
    header = struct.pack(">IIBBBBB", 2, 1, 16, 4, 0, 0, 0)
    rows = zlib.compress(b"\0" + bytes(8))
    data = SIGNATURE + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    with pytest.raises(CropRefusedError, match="16 bits"):
        crop_png(data, (0, 0, 1, 1))


def test_film_is_refused(corners):
    with pytest.raises(CropRefusedError, match="several pictures"):
        crop_png(saved(corners, save_all=True, append_images=[corners.rotate(90)]), BOX)


def test_text_profile_resolution_and_exif_come_along(corners):
    text = PngInfo()
    text.add_text("Title", "a title")
    original = with_chunk(saved(corners, pnginfo=text, dpi=(300, 300), icc_profile=b"profile"), b"eXIf", made_exif())
    chunks = {kind: bytes(payload) for kind, payload in png_chunks(crop_png(original, BOX))}
    of_original = {kind: bytes(payload) for kind, payload in png_chunks(original)}
    for kind in (b"tEXt", b"iCCP", b"pHYs"):
        assert chunks[kind] == of_original[kind]
    assert chunks[b"eXIf"] == made_exif(size_px=(33, 25), with_thumbnail=False)


def test_xmp_is_made_true_and_a_persons_text_is_not_touched(corners):
    words = b'exif:PixelXDimension="60"'
    original = with_chunk(saved(corners), b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + words)
    original = with_chunk(original, b"iTXt", b"Comment\0\0\0\0\0" + words)
    texts = [bytes(payload) for kind, payload in png_chunks(crop_png(original, BOX)) if kind == b"iTXt"]
    assert texts == [b"Comment\0\0\0\0\0" + words, b"XML:com.adobe.xmp\0\0\0\0\0" + b'exif:PixelXDimension="33"']
