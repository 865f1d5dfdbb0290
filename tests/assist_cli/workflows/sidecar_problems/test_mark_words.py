"""Marks in words, and when they are the same."""

import pytest

from assist_cli.workflows.sidecar_problems.mark_words import differing, listed, marks_text
from index.photo.marks import CropBox, Flag, Mark, Marks

FULL = Marks(4, Flag.PICK, ("Red",), ("a", "b"), CropBox(0, 0, 1, 0.5))
ALL = frozenset(Mark)


def test_everything_that_is_set_is_told():
    assert marks_text(FULL, ALL) == "4 stars, a pick, label Red, 2 keywords and a crop"


def test_editors_marks_come_without_keywords_and_crops():
    assert marks_text(FULL) == "4 stars, a pick and label Red"


@pytest.mark.parametrize("marks", [Marks(), Marks(0), Marks(flag=Flag.UNFLAGGED), Marks(keywords=("a",))])
def test_what_is_not_set_is_nothing(marks):
    assert marks_text(marks) == "nothing"


def test_one_is_not_told_as_many():
    assert marks_text(Marks(1, keywords=("a",)), ALL) == "1 star and 1 keyword"


def test_only_the_marks_asked_for_are_compared():
    assert differing(FULL, Marks(), {Mark.RATING}) == {Mark.RATING}


def test_nothing_set_and_taken_away_are_the_same():
    assert not differing(Marks(0, Flag.UNFLAGGED), Marks(), ALL)


def test_the_order_of_labels_and_keywords_does_not_matter():
    assert not differing(Marks(labels=("Red", "Blue")), Marks(labels=("Blue", "Red")), ALL)


def test_a_reject_may_stand_in_the_place_of_its_stars():
    reject = Marks(rating=None, flag=Flag.REJECT)

    assert not differing(Marks(3, Flag.REJECT), reject, ALL)
    assert differing(Marks(3, Flag.PICK), reject, ALL) == {Mark.RATING, Mark.FLAG}


@pytest.mark.parametrize(
    ("words", "told"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_words_are_listed_as_people_do(words, told):
    assert listed(words) == told
