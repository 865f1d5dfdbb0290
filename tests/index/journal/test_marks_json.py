"""Marks survive their column."""

from __future__ import annotations

import pytest

from index.journal.marks_json import decoded_marks, decoded_names, encoded_marks, encoded_names
from index.photo.marks import NO_MARKS, CropBox, Flag, Mark, Marks

ALL = Marks(
    4, Flag.REJECT, ("Red", "Wähl"), ("place|city", 'a "quoted", one\n'), CropBox(0.1, 1 / 3, 0.9, 2 / 3, -1.25)
)


@pytest.mark.parametrize("marks", [NO_MARKS, ALL, Marks(rating=0), Marks(flag=Flag.UNFLAGGED), Marks(labels=("Blue",))])
def test_marks_come_back_equal(marks):
    text = encoded_marks(marks)
    assert text.isascii()
    assert decoded_marks([text, text]) == [marks, marks]


def test_marks_that_are_not_set_take_no_room():
    assert encoded_marks(NO_MARKS) == "{}"


@pytest.mark.parametrize("names", [frozenset(), frozenset({Mark.CROP}), frozenset(Mark)])
def test_names_of_marks_come_back_equal(names):
    assert decoded_names(encoded_names(names)) == names
