"""What people said since we last looked comes in; where they disagree nothing does."""

from pathlib import Path

import pytest

from assist_cli.workflows.collect_marks import collect_marks
from assist_cli.workflows.marked_places import MarkedPlace, Past
from assist_cli.workflows.prefer import Prefer
from index.photo.mark_fields.facts import MarkFacts
from index.photo.mark_fields.place_file import PhotoLies
from index.photo.marks import CropBox, Flag, Mark, Marks
from index.photo.merge_marks import Known
from index.photo.persons_word import NOTHING_SAID, PersonsWord
from index.photo.safe_file.read import SidecarNow
from index.photo.sidecar_place import Place, SidecarPlace

PHOTO, DARKTABLE, ADOBE = Path("/p/IMG.CR3"), Path("/p/IMG.CR3.xmp"), Path("/p/IMG.xmp")
FIVE = PersonsWord(Marks(5))


def place(path, kind, mtime_ns=1, **facts):
    now = None if kind is Place.EMBEDDED else SidecarNow(b"", 0o644, mtime_ns)
    return MarkedPlace(SidecarPlace(path, kind, PHOTO), PhotoLies(), MarkFacts(**facts), now)


def darktable(mtime_ns=1, **facts):
    return place(DARKTABLE, Place.DARKTABLE, mtime_ns, **facts)


def adobe(mtime_ns=1, **facts):
    return place(ADOBE, Place.ADOBE, mtime_ns, **facts)


def inside(**facts):
    return place(PHOTO, Place.EMBEDDED, **facts)


def known(**by_path):
    """`darktable=5` by a person, `adobe_by_us=3`: what we knew of the stars there."""
    paths = {"darktable": DARKTABLE, "adobe": ADOBE, "inside": PHOTO}
    return Past(
        {
            paths[name.removesuffix("_by_us")]: {Mark.RATING: Known(stars, by_person=not name.endswith("_by_us"))}
            for name, stars in by_path.items()
        },
        {},
    )


def collected(here, *places, past=None, prefer=None):
    return collect_marks(here, places, past or known(), prefer)


def test_a_mark_that_we_meet_first_comes_in_with_its_source():
    found = collected(NOTHING_SAID, darktable(), adobe(rating=4))
    assert (found.word, found.news) == (PersonsWord(Marks(4)), {Mark.RATING: (ADOBE,)})


def test_what_two_editors_say_alike_comes_in_from_both():
    found = collected(NOTHING_SAID, darktable(rating=4), adobe(rating=4))
    assert found.news == {Mark.RATING: (DARKTABLE, ADOBE)}


def test_what_we_wrote_is_not_taken_for_a_person_s():
    assert collected(NOTHING_SAID, adobe(rating=4), past=known(adobe_by_us=4)).news == {}


def test_what_we_read_before_is_no_news():
    assert collected(FIVE, adobe(rating=5), past=known(adobe=5)).news == {}


def test_what_a_person_made_of_our_stars_comes_in():
    assert collected(NOTHING_SAID, adobe(rating=2), past=known(adobe_by_us=4)).word == PersonsWord(Marks(2))


def test_that_a_person_took_our_stars_away_comes_in():
    found = collected(NOTHING_SAID, adobe(), past=known(adobe_by_us=4))
    assert (found.word, found.news) == (PersonsWord(Marks(0)), {Mark.RATING: (ADOBE,)})


def test_that_a_person_took_their_stars_away_in_one_editor_comes_in_though_the_other_still_has_them():
    found = collected(FIVE, darktable(rating=5), adobe(), past=known(darktable=5, adobe=5))
    assert (found.word, found.conflicts) == (PersonsWord(Marks(0)), {})


def test_a_label_that_was_taken_away_is_kept_as_that():
    past = Past({ADOBE: {Mark.LABELS: Known(("Blue",), by_person=True)}}, {})
    found = collect_marks(PersonsWord(Marks(labels=("Blue",))), [adobe()], past)
    assert found.word == PersonsWord(cleared=frozenset({Mark.LABELS}))


