"""Marks in a few words and signs."""

import pytest

from assist_cli.render.bars import ASCII, UNICODE
from assist_cli.render.mark_words import mark_names, marks_text, value_text
from index.photo.marks import NO_MARKS, CropBox, Flag, Mark, Marks

ALL = Marks(3, Flag.REJECT, ("Green",), ("harbour", "people|Anna"), CropBox(0.1, 0.2, 0.9, 0.8, 1.5))


def test_marks_are_told_in_one_order():
    assert marks_text(ALL, UNICODE) == "★★★☆☆ reject Green harbour, people|Anna crop to 80 x 60 %, turned by 1.5 deg"


def test_a_plain_terminal_gets_plain_signs():
    assert marks_text(Marks(3), ASCII) == "***--"


@pytest.mark.parametrize("marks", [NO_MARKS, Marks(0, Flag.UNFLAGGED)])
def test_what_is_not_set_is_left_out(marks):
    assert marks_text(marks, UNICODE) == "nothing"


def test_only_the_marks_asked_for_are_told():
    assert marks_text(ALL, UNICODE, {Mark.LABELS, Mark.FLAG}) == "reject Green"


@pytest.mark.parametrize(
    ("mark", "value", "text"),
    [
        (Mark.RATING, 5, "★★★★★"),
        (Mark.RATING, 0, "no stars"),
        (Mark.FLAG, Flag.PICK, "pick"),
        (Mark.FLAG, Flag.UNFLAGGED, "no flag"),
        (Mark.LABELS, ("Red", "Blue"), "Red, Blue"),
        (Mark.LABELS, (), "no label"),
        (Mark.CROP, CropBox(0, 0, 1, 0.5), "crop to 100 x 50 %"),
        (Mark.CROP, None, "no crop"),
    ],
)
def test_one_mark_says_too_that_it_is_not_there(mark, value, text):
    assert value_text(mark, value, UNICODE) == text


def test_words_from_files_cannot_move_the_cursor():
    told = marks_text(Marks(labels=("Re\x9b31md",), keywords=("a\u202eb", "c\nd")), UNICODE)
    assert told == "Re?31md a?b, c?d"


def test_marks_are_named_as_one_would_say_them():
    assert mark_names([Mark.RATING]) == "stars"
    assert mark_names([Mark.CROP, Mark.RATING]) == "stars and crop"
    assert mark_names({Mark.LABELS, Mark.FLAG, Mark.RATING}) == "stars, flag and label"
    assert mark_names([]) == ""
