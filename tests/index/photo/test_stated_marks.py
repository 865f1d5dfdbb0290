"""Whose word a mark is."""

import pytest

from index.photo.marks import NO_MARKS, CropBox, Flag, Mark, Marks
from index.photo.merge_marks import Known
from index.photo.persons_word import NOTHING_SAID, PersonsWord
from index.photo.stated_marks import Stated, protected_marks

OURS = {Mark.RATING: Known(3, by_person=False), Mark.LABELS: Known(("Green",), by_person=False)}


def test_a_mark_that_we_never_wrote_is_a_person_s():
    assert Stated(Marks(4, Flag.REJECT, ("Rot",))).persons() == {
        Mark.RATING: 4,
        Mark.FLAG: Flag.REJECT,
        Mark.LABELS: ("Rot",),
    }


def test_what_we_wrote_and_nobody_changed_is_ours():
    assert Stated(Marks(3, labels=("Green",)), OURS).persons() == {}


@pytest.mark.parametrize("stars", [5, 0, None])
def test_what_a_person_made_of_our_stars_is_theirs_clearing_them_too(stars):
    assert Stated(Marks(stars, labels=("Green",)), OURS).persons() == {Mark.RATING: stars}


def test_the_star_of_a_darktable_import_is_nobody_s():
    assert Stated(Marks(1), by_darktable=True).persons() == {}
    assert Stated(Marks(1), by_darktable=True).value(Mark.RATING) is None
    assert Stated(Marks(1)).persons() == {Mark.RATING: 1}
    assert Stated(Marks(2), by_darktable=True).persons() == {Mark.RATING: 2}


def test_one_star_in_the_place_of_others_that_we_met_or_gave_is_a_person_s():
    """darktable gives its star when it meets a photo for the first time; later one star is somebody's judgement."""
    ours, persons = Known(4, by_person=False), Known(5, by_person=True)
    for known in (ours, persons):
        assert Stated(Marks(1), {Mark.RATING: known}, by_darktable=True).persons() == {Mark.RATING: 1}


def test_one_star_that_we_gave_is_not_taken_for_that_of_an_import():
    ours = {Mark.RATING: Known(1, by_person=False)}
    assert Stated(Marks(1), ours, by_darktable=True).persons() == {}
    assert Stated(Marks(0), ours, by_darktable=True).persons() == {Mark.RATING: 0}


def test_no_stars_and_no_flag_are_nothing_said():
    assert Stated(Marks(0, Flag.UNFLAGGED)).persons() == {}


def test_our_keywords_are_no_person_s():
    marks = Marks(keywords=("photo-assist|assist-keeper", "Berlin"))
    assert Stated(marks).persons() == {Mark.KEYWORDS: ("Berlin",)}


def test_a_person_s_mark_that_we_read_before_stays_theirs():
    assert Stated(Marks(4), {Mark.RATING: Known(4, by_person=True)}).persons() == {Mark.RATING: 4}


def test_a_mark_that_a_person_took_away_before_we_read_it_stays_their_word():
    assert Stated(NO_MARKS, {Mark.LABELS: Known((), by_person=True)}).persons() == {Mark.LABELS: ()}


def test_a_mark_in_one_place_protects_it_in_all():
    places = [Stated(NO_MARKS), Stated(Marks(labels=("Blue",))), Stated(Marks(crop=CropBox(0, 0, 1, 0.5)))]
    assert protected_marks(places, NOTHING_SAID) == {Mark.LABELS, Mark.CROP}


def test_stars_and_flag_protect_each_other():
    assert protected_marks([Stated(Marks(flag=Flag.PICK))], NOTHING_SAID) == {Mark.RATING, Mark.FLAG}
    assert protected_marks([], PersonsWord(Marks(rating=2))) == {Mark.RATING, Mark.FLAG}


def test_what_a_person_took_away_here_is_protected_too():
    assert protected_marks([], PersonsWord(Marks(rating=0))) == {Mark.RATING, Mark.FLAG}
    assert protected_marks([], PersonsWord(cleared=frozenset({Mark.LABELS}))) == {Mark.LABELS}


def test_keywords_of_people_protect_nothing():
    assert protected_marks([Stated(Marks(keywords=("Berlin",)))], NOTHING_SAID) == frozenset()