def test_a_newer_mark_replaces_the_one_here_that_its_place_knew():
    assert collected(FIVE, adobe(rating=2), past=known(adobe=5)).word == PersonsWord(Marks(2))


def test_two_editors_that_disagree_are_a_conflict_and_nothing_comes_in():
    found = collected(NOTHING_SAID, darktable(rating=4), adobe(rating=2))
    assert (found.word, found.news) == (NOTHING_SAID, {})
    assert [(one.path, one.value) for one in found.conflicts[Mark.RATING]] == [(DARKTABLE, 4), (ADOBE, 2)]


def test_an_editor_that_changed_apart_from_us_is_a_conflict():
    assert collected(FIVE, adobe(rating=2), past=known(adobe=3)).conflicts.keys() == {Mark.RATING}
    assert collected(FIVE, adobe(rating=2)).conflicts.keys() == {Mark.RATING}


def test_marks_are_settled_one_by_one():
    found = collected(NOTHING_SAID, darktable(rating=4, label="Blue"), adobe(rating=2, label="Blue"))
    assert (found.news.keys(), found.conflicts.keys()) == ({Mark.LABELS}, {Mark.RATING})


def test_flags_and_crops_come_in_too():
    box = CropBox(0.1, 0.1, 0.9, 0.9)
    found = collected(NOTHING_SAID, adobe(pick=-1, crs_crop=box))
    assert found.word.marks == Marks(flag=Flag.REJECT, crop=box)


@pytest.mark.parametrize(
    ("prefer", "stars"), [(Prefer.DARKTABLE, 4), (Prefer.ADOBE, 2), (Prefer.INSIDE, 3), (Prefer.NEWEST, 2)]
)
def test_a_person_says_whose_word_counts(prefer, stars):
    places = (darktable(10, rating=4), adobe(20, rating=2), inside(rating=3))
    assert collected(NOTHING_SAID, *places, prefer=prefer).word == PersonsWord(Marks(stars))


def test_the_word_here_counts_where_a_person_says_so():
    found = collected(FIVE, darktable(rating=4), adobe(rating=2), prefer=Prefer.HERE)
    assert (found.word, found.news, found.conflicts) == (FIVE, {}, {})


def test_what_is_preferred_but_says_nothing_settles_nothing():
    for prefer in (Prefer.HERE, Prefer.INSIDE):
        assert collected(NOTHING_SAID, darktable(rating=4), adobe(rating=2), prefer=prefer).conflicts


def test_both_sidecars_of_a_pair_count_where_they_agree():
    of_jpeg = place(Path("/p/IMG.JPG.xmp"), Place.DARKTABLE, rating=4)
    places = (darktable(rating=4), of_jpeg, adobe(rating=2))
    assert collected(NOTHING_SAID, *places, prefer=Prefer.DARKTABLE).word == PersonsWord(Marks(4))
    other = place(Path("/p/IMG.JPG.xmp"), Place.DARKTABLE, rating=3)
    assert collected(NOTHING_SAID, darktable(rating=4), other, prefer=Prefer.DARKTABLE).conflicts


def test_a_new_catalogue_learns_again_what_the_journal_knows_as_people_s():
    found = collected(NOTHING_SAID, adobe(rating=5), past=known(adobe=5))
    assert found.word == FIVE


def test_a_new_catalogue_does_not_choose_between_a_mark_and_that_it_was_taken_away():
    found = collected(NOTHING_SAID, darktable(rating=5), adobe(), past=known(darktable=5, adobe=None))
    assert found.conflicts.keys() == {Mark.RATING}


def test_keywords_are_never_in_conflict():
    found = collected(NOTHING_SAID, darktable(hierarchical=("sea",)), adobe(hierarchical=("harbour",)))
    assert set(found.word.marks.keywords) == {"sea", "harbour"}
    assert found.news == {Mark.KEYWORDS: (DARKTABLE, ADOBE)}
