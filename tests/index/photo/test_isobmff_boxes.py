"""The boxes of a file, read one head at a time."""

import struct

import pytest

from index.photo.file_window import window_on
from index.photo.isobmff_boxes import boxes, boxes_of_file
from tests.index.photo.test_isobmff_items import box

WHOLE = (
    box(b"ftyp", b"heic") + struct.pack(">I4sQ", 1, b"mdat", 20) + b"abcd" + struct.pack(">I4s", 0, b"free") + b"rest"
)


def of_file(tmp_path, data):
    path = tmp_path / "boxes"
    path.write_bytes(data)
    with window_on(path) as window:
        return list(boxes_of_file(window))


def test_a_whole_file_has_the_same_boxes_however_it_is_read(tmp_path):
    assert of_file(tmp_path, WHOLE) == list(boxes(WHOLE))


def test_the_last_box_of_a_cut_file_reaches_past_its_end(tmp_path):
    last = of_file(tmp_path, box(b"ftyp", b"heic") + box(b"mdat", b"abcdef")[:-4])[-1]
    assert (last.kind, last.end) == (b"mdat", 12 + 14)


def test_a_box_smaller_than_its_head_is_damage(tmp_path):
    with pytest.raises(ValueError, match="claims 7 bytes"):
        of_file(tmp_path, struct.pack(">I4s", 7, b"free") + bytes(8))
