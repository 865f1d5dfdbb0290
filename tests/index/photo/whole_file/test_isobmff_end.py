"""Where HEIC, AVIF and CR3 end, in files built by hand."""

import struct

from index.photo.whole_file.isobmff_end import how_whole_isobmff
from index.photo.whole_file.wholeness import NotWhole, Unknown, Whole
from tests.index.photo.test_isobmff_items import box, file_with

DATA = b"\x07" * 400
CR3 = box(b"ftyp", b"crx " + bytes(4)) + box(b"moov", b"\x01" * 50) + box(b"mdat", DATA)


def heic(more=0):
    head = file_with([(1, b"hvc1")], [(1, 0, 0, 0)])
    return file_with([(1, b"hvc1")], [(1, 0, len(head) + 8, len(DATA) + more)]) + box(b"mdat", DATA)


def test_boxes_fill_a_whole_file(in_window):
    assert in_window(how_whole_isobmff, heic()) == Whole()
    assert in_window(how_whole_isobmff, CR3) == Whole()


def test_a_box_that_reaches_past_the_end_is_not_all_there(in_window):
    assert in_window(how_whole_isobmff, CR3[:-5]) == NotWhole("5 bytes are missing at its end")


def test_a_file_cut_between_two_boxes_lacks_its_picture(in_window):
    assert isinstance(in_window(how_whole_isobmff, CR3[: -len(DATA) - 8]), NotWhole)
    assert isinstance(in_window(how_whole_isobmff, heic()[: -len(DATA) - 8]), NotWhole)


def test_a_file_cut_inside_the_head_of_a_box_is_not_all_there(in_window):
    for left in range(1, 8):
        assert isinstance(in_window(how_whole_isobmff, CR3[: -len(DATA) - 8 + left]), NotWhole)


def test_an_item_outside_the_file_is_not_all_there(in_window):
    assert in_window(how_whole_isobmff, heic(more=9)) == NotWhole("9 bytes are missing at its end")


def test_an_end_of_zeros_is_not_written_yet(in_window):
    assert isinstance(in_window(how_whole_isobmff, CR3[:-100] + bytes(100)), Unknown)
    assert isinstance(in_window(how_whole_isobmff, CR3[: -len(DATA) - 8] + bytes(408)), NotWhole)


def test_a_file_without_pictures_is_unknown(in_window):
    assert in_window(how_whole_isobmff, file_with([], [])) == Unknown("it names no pictures")


def test_sizes_of_64_bits_and_open_ends_are_understood(in_window):
    wide = struct.pack(">I4sQ", 1, b"mdat", 16 + len(DATA)) + DATA
    open_end = struct.pack(">I4s", 0, b"mdat") + DATA
    before = CR3[: -len(DATA) - 8]
    assert in_window(how_whole_isobmff, before + wide) == Whole()
    assert isinstance(in_window(how_whole_isobmff, before + wide[:-1]), NotWhole)
    assert in_window(how_whole_isobmff, before + open_end) == Unknown("its last part does not say how long it is")
