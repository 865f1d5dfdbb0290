"""Colour labels by name and by number."""

import pytest

from index.photo.mark_fields.labels import DIGIKAM, darktable_numbers, first_number, labels_said


@pytest.mark.parametrize(
    ("number", "name"), [(0, "Red"), (1, "Yellow"), (2, "Green"), (3, "Blue"), (4, "Purple"), (5, None)]
)
def test_darktables_numbers_have_names(number, name):
    assert labels_said(None, [number], None) == ((name,) if name else ())


@pytest.mark.parametrize(
    ("number", "name"), [(1, "Red"), (2, "Orange"), (6, "Purple"), (9, "White"), (0, None), (10, None)]
)
def test_digikams_numbers_have_names(number, name):
    assert labels_said(None, (), number) == ((name,) if name else ())


def test_labels_that_agree_are_one():
    assert labels_said("Green", [2], 4) == ("Green",)


def test_labels_that_disagree_are_all_said():
    assert labels_said("Blue", [2, 0], 2) == ("Red", "Green", "Blue", "Orange")


@pytest.mark.parametrize(("text", "label"), [("red", "Red"), ("PURPLE", "Purple"), (" Green ", "Green")])
def test_other_letter_case_is_the_same_label(text, label):
    assert labels_said(text, (), None) == (label,)


@pytest.mark.parametrize("text", ["Rot", "Select", "To Do "])
def test_unknown_names_stay_as_they_are(text):
    assert labels_said(text, (), None) == (text,)


def test_blank_label_is_none():
    assert labels_said("  ", (), 0) == ()


def test_numbers_are_those_of_the_names_that_have_one():
    assert darktable_numbers(["Purple", "Select", "Red"]) == ("0", "4")
    assert first_number(["Select", "Orange", "Red"], DIGIKAM) == 2
    assert first_number(["Select"], DIGIKAM) is None
