"""Where a Fujifilm RAF ends, in files built by hand."""

import struct

from index.photo.whole_file.raf_end import how_whole_raf
from index.photo.whole_file.wholeness import NotWhole, Unknown, Whole


def raf(*parts, size_bytes=1000, filling=b"\x09"):
    head = b"FUJIFILMCCD-RAW ".ljust(84, b"\x01") + struct.pack(">6I", *parts)
    return head.ljust(size_bytes, filling)


def test_a_raf_holds_the_parts_that_its_head_names(in_window):
    assert in_window(how_whole_raf, raf(108, 92, 200, 100, 300, 700)) == Whole()
    assert in_window(how_whole_raf, raf(108, 92, 200, 100, 300, 701)) == NotWhole("1 bytes are missing at its end")


def test_a_head_that_names_nothing_is_not_written_yet(in_window):
    assert isinstance(in_window(how_whole_raf, raf(0, 0, 0, 0, 0, 0)), NotWhole)


def test_an_end_of_zeros_is_not_written_yet(in_window):
    assert isinstance(in_window(how_whole_raf, raf(108, 92, 200, 100, 300, 700, filling=b"\0")), Unknown)
