"""Where a WebP ends."""

import struct

from index.photo.whole_file.riff_end import how_whole_webp
from index.photo.whole_file.wholeness import NotWhole, Unknown, Whole


def webp(stated, payload):
    return b"RIFF" + struct.pack("<I", stated) + b"WEBPVP8 " + struct.pack("<I", len(payload)) + payload


def test_a_webp_is_as_long_as_it_says(in_window):
    assert in_window(how_whole_webp, webp(112, b"\x05" * 100)) == Whole()
    assert in_window(how_whole_webp, webp(112, b"\x05" * 99)) == NotWhole("1 bytes are missing at its end")


def test_bytes_after_its_end_are_no_part_of_it(in_window):
    assert in_window(how_whole_webp, webp(112, b"\x05" * 100) + b"more") == Whole()


def test_a_size_that_is_filled_in_at_the_end_is_waited_for(in_window):
    assert isinstance(in_window(how_whole_webp, webp(0, b"\x05" * 100)), NotWhole)


def test_an_end_of_zeros_is_not_written_yet(in_window):
    assert isinstance(in_window(how_whole_webp, webp(112, bytes(100))), Unknown)
