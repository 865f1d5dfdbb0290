"""Where a PNG ends."""

import io

import pytest

from index.photo.whole_file.png_end import LAST_CHUNK, how_whole_png
from index.photo.whole_file.wholeness import NotWhole, Whole


@pytest.fixture
def png(scene):
    buffer = io.BytesIO()
    scene.save(buffer, "PNG")
    return buffer.getvalue()


def test_a_png_ends_with_its_last_chunk(in_window, png):
    assert in_window(how_whole_png, png) == Whole()
    assert in_window(how_whole_png, png[:-1]) == NotWhole("its last chunk is missing")


def test_bytes_after_the_last_chunk_are_no_part_of_it(in_window, png):
    assert in_window(how_whole_png, png + b"appended by somebody") == Whole()


def test_zeros_where_chunks_should_be_are_not_written_yet(in_window, png):
    assert in_window(how_whole_png, png[:33] + bytes(5000)) == NotWhole("a part of it is not written yet")


def test_a_last_chunk_inside_pixels_is_none(in_window, png):
    text = b"tEXtkey\0" + LAST_CHUNK + b"more"
    chunk = (len(text) - 4).to_bytes(4, "big") + text + bytes(4)
    assert isinstance(in_window(how_whole_png, png[:33] + chunk + png[33:60]), NotWhole)
