"""Where TIFF and the RAW files built like one end, in files built by hand."""

import pytest

from index.photo.tiff_directories import EXIF_IFD, SUB_IFDS, THUMBNAIL_BYTES, THUMBNAIL_OFFSET
from index.photo.whole_file.tiff_end import how_whole_tiff
from index.photo.whole_file.whole import how_whole
from index.photo.whole_file.wholeness import NotWhole, Unknown, Whole
from tests.index.photo.test_tiff_directories import LONG, directory, tiff

STRIPS, COUNTS, ASCII, RATIONAL = 0x0111, 0x0117, 2, 5
RAW_OFFSET = 0x0118
PIXELS = b"\x08" * 100


def with_pixels(order, entries, data=PIXELS):
    """A TIFF of one directory; {} in an entry stands for where the pixels begin."""
    at = 8 + len(directory(order, [(0, 0, 0, 0)] * len(entries)))
    return tiff(
        order, directory(order, [(tag, kind, count, at if n is None else n) for tag, kind, count, n in entries]), data
    )


@pytest.mark.parametrize("order", ["<", ">"])
def test_every_strip_lies_in_a_whole_file(in_window, order):
    whole = with_pixels(order, [(STRIPS, LONG, 1, None), (COUNTS, LONG, 1, 100)])
    assert in_window(how_whole_tiff, whole) == Whole()
    assert in_window(how_whole_tiff, whole[:-1]) == NotWhole("1 bytes are missing at its end")


def test_a_thumbnail_has_to_be_there_too(in_window):
    entries = [(THUMBNAIL_OFFSET, LONG, 1, None), (THUMBNAIL_BYTES, LONG, 1, 100)]
    assert in_window(how_whole_tiff, with_pixels("<", entries)) == Whole()
    assert isinstance(in_window(how_whole_tiff, with_pixels("<", entries)[:-3]), NotWhole)


@pytest.mark.parametrize("leads_on", [SUB_IFDS, EXIF_IFD])
def test_directories_after_the_pixels_have_to_be_there_too(in_window, tmp_path, leads_on):
    entries = [(STRIPS, LONG, 1, None), (COUNTS, LONG, 1, 100), (leads_on, LONG, 1, 0)]
    sub_at = len(with_pixels("<", entries))
    entries[2] = (leads_on, LONG, 1, sub_at)
    whole = with_pixels(
        "<", entries, PIXELS + directory("<", [(0x8298, ASCII, 20, sub_at + 18)]) + b"nobody's copyright.\0"
    )
    assert in_window(how_whole_tiff, whole) == Whole()
    path = tmp_path / "cut.tif"
    for missing in range(1, len(whole) - sub_at + 1):
        path.write_bytes(whole[:-missing])
        assert not isinstance(how_whole(path), Whole), missing


def test_a_value_of_any_type_has_to_be_there(in_window):
    entries = [(STRIPS, LONG, 1, 8), (COUNTS, LONG, 1, 20), (0x011A, RATIONAL, 1, None)]
    assert in_window(how_whole_tiff, with_pixels("<", entries, b"\1" * 8)) == Whole()
    assert isinstance(in_window(how_whole_tiff, with_pixels("<", entries, b"\1" * 7)), NotWhole)


def test_directories_that_point_in_circles_are_read_once(in_window):
    entries = [(STRIPS, LONG, 1, None), (COUNTS, LONG, 1, 100), (SUB_IFDS, LONG, 1, 8)]
    assert in_window(how_whole_tiff, with_pixels("<", entries)) == Whole()


def test_a_file_whose_directory_is_not_written_yet_is_waited_for(in_window):
    assert isinstance(in_window(how_whole_tiff, tiff("<", bytes(500))), NotWhole)


def test_pixels_that_end_in_zeros_are_waited_for(in_window):
    entries = [(STRIPS, LONG, 1, None), (COUNTS, LONG, 1, 100)]
    assert isinstance(in_window(how_whole_tiff, with_pixels("<", entries, PIXELS[:80] + bytes(20))), Unknown)


def test_a_panasonic_raw_is_whole_only_where_its_numbers_say_so(in_window):
    entries = [(COUNTS, LONG, 1, 100), (RAW_OFFSET, LONG, 1, None)]
    assert in_window(how_whole_tiff, with_pixels("<", entries)) == Whole()
    for data in (PIXELS[:-1], PIXELS + b"\1"):
        assert isinstance(in_window(how_whole_tiff, with_pixels("<", entries, data)), Unknown)


def test_numbers_of_eight_bytes_are_unknown(in_window):
    assert in_window(how_whole_tiff, b"II+\0" + bytes(20)) == Unknown("it is a BigTIFF")
