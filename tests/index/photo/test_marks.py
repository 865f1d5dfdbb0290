"""Marks know what is said and what is not."""

import pytest

from index.photo.marks import NO_MARKS, CropBox, Flag, Mark, Marks


def test_marks_that_only_say_nothing_are_not_said():
    assert NO_MARKS.said() == Marks(rating=0, flag=Flag.UNFLAGGED).said() == frozenset()


def test_marks_that_are_set_are_said():
    marks = Marks(3, Flag.REJECT, ("Rot",), ("a|b",), CropBox(0, 0, 1, 0.5))
    assert marks.said() == frozenset(Mark)


@pytest.mark.parametrize(("moved", "turned", "agrees"), [(0.001, 0.01, True), (0.01, 0, False), (0, 0.5, False)])
def test_crops_agree_but_for_rounding(moved, turned, agrees):
    crop = CropBox(0.1, 0.2, 0.8, 0.9, 1.0)
    assert crop.agrees_with(CropBox(0.1 + moved, 0.2, 0.8, 0.9, 1.0 + turned)) is agrees
