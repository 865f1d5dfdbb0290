"""The packet of a PNG and of a WebP."""

import io
import struct
import zlib

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from index.photo import xmp_in_chunks as room
from index.photo.file_window import window_on
from index.photo.xmp_in_chunks import xmp_in_png, xmp_in_webp
from tests.index.photo.made_xmp import PACKET


def found(tmp_path, data, reader):
    (tmp_path / "photo").write_bytes(data)
    with window_on(tmp_path / "photo") as window:
        return reader(window)


def png(packed=False, keyword="XML:com.adobe.xmp"):
    about = PngInfo()
    about.add_itxt(keyword, PACKET.decode(), zip=packed)
    file = io.BytesIO()
    Image.new("RGB", (8, 8)).save(file, "PNG", pnginfo=about)
    return file.getvalue()


def webp(packet):
    file = io.BytesIO()
    Image.new("RGB", (8, 8)).save(file, "WEBP", xmp=packet)
    return file.getvalue()


@pytest.mark.parametrize("packed", [False, True])
def test_a_png_has_it_in_a_text_chunk_packed_or_not(tmp_path, packed):
    assert found(tmp_path, png(packed), xmp_in_png) == PACKET


def test_a_png_that_has_it_behind_the_picture_data_is_read_too(tmp_path):
    bare = io.BytesIO()
    Image.new("RGB", (8, 8)).save(bare, "PNG")
    text = b"XML:com.adobe.xmp\0\0\0\0\0" + PACKET
    chunk = struct.pack(">I4s", len(text), b"iTXt") + text + bytes(4)
    assert found(tmp_path, bare.getvalue()[:-12] + chunk + bare.getvalue()[-12:], xmp_in_png) == PACKET


def test_other_texts_are_no_packet(tmp_path):
    assert found(tmp_path, png(keyword="Comment"), xmp_in_png) is None


def test_a_text_that_unpacks_to_more_than_anybody_writes_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(room, "MOST_BYTES", 100)
    with pytest.raises(ValueError, match="more than anybody writes"):
        found(tmp_path, png(packed=True), xmp_in_png)


def test_a_packed_text_that_is_damaged_is_told(tmp_path):
    data = bytearray(png(packed=True))
    data[data.index(b"XML:com.adobe.xmp") + 25] ^= 0xFF
    with pytest.raises(zlib.error):
        found(tmp_path, bytes(data), xmp_in_png)


def test_a_webp_has_it_in_a_chunk_of_its_own(tmp_path):
    assert found(tmp_path, webp(PACKET), xmp_in_webp) == PACKET


def test_a_webp_without_one_has_none(tmp_path):
    assert found(tmp_path, webp(b""), xmp_in_webp) is None


def test_a_webp_whose_packet_is_cut_short_is_told(tmp_path):
    with pytest.raises(ValueError, match="past the end"):
        found(tmp_path, webp(PACKET)[:-20], xmp_in_webp)
