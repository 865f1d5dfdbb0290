"""Wishes meet what stands in a place."""

import pytest

from index.photo.mark_fields.changes import KeywordChange
from index.photo.marks import Flag, Mark, Marks
from index.photo.merge_marks import Known, Merge, Wish
from index.photo.merge_place import Wishes, merge_place
from index.photo.stated_marks import Stated

KEEPER, REJECT = "photo-assist|assist-keeper", "photo-assist|assist-reject-candidate"
MACHINE = {Mark.RATING: Wish(3, by_person=False), Mark.LABELS: Wish(("Green",), by_person=False)}


def known_keywords(*words):
    return {Mark.KEYWORDS: Known(words, by_person=False)}


def test_only_what_may_be_written_is_changed():
    merge = merge_place(Wishes(MACHINE), Stated(Marks(5)))
    assert merge.changes == {Mark.LABELS: ("Green",)}
    assert merge.outcomes == {Mark.RATING: Merge.THEIRS, Mark.LABELS: Merge.WRITE}


def test_what_stands_there_already_is_not_written_again():
    merge = merge_place(Wishes(MACHINE), Stated(Marks(3, labels=("Green",))))
    assert merge.changes == {}
    assert set(merge.outcomes.values()) == {Merge.SAME}


def test_properties_that_say_what_is_no_longer_so_are_brought_along():
    wishes = Wishes({Mark.LABELS: Wish(("Red",), by_person=True), Mark.RATING: Wish(3, by_person=True)})
    stated = Stated(Marks(3, labels=("Red",)), stale=frozenset({Mark.LABELS, Mark.FLAG}))
    merge = merge_place(wishes, stated)
    assert merge.changes == {Mark.LABELS: ("Red",)}
    assert merge.outcomes == {Mark.LABELS: Merge.WRITE, Mark.RATING: Merge.SAME}


def test_a_conflict_changes_nothing():
    wishes = Wishes({Mark.FLAG: Wish(Flag.PICK, by_person=True)})
    merge = merge_place(wishes, Stated(Marks(flag=Flag.REJECT)))
    assert (merge.changes, merge.outcomes) == ({}, {Mark.FLAG: Merge.CONFLICT})


@pytest.mark.parametrize(
    ("there", "known", "change"),
    [
        (("Berlin",), (), KeywordChange((KEEPER,))),
        (("Berlin", KEEPER), (KEEPER,), None),
        ((REJECT, "Berlin"), (REJECT,), KeywordChange((KEEPER,), (REJECT,))),
        ((REJECT,), (), KeywordChange((KEEPER,), (REJECT,))),
    ],
)
def test_our_keyword_takes_the_place_of_our_earlier_one(there, known, change):
    stated = Stated(Marks(keywords=there), known_keywords(*known))
    assert merge_place(Wishes(own_keywords=(KEEPER,)), stated).changes.get(Mark.KEYWORDS) == change


def test_our_keyword_that_a_person_took_away_stays_away():
    stated = Stated(Marks(keywords=("Berlin",)), known_keywords(REJECT))
    assert merge_place(Wishes(own_keywords=(KEEPER,)), stated).changes == {}


def test_keywords_of_people_are_merged_as_sets():
    stated = Stated(Marks(keywords=("sea", "theirs new")), known_keywords("sea", "taken away there"))
    merge = merge_place(Wishes(persons_keywords=("taken away there", "ours new")), stated)
    assert merge.changes == {Mark.KEYWORDS: KeywordChange(("ours new",), ("sea",))}


def test_keywords_that_nobody_asks_about_stay():
    assert merge_place(Wishes(), Stated(Marks(keywords=(KEEPER,)), known_keywords(KEEPER))).changes == {}
