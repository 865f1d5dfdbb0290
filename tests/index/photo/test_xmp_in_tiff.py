"""The packet of a TIFF and of the RAW files built like one."""

import struct

import pytest

from index.photo.file_window import window_on
from index.photo.xmp_in_tiff import xmp_in_tiff
from tests.index.photo.made_xmp import PACKET, tiff


def found(tmp_path, data):
    (tmp_path / "photo").write_bytes(data)
    with window_on(tmp_path / "photo") as window:
        return xmp_in_tiff(window)


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("kind", [1, 7])
@pytest.mark.parametrize("big", [False, True])
def test_it_is_found_in_either_order_of_bytes_and_either_size_of_numbers(tmp_path, order, kind, big):
    assert found(tmp_path, tiff(PACKET, order, kind, big)) == PACKET


@pytest.mark.parametrize("magic", [b"IIU\0", b"IIRO"])
def test_makers_own_numbers_in_the_head_do_not_matter(tmp_path, magic):
    assert found(tmp_path, magic + tiff(PACKET)[4:]) == PACKET


def test_a_tag_of_another_type_is_no_packet(tmp_path):
    assert found(tmp_path, tiff(PACKET, kind=2)) is None


def test_a_packet_of_four_bytes_is_none(tmp_path):
    assert found(tmp_path, tiff(b"<a/>")) is None


@pytest.mark.parametrize("left", [6, 9, 15])
def test_a_file_cut_short_is_told(tmp_path, left):
    with pytest.raises(ValueError, match="past the end"):
        found(tmp_path, tiff(PACKET)[:left])


def test_a_directory_that_lies_elsewhere_is_told(tmp_path):
    with pytest.raises(ValueError, match="past the end"):
        found(tmp_path, b"II*\0" + struct.pack("<I", 1 << 30))
