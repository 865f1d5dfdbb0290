"""File names survive the catalogue whatever bytes they are made of."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.catalog.paths import MOST_KEPT, from_bytes, ranges_of, readable, remember, to_bytes

names = st.binary(min_size=1, max_size=40).map(lambda name: b"/" + name.replace(b"\0", b"x"))


@given(names)
def test_any_name_comes_back(name):
    path = Path(os.fsdecode(name))
    assert from_bytes(to_bytes(path)) == path


@given(names)
def test_readable_name_can_be_printed(name):
    assert readable(Path(os.fsdecode(name))).encode("utf-8")


def test_readable_name_shows_stray_bytes():
    assert readable(Path(os.fsdecode(b"/shoot/Z\xfcrich.jpg"))) == "/shoot/Z\\xfcrich.jpg"


@pytest.mark.parametrize(
    ("name", "inside"),
    [("/s", True), ("/s/a", True), ("/s/\uffff/b", True), ("/s.jpg", False), ("/s0", False), ("/r", False)],
)
def test_ranges_hold_the_path_and_all_below(name, inside):
    ranges = ranges_of(Path("/s"))
    assert any(low <= to_bytes(Path(name)) < high for low, high in ranges) is inside


def test_remembered_path_is_given_back_itself():
    path = Path("/photos/remembered once.jpg")
    remember([path])
    assert from_bytes(to_bytes(path)) is path


def test_names_are_kept_for_a_while_only():
    first = Path("/photos/0.jpg")
    remember([first])
    remember(Path(f"/photos/{number}.jpg") for number in range(1, MOST_KEPT + 1))
    again = from_bytes(to_bytes(first))
    assert again == first
    assert again is not first
