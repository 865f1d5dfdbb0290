"""The packet of a JPEG and of a RAF."""

import pytest

from index.photo import xmp_in_jpeg as room
from index.photo.file_window import window_on
from index.photo.xmp_in_jpeg import xmp_in_jpeg, xmp_in_raf
from tests.index.photo.made_xmp import PACKET, jpeg, raf, segment

EXTENSION = segment(0xE1, b"http://ns.adobe.com/xmp/extension/\0" + b"0" * 32 + bytes(8) + b"<more/>")


def found(tmp_path, data, reader=xmp_in_jpeg):
    (tmp_path / "photo").write_bytes(data)
    with window_on(tmp_path / "photo") as window:
        return reader(window)


def test_the_packet_is_found_behind_other_segments(tmp_path):
    assert found(tmp_path, jpeg(before=segment(0xE1, b"Exif\0\0") + segment(0xE2, bytes(60_000)))) == PACKET


def test_a_packet_further_back_than_the_first_read_is_found(tmp_path):
    assert found(tmp_path, jpeg(before=segment(0xE2, bytes(65_000)) * 3)) == PACKET


def test_the_extension_is_not_taken_for_the_packet(tmp_path):
    assert found(tmp_path, jpeg(before=EXTENSION)) == PACKET
    assert found(tmp_path, jpeg(packet=None, before=EXTENSION)) is None


def test_a_jpeg_without_a_packet_has_none(tmp_path):
    assert found(tmp_path, jpeg(packet=None)) is None


def test_a_packet_before_the_damage_is_still_found(tmp_path):
    whole = jpeg()
    assert found(tmp_path, whole[: whole.index(PACKET) + len(PACKET)]) == PACKET


def test_damage_before_a_packet_is_told(tmp_path):
    with pytest.raises(ValueError, match="claims"):
        found(tmp_path, b"\xff\xd8\xff\xe1\xff\xff")


def test_a_packet_behind_more_than_anybody_writes_is_not_looked_for(tmp_path, monkeypatch):
    monkeypatch.setattr(room, "HEADS_BYTES", (100, 1000))
    assert found(tmp_path, jpeg(before=segment(0xE2, bytes(2000)))) is None


def test_a_raf_carries_it_in_its_jpeg(tmp_path):
    assert found(tmp_path, raf(jpeg()), xmp_in_raf) == PACKET


def test_a_raf_cut_short_is_told(tmp_path):
    with pytest.raises(ValueError, match="past the end"):
        found(tmp_path, raf(jpeg())[:200], xmp_in_raf)
