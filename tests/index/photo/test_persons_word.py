"""What a person took away is something else than what nobody ever gave."""

import pytest

from index.photo.marks import CropBox, Flag, Mark, Marks
from index.photo.persons_word import NOTHING_SAID, PersonsWord

GIVEN = {
    Mark.RATING: 4,
    Mark.FLAG: Flag.PICK,
    Mark.LABELS: ("Red",),
    Mark.KEYWORDS: ("harbour",),
    Mark.CROP: CropBox(0, 0, 1, 0.5),
}


def test_nobody_said_anything():
    assert NOTHING_SAID.told() == frozenset()


@pytest.mark.parametrize("mark", Mark)
def test_a_mark_that_was_given_and_one_that_was_taken_away_are_told(mark):
    given = NOTHING_SAID.with_mark(mark, GIVEN[mark])
    taken = given.with_mark(mark, None)
    assert given.told() == taken.told() == {mark}
    assert given.marks.said() == {mark}
    assert taken.marks.said() == frozenset()


@pytest.mark.parametrize("mark", Mark)
def test_a_mark_that_is_given_again_is_no_longer_taken_away(mark):
    again = NOTHING_SAID.with_mark(mark, None).with_mark(mark, GIVEN[mark])
    assert again == NOTHING_SAID.with_mark(mark, GIVEN[mark])


def test_no_stars_and_no_flag_say_so_themselves():
    word = PersonsWord(Marks(3, Flag.PICK)).with_mark(Mark.RATING, None).with_mark(Mark.FLAG, None)
    assert word == PersonsWord(Marks(0, Flag.UNFLAGGED))
