"""A person's marks outlast everything that we do with the photo."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from index.catalog.people_marks import PersonsMarks
from index.photo.marks import NO_MARKS, Flag, Mark, Marks

NOW = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)
FOUR = PersonsMarks(Path("/p/a.jpg"), "ab12", Marks(4, Flag.PICK, ("Red",)), "a.xmp", NOW)


def test_marks_come_back_as_they_were_stored(catalog):
    other = replace(FOUR, path=Path("/q/\udcff.jpg"))
    catalog.people.store([FOUR, other])
    assert catalog.people.under([Path("/p")]) == {FOUR.path: FOUR}
    assert catalog.people.under([Path("/")]) == {FOUR.path: FOUR, other.path: other}


def test_marks_outlast_that_the_photo_is_judged_anew_and_forgotten(catalog, make_photo):
    catalog.store([make_photo("/p/a.jpg")])
    catalog.people.store([FOUR])
    catalog.store([make_photo("/p/a.jpg")])
    catalog.forget([Path("/p/a.jpg")])
    assert catalog.people.under([Path("/p/a.jpg")]) == {FOUR.path: FOUR}


def test_marks_of_a_renamed_photo_are_found_by_its_picture_the_latest_first(catalog):
    later = replace(FOUR, path=Path("/p/b.jpg"), changed=NOW.replace(year=2027))
    catalog.people.store([FOUR, later])
    assert catalog.people.of_pictures(["ab12", "cd34"]) == {"ab12": [later, FOUR]}


def test_marks_that_say_nothing_any_more_go(catalog):
    catalog.people.store([FOUR])
    catalog.people.store([replace(FOUR, marks=NO_MARKS)])
    assert catalog.people.under([FOUR.path]) == {}


def test_stars_taken_away_are_something_said(catalog):
    taken = replace(FOUR, marks=Marks(rating=0, flag=Flag.UNFLAGGED))
    catalog.people.store([taken])
    assert catalog.people.under([FOUR.path]) == {FOUR.path: taken}


def test_source_of_a_name_that_is_no_text_is_spelled_out(catalog):
    catalog.people.store([replace(FOUR, source="\udcff.xmp")])
    assert catalog.people.under([FOUR.path])[FOUR.path].source == r"\xff.xmp"


def test_marks_that_a_person_took_away_are_something_said_and_come_back_as_that(catalog):
    cleared = replace(FOUR, marks=NO_MARKS, cleared=frozenset({Mark.LABELS, Mark.CROP}))
    catalog.people.store([cleared])
    assert catalog.people.under([FOUR.path]) == {FOUR.path: cleared}
    assert catalog.people.of_pictures(["ab12"])["ab12"][0].word.told() == {Mark.LABELS, Mark.CROP}
