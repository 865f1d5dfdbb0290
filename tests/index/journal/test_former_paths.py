"""A sidecar that was moved or copied with its folder is known again by its name and its bytes."""

from pathlib import Path

import pytest

from index.journal.entries import PlannedWrite
from index.photo.marks import Mark, Marks
from tests.index.journal.stars import done

OLD, NEW = Path("/old/IMG.xmp"), Path("/new/IMG.xmp")


@pytest.fixture
def wrote(journal):
    """We write these bytes at a path; gives the number of the write."""

    def call(path, data, takes_back=None):
        plan = PlannedWrite(
            path,
            Path("/old/IMG.CR3"),
            None,
            data,
            marks_after=Marks(4),
            changed=frozenset({Mark.RATING}),
            takes_back=takes_back,
        )
        (number,) = journal.intend(journal.begin("write"), [plan])
        journal.end(done([number]))
        return number

    return call


def test_the_same_name_with_the_same_bytes_elsewhere_is_found(journal, wrote):
    wrote(OLD, b"ours")
    assert journal.former_paths({NEW: b"ours"}) == {NEW: [OLD]}


def test_other_bytes_or_another_name_are_a_file_of_its_own(journal, wrote):
    wrote(OLD, b"ours")
    assert journal.former_paths({NEW: b"changed", Path("/new/OTHER.xmp"): b"ours"}) == {}


def test_the_place_itself_is_no_former_place(journal, wrote):
    wrote(OLD, b"ours")
    assert journal.former_paths({OLD: b"ours"}) == {}


def test_what_was_taken_back_was_never_ours(journal, wrote):
    number = wrote(OLD, b"ours")
    wrote(OLD, b"as before", takes_back=number)
    assert journal.former_paths({NEW: b"ours"}) == {}
    assert journal.former_paths({NEW: b"as before"}) == {}


def test_all_places_that_it_may_come_from_are_told(journal, wrote):
    other = Path("/\udcff/IMG.xmp")
    wrote(other, b"ours")
    wrote(OLD, b"ours")
    wrote(OLD, b"ours again")
    assert journal.former_paths({NEW: b"ours"}) == {NEW: [OLD, other]}
