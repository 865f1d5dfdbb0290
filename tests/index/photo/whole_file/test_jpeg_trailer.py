"""What follows a JPEG's picture: further pictures, films, makers' notes."""

import io
import struct

import pytest

from index.photo.whole_file.jpeg_end import how_whole_jpeg
from index.photo.whole_file.whole import how_whole
from index.photo.whole_file.wholeness import NotWhole, Unknown, Whole

FILM = struct.pack(">I4s4sI", 16, b"ftyp", b"mp42", 0) + struct.pack(">I4s", 1008, b"mdat") + b"\x07" * 1000


@pytest.fixture
def photo(scene):
    buffer = io.BytesIO()
    scene.save(buffer, "JPEG")
    return buffer.getvalue()


@pytest.fixture
def preview(scene):
    buffer = io.BytesIO()
    scene.resize((80, 60)).save(buffer, "JPEG")
    return buffer.getvalue()


def with_index(photo, following):
    """A JPEG with an MPF index (CIPA DC-007), and the pictures that it names after it."""
    entry_bytes = 16 * (1 + len(following))
    head = b"II*\0" + struct.pack("<IHHHII", 8, 1, 0xB002, 7, entry_bytes, 26) + bytes(4)
    segment_bytes = 4 + 4 + len(head) + entry_bytes
    main_bytes = len(photo) + segment_bytes
    entries, at = struct.pack("<IIIHH", 0x030000, main_bytes, 0, 0, 0), main_bytes
    for one in following:
        entries += struct.pack("<IIIHH", 0, len(one), at - (2 + 4 + 4), 0, 0)
        at += len(one)
    payload = b"MPF\0" + head + entries
    segment = b"\xff\xe2" + struct.pack(">H", 2 + len(payload)) + payload
    return photo[:2] + segment + photo[2:] + b"".join(following)


def test_a_photo_is_whole_with_every_picture_of_its_index(in_window, photo, preview):
    assert in_window(how_whole_jpeg, with_index(photo, [preview, preview])) == Whole()


def test_a_photo_whose_index_names_more_than_is_there_is_waited_for(in_window, photo, preview):
    whole = with_index(photo, [preview, preview])
    for missing in (1, 2, len(preview) // 2, len(preview), len(preview) + 2, 2 * len(preview)):
        said = in_window(how_whole_jpeg, whole[:-missing])
        assert isinstance(said, Unknown), missing
        assert "main picture is there" in said.reason
    assert isinstance(in_window(how_whole_jpeg, whole[: -2 * len(preview) - 2]), NotWhole)


def test_a_named_picture_that_is_only_zeros_so_far_is_waited_for(in_window, photo, preview):
    whole = with_index(photo, [preview, preview])
    assert isinstance(in_window(how_whole_jpeg, whole[: -len(preview)] + bytes(len(preview))), Unknown)


def test_a_film_after_the_photo_has_to_be_whole(in_window, photo):
    assert in_window(how_whole_jpeg, photo + FILM) == Whole()
    assert isinstance(in_window(how_whole_jpeg, photo + FILM[:-1]), Unknown)


def test_a_picture_after_the_photo_that_no_index_names_has_to_be_whole(in_window, photo, preview):
    """So Minolta's cameras write a preview: after zeros, its own first byte zero too."""
    trailer = bytes(300) + b"\0" + preview[1:]
    assert in_window(how_whole_jpeg, photo + trailer) == Whole()
    assert isinstance(in_window(how_whole_jpeg, photo + trailer[:-2]), Unknown)


def test_a_makers_note_after_the_photo_needs_no_end(in_window, photo):
    assert in_window(how_whole_jpeg, photo + b"Image_UTC_Data1600000000SEFH") == Whole()


def test_a_damaged_index_is_no_whole_photo(tmp_path, photo, preview):
    whole = with_index(photo, [preview])
    path = tmp_path / "photo.jpg"
    path.write_bytes(whole.replace(b"MPF\0II*\0\x08\0\0\0", b"MPF\0II*\0\xff\xff\xff\xff"))
    assert isinstance(how_whole(path), Unknown)
