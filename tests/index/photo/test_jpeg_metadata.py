"""Which segments a cropped copy carries, and which bytes of them differ."""

import pytest

from index.photo.jpeg_metadata import Changed, kept_metadata, segment_bytes
from tests.index.photo.made_exif import made_exif

ICC = [segment_bytes(0xE2, b"ICC_PROFILE\0" + bytes([number, 2]) + b"part") for number in (1, 2)]
EXTENDED_XMP = segment_bytes(0xE1, b"http://ns.adobe.com/xmp/extension/\0" + b"0" * 32 + b'crs:HasCrop="True"')
IPTC = segment_bytes(0xED, b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0\0\0\0\x02hi")
COMMENT, MAKER = segment_bytes(0xFE, b"a comment"), segment_bytes(0xE5, b"\xaa\xff of a camera")
SCAN = b"\xff\xda\x00\x08header" + b"picture data" + b"\xff\xd9" + b"a film that follows"
CHANGED = Changed((640, 480))


def exif(block):
    return segment_bytes(0xE1, b"Exif\0\0" + block)


def jpeg(*parts):
    return b"\xff\xd8" + b"".join(parts) + SCAN


def test_order_and_bytes_are_kept():
    parts = [COMMENT, *ICC, EXTENDED_XMP, IPTC, MAKER]
    assert kept_metadata(jpeg(*parts), CHANGED) == b"".join(parts)


def test_exif_is_made_true_of_the_copy():
    kept = kept_metadata(jpeg(exif(made_exif("<"))), CHANGED)
    assert kept == exif(made_exif("<", size_px=(640, 480), with_thumbnail=False))


def test_what_tells_of_other_pictures_is_left_out():
    pictures = segment_bytes(0xE2, b"MPF\0 offsets"), segment_bytes(0xE0, b"JFXX\0 thumbnail")
    assert kept_metadata(jpeg(*pictures, COMMENT), CHANGED) == COMMENT


def test_thumbnail_within_jfif_is_cut_off():
    head = b"JFIF\0\x01\x02\x01\x00H\x00H"
    assert kept_metadata(jpeg(segment_bytes(0xE0, head + b"\x02\x01" + b"rgbrgb")), CHANGED) == segment_bytes(
        0xE0, head + b"\0\0"
    )


def test_adobes_segment_says_how_colours_are_coded_now():
    ycck, cmyk = (segment_bytes(0xEE, b"Adobe\0\x64\0\0\0\0" + bytes([transform])) for transform in (2, 0))
    assert kept_metadata(jpeg(ycck), Changed((640, 480), transform=0)) == cmyk
    assert kept_metadata(jpeg(ycck), CHANGED) == ycck


def test_xmp_that_fills_its_segment_is_not_made_longer():
    packet = b"http://ns.adobe.com/xap/1.0/\0" + b'crs:HasCrop="True"'
    full = segment_bytes(0xE1, packet.ljust(65_533))
    assert kept_metadata(jpeg(full), CHANGED) == full


def test_segment_that_is_too_long_is_refused():
    with pytest.raises(ValueError, match="65534 bytes"):
        segment_bytes(0xE1, bytes(65_534))
