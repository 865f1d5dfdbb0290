"""What we last wrote or read in a sidecar is the base of a merge, whichever came later."""

from pathlib import Path

import pytest

from index.journal.database import open_journal
from index.journal.entries import PlannedWrite
from index.journal.readings import Reading
from index.photo.marks import NO_MARKS, Mark, Marks
from index.photo.merge_marks import Known
from tests.index.journal.stars import done

SIDECAR, OTHER = Path("/p/a.xmp"), Path("/p/\udcff.xmp")
RATING = frozenset({Mark.RATING})


@pytest.fixture
def journal(tmp_path):
    with open_journal(tmp_path / "catalog.journal.db") as opened:
        yield opened


def write(journal, marks, changed=RATING, people=frozenset(), takes_back=None):
    plan = PlannedWrite(
        SIDECAR,
        Path("/p/a.nef"),
        None,
        b"new",
        marks_after=marks,
        changed=changed,
        people=people,
        takes_back=takes_back,
    )
    (number,) = journal.intend(journal.begin("write"), [plan])
    journal.end(done([number]))
    return number


def test_what_was_neither_written_nor_read_is_not_known(journal):
    assert journal.known([SIDECAR]) == {}


def test_only_the_marks_that_we_wrote_are_known_and_whose_they_are(journal):
    write(journal, Marks(3, labels=("Red",)), {Mark.RATING, Mark.LABELS}, people=frozenset({Mark.LABELS}))
    assert journal.known([SIDECAR, OTHER]) == {
        SIDECAR: {Mark.RATING: Known(3, by_person=False), Mark.LABELS: Known(("Red",), by_person=True)}
    }


def test_a_reading_after_a_write_counts_and_a_write_after_a_reading(journal):
    write(journal, Marks(3))
    journal.note_read([Reading(SIDECAR, Marks(5), RATING)])
    assert journal.known([SIDECAR])[SIDECAR] == {Mark.RATING: Known(5, by_person=True)}
    write(journal, Marks(2))
    assert journal.known([SIDECAR])[SIDECAR] == {Mark.RATING: Known(2, by_person=False)}


def test_a_mark_that_was_read_as_cleared_is_known_as_that(journal):
    journal.note_read([Reading(OTHER, NO_MARKS, RATING)])
    assert journal.known([OTHER]) == {OTHER: {Mark.RATING: Known(None, by_person=True)}}


def test_a_later_reading_replaces_the_earlier_one(journal):
    journal.note_read([Reading(SIDECAR, Marks(5, labels=("Red",)), RATING | {Mark.LABELS})])
    journal.note_read([Reading(SIDECAR, Marks(4), RATING)])
    assert journal.known([SIDECAR]) == {SIDECAR: {Mark.RATING: Known(4, by_person=True)}}


def test_a_write_that_was_taken_back_is_not_known(journal):
    number = write(journal, Marks(3))
    write(journal, NO_MARKS, takes_back=number)
    assert journal.known([SIDECAR]) == {}
