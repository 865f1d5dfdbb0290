"""People's marks go first; advice fills what nobody judged."""

import pytest

from assist_cli.workflows.wished_marks import wished_marks
from index.photo.marks import NO_MARKS, CropBox, Flag, Mark, Marks
from index.photo.merge_marks import Known, Wish
from index.photo.stated_marks import Stated
from scoring.ranking.advised_marks import USUAL_ADVICE, Advice

KEEPER = "photo-assist|assist-keeper"
ADVISED = Marks(4, Flag.PICK, ("Green",), (KEEPER,), CropBox(0, 0, 1, 0.5))
EVERYTHING = frozenset(Advice)


def machine(value):
    return Wish(value, by_person=False)


def person(value):
    return Wish(value, by_person=True)


def test_a_photo_that_nobody_judged_gets_all_our_advice():
    wishes = wished_marks(None, ADVISED, [Stated(NO_MARKS)], EVERYTHING)
    assert set(wishes.marks) == {Mark.RATING, Mark.FLAG, Mark.LABELS, Mark.CROP}
    assert wishes.marks[Mark.RATING] == machine(4)
    assert wishes.own_keywords == (KEEPER,)


@pytest.mark.parametrize("said", [Marks(5), Marks(flag=Flag.REJECT)])
def test_a_photo_that_a_person_judged_in_any_place_gets_no_judgement_of_ours(said):
    wishes = wished_marks(None, ADVISED, [Stated(NO_MARKS), Stated(said)], EVERYTHING)
    assert set(wishes.marks) == {Mark.CROP}
    assert wishes.own_keywords is None


def test_labels_and_keywords_alone_go_beside_a_person_s_stars_where_asked_for():
    advised = Marks(labels=("Green",), keywords=(KEEPER,))
    wishes = wished_marks(None, advised, [Stated(Marks(5))], {Advice.LABELS, Advice.KEYWORDS})
    assert wishes.marks == {Mark.LABELS: machine(("Green",))}
    assert wishes.own_keywords == (KEEPER,)


def test_a_person_s_label_stays_alone():
    wishes = wished_marks(None, Marks(4, labels=("Green",)), [Stated(Marks(labels=("Blue",)))], USUAL_ADVICE)
    assert wishes.marks == {Mark.RATING: machine(4)}


def test_our_own_stars_of_an_earlier_day_may_be_renewed():
    ours = Stated(Marks(3), {Mark.RATING: Known(3, by_person=False)})
    assert wished_marks(None, Marks(4), [ours], USUAL_ADVICE).marks == {Mark.RATING: machine(4)}


def test_what_people_said_here_is_written_whatever_advice_is_wanted():
    people = Marks(0, Flag.UNFLAGGED, ("Red",), ("Berlin", KEEPER))
    wishes = wished_marks(people, ADVISED, [], frozenset())
    assert wishes.marks == {
        Mark.RATING: person(0),
        Mark.FLAG: person(Flag.UNFLAGGED),
        Mark.LABELS: person(("Red",)),
        Mark.CROP: machine(ADVISED.crop),
    }
    assert (wishes.persons_keywords, wishes.own_keywords) == (("Berlin",), None)


def test_a_photo_judged_here_gets_no_advice_on_that():
    wishes = wished_marks(Marks(5), Marks(3, labels=("Yellow",)), [], USUAL_ADVICE)
    assert wishes.marks == {Mark.RATING: person(5)}


def test_a_label_that_a_person_took_away_is_taken_away_and_none_of_ours_put_there():
    wishes = wished_marks(None, ADVISED, [], EVERYTHING, cleared=frozenset({Mark.LABELS}))
    assert wishes.marks[Mark.LABELS] == Wish((), by_person=True)
