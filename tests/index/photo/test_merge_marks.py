"""People beat machines; what changed on both sides is left alone and told."""

import itertools

import pytest

from index.photo.marks import CropBox, Flag, Mark, Marks
from index.photo.merge_marks import Known, Merge, Wish, is_unset, merged, same_value, value_of

OURS, PERSONS = False, True


def outcome(wish, known, theirs, mark=Mark.RATING):
    return merged(mark, Wish(*wish), None if known is None else Known(*known), theirs)


@pytest.mark.parametrize("theirs", [None, 0])
def test_a_machine_rates_what_is_unrated(theirs):
    assert outcome((3, OURS), None, theirs) is Merge.WRITE


def test_a_machine_never_overwrites_what_it_did_not_write():
    assert outcome((3, OURS), None, 5) is Merge.THEIRS
    assert outcome((3, OURS), (2, OURS), 5) is Merge.THEIRS


def test_a_machine_may_change_its_own_mark():
    assert outcome((3, OURS), (2, OURS), 2) is Merge.WRITE


def test_a_machine_leaves_a_person_s_mark_that_it_knows():
    assert outcome((3, OURS), (2, PERSONS), 2) is Merge.THEIRS


@pytest.mark.parametrize("theirs", [None, 0])
def test_a_mark_of_ours_that_a_person_took_away_does_not_come_back(theirs):
    assert outcome((3, OURS), (3, OURS), theirs) is Merge.THEIRS
    assert outcome((4, OURS), (3, OURS), theirs) is Merge.THEIRS


def test_a_mark_that_a_person_took_away_and_that_we_read_so_does_not_come_back():
    assert outcome((3, OURS), (None, PERSONS), None) is Merge.THEIRS


def test_a_person_s_newer_mark_goes_where_nobody_changed_anything_since():
    assert outcome((5, PERSONS), (2, PERSONS), 2) is Merge.WRITE
    assert outcome((5, PERSONS), (3, OURS), 3) is Merge.WRITE
    assert outcome((5, PERSONS), None, None) is Merge.WRITE
    assert outcome((0, PERSONS), (2, PERSONS), 2) is Merge.WRITE


def test_a_person_s_mark_there_that_is_newer_than_the_one_here_stays():
    assert outcome((2, PERSONS), (2, PERSONS), 5) is Merge.THEIRS


def test_two_people_s_marks_that_changed_apart_are_a_conflict():
    assert outcome((4, PERSONS), (2, PERSONS), 5) is Merge.CONFLICT
    assert outcome((4, PERSONS), None, 5) is Merge.CONFLICT


def test_what_stands_there_already_is_the_same():
    assert outcome((4, PERSONS), None, 4) is Merge.SAME
    assert outcome((None, OURS), None, 0) is Merge.SAME


def test_a_machine_never_writes_where_a_person_s_mark_stands_whatever_the_history():
    """Every case of small histories: a machine writes only over nothing, or over its own last word."""
    values = (None, 1, 2, 3)
    for wish, base, by_person, theirs in itertools.product(values, values, (OURS, PERSONS), values):
        if outcome((wish, OURS), (base, by_person), theirs) is Merge.WRITE:
            assert theirs == base
            assert not by_person


@pytest.mark.parametrize(
    ("mark", "one", "other", "same"),
    [
        (Mark.FLAG, Flag.UNFLAGGED, None, True),
        (Mark.FLAG, Flag.PICK, None, False),
        (Mark.LABELS, ("Red", "Blue"), ("Blue", "Red"), True),
        (Mark.KEYWORDS, ("a",), ("a", "b"), False),
        (Mark.CROP, CropBox(0, 0, 1, 0.5), CropBox(0, 0, 1, 0.5004), True),
        (Mark.CROP, CropBox(0, 0, 1, 0.5), None, False),
        (Mark.RATING, 0, None, True),
    ],
)
def test_values_are_compared_as_people_mean_them(mark, one, other, same):
    assert same_value(mark, one, other) is same
    assert same_value(mark, other, one) is same


def test_the_value_of_a_mark_is_its_field():
    marks = Marks(3, Flag.PICK, ("Red",), ("a",), CropBox(0, 0, 1, 1))
    assert [value_of(marks, mark) for mark in Mark] == [3, Flag.PICK, ("Red",), ("a",), CropBox(0, 0, 1, 1)]
    assert all(is_unset(mark, value_of(Marks(), mark)) for mark in Mark)
