"""Photoshop's resource blocks, built by hand."""

import struct

import pytest

from index.photo.photoshop_blocks import SIGNATURE, without_thumbnail


def block(number, payload, name=b""):
    named = bytes([len(name)]) + name
    padded = payload + b"\0" * (len(payload) % 2)
    return (
        b"8BIM"
        + struct.pack(">H", number)
        + named
        + b"\0" * (len(named) % 2)
        + struct.pack(">I", len(payload))
        + padded
    )


IPTC, RESOLUTION = block(0x0404, b"\x1c\x02\x05title"), block(0x03ED, b"resolution", b"even")


@pytest.mark.parametrize("number", [1033, 1036])
def test_picture_goes_and_iptc_stays(number):
    payload = SIGNATURE + IPTC + block(number, b"uncropped picture") + RESOLUTION
    assert without_thumbnail(payload) == SIGNATURE + IPTC + RESOLUTION


@pytest.mark.parametrize("payload", [SIGNATURE, SIGNATURE + IPTC, SIGNATURE + IPTC + b"8BIM\x04", SIGNATURE + b"else"])
def test_other_payloads_keep_every_byte(payload):
    assert without_thumbnail(payload) == payload
