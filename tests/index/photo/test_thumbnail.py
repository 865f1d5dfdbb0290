"""The small picture in a JPEG's EXIF."""

from __future__ import annotations

import io
import struct

import numpy as np
import pytest
from PIL import Image

from index.photo.thumbnail import read_thumbnail

COLOURS = ((200, 30, 20), (10, 60, 220))


def halves(size):
    """Red on the left, blue on the right."""
    image = Image.new("RGB", size, COLOURS[0])
    image.paste(COLOURS[1], (size[0] // 2, 0, size[0], size[1]))
    return image


def tiff_with(thumbnail, orientation=1):
    """IFD0 with the orientation, IFD1 with the thumbnail."""
    first = struct.pack("<HHHIII", 1, 0x0112, 3, 1, orientation, 26)
    second = struct.pack("<HHHIIHHIII", 2, 0x0201, 4, 1, 56, 0x0202, 4, 1, len(thumbnail), 0)
    return struct.pack("<2sHI", b"II", 42, 8) + first + second + thumbnail


@pytest.fixture
def photo(tmp_path):
    """A JPEG with a thumbnail in its EXIF."""

    def write(size, thumbnail, orientation=1):
        buffer = io.BytesIO()
        thumbnail.save(buffer, "JPEG", quality=95, subsampling=0)
        exif = b"Exif\0\0" + tiff_with(buffer.getvalue(), orientation)
        halves(size).save(tmp_path / "a.jpg", exif=exif)
        return tmp_path / "a.jpg"

    return write


def is_red_left_of_blue(rgb):
    width = rgb.shape[1]
    left, right = rgb[:, : width // 2 - 2], rgb[:, width // 2 + 2 :]
    return all(
        np.abs(part.astype(int) - colour).max() < 12 for part, colour in ((left, COLOURS[0]), (right, COLOURS[1]))
    )


def test_thumbnail_is_read_as_it_is(photo):
    rgb = read_thumbnail(photo((640, 480), halves((160, 120))))
    assert rgb.shape == (120, 160, 3)
    assert is_red_left_of_blue(rgb)


def test_thumbnail_is_turned_upright(photo):
    rgb = read_thumbnail(photo((640, 480), halves((160, 120)), orientation=6))
    assert rgb.shape == (160, 120, 3)
    assert rgb[:70, :, 0].min() > 180


def test_bars_around_the_photo_are_left_out(photo):
    barred = Image.new("RGB", (160, 120))
    barred.paste(halves((160, 107)), (0, 7))
    rgb = read_thumbnail(photo((600, 400), barred))
    assert rgb.shape == (107, 160, 3)
    assert is_red_left_of_blue(rgb[2:-2])


@pytest.mark.parametrize("size", [(600, 200), (200, 600)], ids=["wider", "higher"])
def test_thumbnail_of_another_shape_is_not_believed(photo, size):
    assert read_thumbnail(photo(size, halves((160, 120)))) is None


def test_photo_without_one_has_none(tmp_path):
    halves((640, 480)).save(tmp_path / "a.jpg")
    assert read_thumbnail(tmp_path / "a.jpg") is None


@pytest.mark.parametrize("data", [b"", b"\xff\xd8\xff\xe1\x00\x04", b"not a photo"])
def test_damaged_file_has_none(tmp_path, data):
    (tmp_path / "a.jpg").write_bytes(data)
    assert read_thumbnail(tmp_path / "a.jpg") is None


def test_every_cut_of_a_file_has_one_or_none(photo):
    path = photo((640, 480), halves((160, 120)))
    data = path.read_bytes()
    for length in range(1, len(data), 97):
        path.write_bytes(data[:length])
        rgb = read_thumbnail(path)
        assert rgb is None or rgb.shape == (120, 160, 3)


def test_missing_file_has_none(tmp_path):
    assert read_thumbnail(tmp_path / "gone.jpg") is None
