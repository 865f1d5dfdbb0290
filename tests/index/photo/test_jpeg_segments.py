"""The segments of a JPEG, in files built by hand."""

import struct

import pytest

from index.photo.jpeg_segments import APP0, APP1, APP2, COM, ICC_IDENTIFIER, SOS, icc_profile, segments


def segment(marker, payload=b""):
    return bytes([0xFF, marker]) + struct.pack(">H", 2 + len(payload)) + payload


def jpeg(*parts):
    return b"\xff\xd8" + b"".join(parts) + segment(SOS, b"head") + b"picture data \xff\x00"


def test_segments_come_in_order_up_to_the_scan():
    data = jpeg(segment(APP0, b"JFIF"), segment(COM, b"hello"))
    assert [(found.marker, data[found.start : found.end]) for found in segments(data)] == [
        (APP0, b"JFIF"),
        (COM, b"hello"),
        (SOS, b"head"),
    ]


def test_fill_bytes_before_a_marker_are_passed_over():
    assert [found.marker for found in segments(jpeg(b"\xff\xff", segment(APP1)))] == [APP1, SOS]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\xff\xd8" + segment(APP0), "no scan"),
        (b"\xff\xd8nonsense", "no marker at byte 2"),
        (b"\xff\xd8\xff\xe1\x00\x01", "claims 1 bytes"),
        (b"\xff\xd8\xff\xe1\xff\xff" + b"short", "claims 65535 bytes"),
    ],
)
def test_damage_is_told(data, told):
    with pytest.raises(ValueError, match=told):
        list(segments(data))


def test_profile_is_put_together_in_the_order_of_its_parts():
    parts = [
        segment(APP2, ICC_IDENTIFIER + bytes([number, 2]) + text) for number, text in ((2, b" end"), (1, b"start"))
    ]
    assert icc_profile(jpeg(*parts)) == b"start end"


@pytest.mark.parametrize("data", [jpeg(), jpeg(segment(APP2, b"MPF\0")), b"\xff\xd8nonsense"])
def test_file_without_a_profile_and_damaged_one_have_none(data):
    assert icc_profile(data) is None
