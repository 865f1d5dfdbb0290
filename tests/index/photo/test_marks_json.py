"""Marks survive being written as JSON."""

import json

import pytest

from index.photo.marks import NO_MARKS, CropBox, Flag, Marks
from index.photo.marks_json import marks_from_json, marks_to_json

FULL = Marks(3, Flag.PICK, ("Green", "Rot"), ("a|b", "größer"), CropBox(0.1, 0.2, 0.8, 0.9, -1.5))


@pytest.mark.parametrize("marks", [FULL, NO_MARKS, Marks(rating=0), Marks(flag=Flag.UNFLAGGED)])
def test_marks_survive_json(marks):
    assert marks_from_json(json.loads(json.dumps(marks_to_json(marks)))) == marks


def test_marks_json_says_nothing_of_what_is_not_set():
    assert marks_to_json(NO_MARKS) == {}


def test_marks_json_refuses_a_flag_that_nobody_knows():
    with pytest.raises(ValueError, match="flagged"):
        marks_from_json({"flag": "flagged"})
