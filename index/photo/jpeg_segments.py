"""Walks the marker segments of a JPEG up to its first scan (ITU-T T.81, annex B)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

SOS = 0xDA
COM = 0xFE
APP0, APP1, APP2, APP15 = 0xE0, 0xE1, 0xE2, 0xEF
ICC_IDENTIFIER = b"ICC_PROFILE\0"
"""ICC.1:2022, annex B.4: prefix of an APP2 segment that holds a part of a profile; then come its number and their
count."""


class Segment(NamedTuple):
    """A segment: its marker's second byte, and where its payload (after the length) begins and ends."""

    marker: int
    start: int
    end: int


def segments(data: bytes) -> Iterator[Segment]:
    """The segments up to and with the first SOS. Raises ValueError where the structure is damaged."""
    position = 2
    while position + 4 <= len(data):
        if data[position] != 0xFF:
            raise ValueError(f"no marker at byte {position}")
        marker = data[position + 1]
        if marker == 0xFF:  # a fill byte
            position += 1
            continue
        (length,) = struct.unpack_from(">H", data, position + 2)
        end = position + 2 + length
        if length < 2 or end > len(data):
            raise ValueError(f"segment {marker:#x} claims {length} bytes")
        yield Segment(marker, position + 4, end)
        if marker == SOS:
            return
        position = end
    raise ValueError("no scan")


def icc_profile(data: bytes) -> bytes | None:
    """The ICC profile of a JPEG, put together from its parts; None where there is none or the file is damaged."""
    parts: dict[int, bytes] = {}
    try:
        for segment in segments(data):
            if segment.marker == APP2 and data.startswith(ICC_IDENTIFIER, segment.start):
                body = segment.start + len(ICC_IDENTIFIER)
                parts[data[body]] = data[body + 2 : segment.end]
    except (ValueError, IndexError):
        return None
    return b"".join(part for _, part in sorted(parts.items())) or None
