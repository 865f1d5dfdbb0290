"""Maker's notes are opened as each maker writes them, and damage is said aloud."""

from __future__ import annotations

import struct

import pytest

from index.photo.maker_note import maker_note


def directory(entries: list[tuple[int, int, list[int]]], at: int, order: str = "<") -> bytes:
    """An IFD of shorts (3), longs (4), bytes (7) and rationals (5), lying `at` bytes after where its offsets begin."""
    letters = {3: "H", 4: "I", 7: "B", 5: "I"}
    overflow_at, fields, overflow = at + 2 + 12 * len(entries) + 4, b"", b""
    for tag, kind, numbers in entries:
        packed = struct.pack(f"{order}{len(numbers)}{letters[kind]}", *numbers)
        field = packed.ljust(4, b"\0")
        if len(packed) > 4:
            field = struct.pack(order + "I", overflow_at + len(overflow))
            overflow += packed
        count = len(numbers) // 2 if kind == 5 else len(numbers)
        fields += struct.pack(order + "HHI", tag, kind, count) + field
    return struct.pack(order + "H", len(entries)) + fields + bytes(4) + overflow


def block_with(note: bytes) -> bytes:
    """A little-endian TIFF whose Exif directory holds this note, at byte 100."""
    main = directory([(0x8769, 4, [60])], 8)
    exif = struct.pack("<H", 1) + struct.pack("<HHII", 0x927C, 7, len(note), 100) + bytes(4)
    return (b"II*\0" + struct.pack("<I", 8) + main).ljust(60, b"\0") + exif.ljust(40, b"\0") + note


def test_note_without_a_header_counts_from_the_tiff_block():
    note = maker_note(block_with(directory([(0x26, 3, [1, 2, 3])], 100)))
    assert note is not None
    assert note.integers(0x26) == (1, 2, 3)
    assert note.integers(0x27) == ()


def test_nikon_note_has_its_own_byte_order_and_offsets():
    inner = b"MM\0*" + struct.pack(">I", 8) + directory([(0x88, 3, [1, 2, 3])], 8, ">")
    note = maker_note(block_with(b"Nikon\0\2\x10\0\0" + inner))
    assert note is not None
    assert note.integers(0x88) == (1, 2, 3)


@pytest.mark.parametrize(
    "head",
    [b"FUJIFILM" + struct.pack("<I", 12), b"OLYMPUS\0II\3\0", b"OM SYSTEM\0\0\0II\4\0"],
    ids=lambda head: head[:7],
)
def test_notes_whose_offsets_count_from_themselves(head):
    note = maker_note(block_with(head + directory([(0x1023, 3, [7, 8, 9])], len(head))))
    assert note is not None
    assert note.integers(0x1023) == (7, 8, 9)


@pytest.mark.parametrize("head", [b"Panasonic\0\0\0", b"SONY DSC \0\0\0"])
def test_notes_with_a_name_before_them(head):
    note = maker_note(block_with(head + directory([(0x4D, 5, [1, 4, 3, 0])], 100 + len(head))))
    assert note is not None
    quarter, undefined = note.rationals(0x4D)
    assert quarter == 0.25
    assert undefined != undefined  # NaN


def test_directory_below_another_is_found_by_offset_or_in_place():
    inner = directory([(0x305, 4, [5])], 200)
    at_offset = (directory([(0x2020, 4, [200])], 12)).ljust(188, b"\0")
    note = maker_note(block_with(b"OLYMPUS\0II\3\0" + at_offset + inner))
    assert note is not None
    below = note.below(0x2020)
    assert below is not None
    assert below.integers(0x305) == (5,)


@pytest.mark.parametrize("stated", [b"EF85mm f/1.2L\0\0\0", b"EF\0", b"EFS\0"])
def test_text_is_read_without_its_padding_wherever_it_lies(stated):
    field = stated if len(stated) <= 4 else struct.pack("<I", 118)
    entry = struct.pack("<HHI", 0x95, 2, len(stated)) + field.ljust(4, b"\0")
    note = maker_note(block_with(struct.pack("<H", 1) + entry + bytes(4) + stated))
    assert note is not None
    assert note.text(0x95) == stated.rstrip(b"\0").decode()
    assert note.text(0x96) is None
    assert note.integers(0x95) == ()


def test_oldest_nikon_notes_are_left_closed():
    assert maker_note(block_with(b"Nikon\0\1\0" + directory([(0x02, 3, [0, 200])], 108))) is None


@pytest.mark.parametrize("block", [b"", b"no picture", b"\xff\xd8\xff\xd9"])
def test_no_note_where_there_is_no_exif(block):
    try:
        assert maker_note(block) is None
    except ValueError:
        assert block.startswith(b"\xff\xd8")  # a JPEG without a scan is damaged


def test_note_that_ends_early_raises():
    with pytest.raises(struct.error):
        maker_note(block_with(b"Nikon\0\2"))
    cut = maker_note(block_with(struct.pack("<H", 90)))
    assert cut is not None
    with pytest.raises(struct.error):
        cut.integers(0x26)


def test_apple_note_has_its_own_byte_order_and_counts_from_itself():
    head = b"Apple iOS\0\0\1MM"
    note = maker_note(block_with(head + directory([(0x08, 5, [1, 2, 1, 4, 3, 4])], len(head), ">")))
    assert note is not None
    assert note.rationals(0x08) == (0.5, 0.25, 0.75)
