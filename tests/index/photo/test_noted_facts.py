"""What only the notes of older cameras say."""

from __future__ import annotations

import struct

import pytest

from index.photo.noted_facts import noted_iso, noted_lens
from tests.index.photo.test_maker_note import block_with, directory

LENS = b"EF70-200mm f/2.8L IS USM\0"
CANON = block_with(struct.pack("<HHHII", 1, 0x95, 2, len(LENS), 118) + bytes(4) + LENS)


def nikon(numbers: list[int]) -> bytes:
    inner = b"MM\0*" + struct.pack(">I", 8) + directory([(0x02, 3, numbers)], 8, ">")
    return block_with(b"Nikon\0\2\x10\0\0" + inner)


def test_canon_names_its_lens():
    assert noted_lens(CANON, "Canon") == "EF70-200mm f/2.8L IS USM"
    assert noted_lens(CANON, "Pentax") is None


@pytest.mark.parametrize(("numbers", "iso"), [([0, 200], 200), ([0, 0], None), ([200], None)])
def test_nikon_states_its_iso_after_a_zero(numbers, iso):
    assert noted_iso(nikon(numbers), "NIKON CORPORATION") == iso
    assert noted_iso(nikon(numbers), "Canon") is None


def test_neither_is_found_where_there_is_no_note():
    assert noted_lens(b"", "Canon") is None
    assert noted_iso(b"", "NIKON") is None


def test_damaged_note_raises():
    with pytest.raises(struct.error):
        noted_lens(block_with(struct.pack("<H", 90)), "Canon")
