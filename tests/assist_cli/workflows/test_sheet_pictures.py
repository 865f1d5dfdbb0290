"""The pictures of a contact sheet are small JPEGs that hold nothing but the picture."""

import io

import pytest
from PIL import Image

from assist_cli.workflows.sheet_pictures import EDGE_PX, sheet_picture


@pytest.fixture
def photo(tmp_path):
    """1200 x 800 px, taken with the camera turned, with its owner's name in it."""
    exif = Image.Exif()
    exif[0x0112], exif[0x8298] = 6, "somebody's name"
    path = tmp_path / "a.jpg"
    Image.new("RGB", (1200, 800), (200, 60, 30)).save(path, exif=exif, comment=b"somebody's name")
    return path


def test_sheet_picture_is_an_upright_jpeg_of_that_length(photo):
    with Image.open(io.BytesIO(sheet_picture(photo, 120))) as picture:
        assert (picture.format, picture.size) == ("JPEG", (80, 120))
        assert picture.getpixel((40, 60)) == pytest.approx((200, 60, 30), abs=4)


def test_sheet_picture_tells_nothing_but_the_picture(photo):
    data = sheet_picture(photo)
    assert b"somebody" in photo.read_bytes()
    assert b"somebody" not in data
    with Image.open(io.BytesIO(data)) as picture:
        assert max(picture.size) == EDGE_PX
        assert not picture.getexif()
        assert not {"icc_profile", "exif", "comment"} & picture.info.keys()


@pytest.mark.parametrize("content", [b"", b"no photo", b"\xff\xd8\xff\xe0"])
def test_sheet_picture_is_none_where_the_photo_cannot_be_read(tmp_path, content):
    (tmp_path / "a.jpg").write_bytes(content)
    assert sheet_picture(tmp_path / "a.jpg") is None
    assert sheet_picture(tmp_path / "missing.jpg") is None
