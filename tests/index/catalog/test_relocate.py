"""Photos that we moved keep all that was said of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from index.catalog.decisions import StoredDecision
from index.catalog.people_marks import PersonsMarks
from index.catalog.relocate import Relocated
from index.photo.marks import Flag, Mark, Marks

NOW = datetime(2026, 11, 22, tzinfo=UTC)
HERE, THERE = Path("/shoot/a.JPG"), Path("/picks/a.JPG")
PAIR = [Relocated(path.with_suffix(kind), THERE.with_suffix(kind)) for path in (HERE,) for kind in (".JPG", ".NEF")]


@pytest.fixture
def stored(catalog, make_photo):
    """A RAW and its JPEG, decided on and marked."""
    photo = make_photo(HERE)
    catalog.store([photo])
    (seen,) = catalog.seen_photos()
    catalog.decisions.store([(seen.photo_id, StoredDecision("keeper", None, None, ("sharp",), NOW))])
    catalog.people.store([PersonsMarks(HERE, "ab12", Marks(rating=5), "cull", NOW)])
    return photo


def test_photo_keeps_its_number_and_all_that_hangs_on_it(catalog, stored):
    (before,) = catalog.seen_photos()
    catalog.relocate(PAIR)
    (after,) = catalog.seen_photos()
    assert (after.photo_id, after.path, after.companions) == (before.photo_id, THERE, (THERE.with_suffix(".NEF"),))
    now = catalog.photo_at(THERE.with_suffix(".NEF"))
    assert (now.ratings, now.assessments, now.glance) == (stored.ratings, stored.assessments, stored.glance)
    assert [stamp.path for stamp in now.stamps] == [one.after for one in PAIR]
    assert catalog.decisions.of([after.photo_id])[after.photo_id].decision == "keeper"
    assert catalog.people.under([Path("/")]).keys() == {THERE}
    assert catalog.photo_at(HERE) is None


def test_what_was_said_of_a_file_that_is_gone_is_not_said_of_this_one(catalog, stored, make_photo):  # noqa: ARG001
    catalog.store([make_photo(THERE, asset_id="cd34")])
    catalog.people.store([PersonsMarks(THERE, "cd34", Marks(rating=1), "cull", NOW)])
    catalog.relocate(PAIR)
    assert [photo.asset_id for photo in catalog.seen_photos()] == ["ab12"]
    assert catalog.people.under([THERE])[THERE].marks.rating == 5


def test_photo_that_nobody_marked_gets_no_mark_of_a_stranger(catalog, make_photo):
    catalog.store([make_photo(HERE)])
    catalog.people.store([PersonsMarks(THERE, "cd34", Marks(rating=1), "cull", NOW)])
    catalog.relocate(PAIR)
    assert catalog.people.under([THERE]) == {}


def test_times_that_a_disk_rounds_are_no_change_of_the_photo(catalog, stored):
    mtime_ns = stored.stamps[0].mtime_ns
    catalog.relocate([replace(PAIR[0], mtime_ns_before=mtime_ns, mtime_ns_after=2_000_000_000), PAIR[1]])
    assert [stamp.mtime_ns for stamp in catalog.photo_at(THERE).stamps] == [2_000_000_000, stored.stamps[1].mtime_ns]


def test_moves_there_and_back_leave_all_as_it_was(catalog, stored):
    catalog.relocate([*PAIR, *(Relocated(one.after, one.before) for one in PAIR)])
    assert catalog.photo_at(HERE) == stored


def test_unknown_file_is_no_error(catalog):
    catalog.relocate(PAIR)
    assert catalog.count() == 0


def test_moves_that_are_told_twice_change_nothing_the_second_time(catalog, stored):  # noqa: ARG001
    catalog.relocate(PAIR)
    before = catalog.photo_at(THERE), catalog.people.under([Path("/")])
    catalog.relocate(PAIR)
    assert (catalog.photo_at(THERE), catalog.people.under([Path("/")])) == before
    assert before[1][THERE].marks.rating == 5


def test_photo_that_was_met_at_its_new_place_before_keeps_what_is_known_there(catalog, make_photo):
    catalog.store([make_photo(THERE)])
    catalog.people.store([PersonsMarks(HERE, "ab12", Marks(rating=5), "cull", NOW)])
    catalog.relocate(PAIR)
    assert catalog.photo_at(THERE) is not None
    assert catalog.people.under([Path("/")])[THERE].marks.rating == 5


@pytest.mark.parametrize(("later", "rating"), [(HERE, 2), (THERE, 4)])
def test_marks_given_under_both_names_of_one_picture_are_both_kept(catalog, stored, later, rating):  # noqa: ARG001
    here = PersonsMarks(HERE, "ab12", Marks(rating=2, labels=("Red",)), "cull", NOW)
    there = PersonsMarks(THERE, "ab12", Marks(rating=4, flag=Flag.PICK), "a.xmp", NOW)
    moment = NOW + timedelta(seconds=1)
    catalog.people.store(replace(one, changed=moment) if one.path == later else one for one in (here, there))
    catalog.relocate(PAIR)
    (said,) = catalog.people.under([Path("/")]).values()
    assert (said.path, said.marks) == (THERE, Marks(rating, Flag.PICK, ("Red",)))


def test_mark_that_was_taken_away_later_stays_away(catalog, stored):  # noqa: ARG001
    moment = NOW + timedelta(seconds=1)
    cleared = PersonsMarks(THERE, "ab12", Marks(rating=0), "cull", moment, frozenset({Mark.LABELS}))
    labelled = PersonsMarks(HERE, "ab12", Marks(rating=5, labels=("Red",)), "cull", NOW)
    catalog.people.store([labelled, cleared])
    catalog.relocate(PAIR)
    (said,) = catalog.people.under([Path("/")]).values()
    assert (said.marks, said.cleared) == (Marks(rating=0), {Mark.LABELS})
