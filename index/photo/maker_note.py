"""Opens the note that a camera maker leaves inside EXIF: where its directory lies, and what its offsets count from."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from index.photo.exif_values import text
from index.photo.jpeg_segments import APP1, segments

EXIF_PREFIX = b"Exif\0\0"
"""Before the TIFF block in a JPEG's APP1 segment (EXIF 2.32, 4.7.2)."""
EXIF_DIRECTORY, MAKER_NOTE = 0x8769, 0x927C
"""EXIF 2.32: the pointer to the Exif directory, and MakerNote."""
ASCII = 2
"""TIFF 6.0, page 15."""
TYPES = {1: "B", 3: "H", 4: "I", 7: "B", 8: "h", 9: "i", 13: "I"}
"""TIFF 6.0, page 15: the integer types as struct letters (13, IFD, of TIFF Technical Note 1)."""
RATIONAL_TYPES = {5: "I", 10: "i"}
"""TIFF 6.0, page 15: RATIONAL and SRATIONAL, two integers each."""
MOST_VALUES = 4096
"""No autofocus record is longer (a Canon with 1,053 points writes 4,400 numbers, and its first lie below); a damaged count
may say billions."""


@dataclass(frozen=True, slots=True)
class NoteDirectory:
    """One directory in `data`: it lies at byte `at`, its offsets count from byte `base`, `order` is struct's "<" or ">"."""

    data: bytes
    order: str
    base: int
    at: int

    def integers(self, tag: int) -> tuple[int, ...]:
        """The integers of a tag; empty where it is absent, of another type, or lies outside the file."""
        kind, count, start = self._entry(tag)
        letter = TYPES.get(kind)
        return self._unpacked(letter, count, start) if letter else ()

    def rationals(self, tag: int) -> tuple[float, ...]:
        """The fractions of a tag, 0 / 0 as NaN; empty as for `integers`."""
        kind, count, start = self._entry(tag)
        letter = RATIONAL_TYPES.get(kind)
        numbers = self._unpacked(letter, 2 * count, start) if letter else ()
        pairs = zip(numbers[::2], numbers[1::2], strict=True)
        return tuple(over / under if under else float("nan") for over, under in pairs)

    def text(self, tag: int) -> str | None:
        """The text of a tag, without its padding; None where it is absent, of another type, or blank."""
        kind, count, start = self._entry(tag)
        return text(self.data[start : start + min(count, MOST_VALUES)]) if kind == ASCII else None

    def below(self, tag: int) -> NoteDirectory | None:
        """The directory that a tag points to, or holds (Olympus writes both)."""
        kind, count, start = self._entry(tag)
        if kind == 7 and count > 4:
            return NoteDirectory(self.data, self.order, self.base, start)
        offsets = self.integers(tag)
        return NoteDirectory(self.data, self.order, self.base, self.base + offsets[0]) if offsets else None

    def place(self, tag: int) -> int | None:
        """The byte in `data` at which the values of a tag begin."""
        kind, _, start = self._entry(tag)
        return start if kind else None

    def _entry(self, tag: int) -> tuple[int, int, int]:
        """Type, count and first byte of a tag; zeros where it is absent."""
        (entries,) = struct.unpack_from(self.order + "H", self.data, self.at)
        for position in range(self.at + 2, self.at + 2 + 12 * entries, 12):
            found, kind, count = struct.unpack_from(self.order + "HHI", self.data, position)
            if found == tag:
                return kind, count, self._start(position + 8, kind, count)
        return 0, 0, 0

    def _start(self, field: int, kind: int, count: int) -> int:
        letter = "B" if kind == ASCII else TYPES.get(kind) or 2 * RATIONAL_TYPES.get(kind, "B")
        if count * struct.calcsize("=" + letter) <= 4:
            return field
        return self.base + int(struct.unpack_from(self.order + "I", self.data, field)[0])

    def _unpacked(self, letter: str, count: int, start: int) -> tuple[int, ...]:
        return struct.unpack_from(f"{self.order}{min(count, MOST_VALUES)}{letter}", self.data, start)


def maker_note(block: bytes) -> NoteDirectory | None:
    """A JPEG or a TIFF block -> the directory of its maker note; None where there is none that we can open.

    A block without an Exif directory is taken for the note itself, as a CR3 keeps it (lclevy, canon_cr3: CMT3).

    Raises ValueError, LookupError or struct.error for a damaged block.
    """
    start = _tiff_start(block)
    if start is None:
        return None
    order = "<" if block[start : start + 2] == b"II" else ">"
    main = NoteDirectory(block, order, start, start + struct.unpack_from(order + "I", block, start + 4)[0])
    exif = main.below(EXIF_DIRECTORY)
    if exif is None:
        return main
    note = exif.place(MAKER_NOTE)
    return _opened(block, order, start, note) if note else None


def _tiff_start(block: bytes) -> int | None:
    if block[:2] in (b"II", b"MM"):
        return 0
    if block[:2] != b"\xff\xd8":
        return None
    places = (s.start for s in segments(block) if s.marker == APP1 and block.startswith(EXIF_PREFIX, s.start))
    start = next(places, None)
    return None if start is None else start + len(EXIF_PREFIX)


def _opened(block: bytes, order: str, tiff: int, note: int) -> NoteDirectory | None:
    """ExifTool, MakerNotes.pm: which header each maker writes, and what its offsets count from."""
    head = block[note : note + 16]
    if head.startswith(b"Nikon\0\1"):
        return None  # compacts of 1999, whose tags have other numbers
    if head.startswith(b"Nikon\0\2"):
        own = "<" if head[10:12] == b"II" else ">"
        return NoteDirectory(block, own, note + 10, note + 10 + struct.unpack_from(own + "I", block, note + 14)[0])
    if head.startswith(b"FUJIFILM"):
        return NoteDirectory(block, "<", note, note + struct.unpack_from("<I", block, note + 8)[0])
    if head.startswith((b"OLYMPUS\0", b"OM SYSTEM\0")):
        size = 12 if head.startswith(b"OLYMPUS\0") else 16
        return NoteDirectory(block, "<" if b"II" in head[8:16] else ">", note, note + size)
    if head.startswith(b"Apple iOS\0"):
        return NoteDirectory(block, "<" if head[12:14] == b"II" else ">", note, note + 14)
    if head.startswith((b"Panasonic\0", b"SONY ")):
        return NoteDirectory(block, order, tiff, note + 12)
    return NoteDirectory(block, order, tiff, note)
