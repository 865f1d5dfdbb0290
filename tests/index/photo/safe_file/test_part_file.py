"""The part file's name: always the same, hidden, never too long."""

from __future__ import annotations

import os

import pytest

from index.photo.safe_file.part_file import LONGEST_NAME_BYTES, is_part_name, part_name


def test_name_says_whose_part_it_is():
    assert part_name("IMG.CR3.xmp") == ".IMG.CR3.xmp.assist-part"


@pytest.mark.parametrize(
    "name", ["x" * 255, "x" * 130, "é" * 127, os.fsdecode(b"\xff" * 255), "x" * (LONGEST_NAME_BYTES - 13), "a\nb"]
)
def test_name_is_never_too_long_and_always_the_same(name):
    assert len(os.fsencode(part_name(name))) <= LONGEST_NAME_BYTES
    assert part_name(name) == part_name(name)
    assert is_part_name(part_name(name))


def test_long_names_of_several_files_differ():
    assert len({part_name("x" * 254 + letter) for letter in "abc"}) == 3


@pytest.mark.parametrize(
    "name", ["IMG.xmp", "IMG.assist-part", ".assist-part", ".IMG.assist-part.xmp", "..assist-part"]
)
def test_names_of_other_files_are_not_taken_for_parts(name):
    assert not is_part_name(name)
