"""The picture of the last photo, and what it may cost."""

import io

import pytest
from PIL import Image
from rich.console import Console

from assist_cli.pictures.protocol import Colours
from assist_cli.render.watch_picture import LastPicture, colours_of


@pytest.fixture
def photo(tmp_path):
    """It has no thumbnail."""
    path = tmp_path / "a.jpg"
    Image.linear_gradient("L").resize((300, 200)).convert("RGB").save(path)
    return path


@pytest.fixture
def with_thumbnail(tmp_path, photo):
    small = io.BytesIO()
    Image.new("RGB", (150, 100), "red").save(small, "JPEG")
    exif = Image.Exif()
    exif.get_ifd(1).update({0x0201: 0, 0x0202: 0})
    path = tmp_path / "b.jpg"
    tiff = bytearray(b"II*\0\x08\0\0\0" + b"\0\0" + (14).to_bytes(4, "little"))
    start = 14 + 2 + 24 + 4
    tiff += (2).to_bytes(2, "little")
    for tag, value in ((0x0201, start), (0x0202, len(small.getvalue()))):
        tiff += (
            tag.to_bytes(2, "little")
            + (4).to_bytes(2, "little")
            + (1).to_bytes(4, "little")
            + value.to_bytes(4, "little")
        )
    tiff += b"\0\0\0\0" + small.getvalue()
    with Image.open(photo) as image:
        image.save(path, exif=b"Exif\0\0" + bytes(tiff))
    return path


def test_cameras_thumbnail_is_shown_at_once(with_thumbnail):
    picture = LastPicture(Colours.TRUE)
    picture.look(with_thumbnail, is_idle=False)
    assert len(picture.rows(with_thumbnail, (30, 8))) == 8


def test_photo_without_one_is_decoded_only_while_nothing_waits(photo):
    picture = LastPicture(Colours.TRUE)
    picture.look(photo, is_idle=False)
    assert not picture.shows(photo)
    assert picture.rows(photo, (30, 8)) == ()
    picture.look(photo, is_idle=True)
    rows = picture.rows(photo, (30, 8))
    assert picture.shows(photo)
    assert [sum(cells.cell_length for cells in row) for row in rows] == [24] * 8
    assert picture.rows(photo, (30, 8)) is rows


def test_box_that_changes_is_drawn_anew(photo):
    picture = LastPicture(Colours.PALETTE)
    picture.look(photo, is_idle=True)
    assert [len(picture.rows(photo, box)) for box in ((30, 8), (30, 4), (1, 1), (0, 5))] == [8, 4, 1, 0]


def test_photo_that_cannot_be_read_or_is_another_has_no_picture(tmp_path, photo):
    picture = LastPicture(Colours.TRUE)
    picture.look(tmp_path / "gone.jpg", is_idle=True)
    assert picture.rows(tmp_path / "gone.jpg", (30, 8)) == ()
    picture.look(photo, is_idle=True)
    assert picture.rows(tmp_path / "gone.jpg", (30, 8)) == ()


@pytest.mark.parametrize(
    ("system", "no_color", "colours"),
    [
        ("truecolor", False, Colours.TRUE),
        ("256", False, Colours.PALETTE),
        ("standard", False, None),
        ("truecolor", True, None),
    ],
)
def test_picture_is_drawn_only_in_colours_that_can_show_it(system, no_color, colours):
    assert colours_of(Console(color_system=system, no_color=no_color, force_terminal=True)) is colours
