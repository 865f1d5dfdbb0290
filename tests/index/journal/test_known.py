"""What we last wrote or read in a sidecar is the base of a merge, whichever came later."""

from pathlib import Path

import pytest

from index.journal.database import open_journal
from index.journal.entries import PlannedWrite
from index.journal.readings import Reading
from index.photo.marks import NO_MARKS, Mark, Marks
from index.photo.merge_marks import Known
from index.photo.xmp_edit.splices import Splice
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


def test_what_was_read_while_a_write_stood_is_forgotten_with_it(journal):
    """That the stars went was our doing, and no person's."""
    number = write(journal, Marks(5), people=RATING)
    journal.note_read([Reading(SIDECAR, Marks(5, labels=("Red",)), RATING | {Mark.LABELS})])
    write(journal, NO_MARKS, takes_back=number)
    assert journal.known([SIDECAR]) == {SIDECAR: {Mark.LABELS: Known(("Red",), by_person=True)}}


def test_what_was_read_before_a_write_or_after_its_undo_stays_known(journal):
    journal.note_read([Reading(SIDECAR, Marks(3), RATING)])
    number = write(journal, Marks(5), people=RATING)
    write(journal, Marks(3), takes_back=number)
    assert journal.known([SIDECAR])[SIDECAR] == {Mark.RATING: Known(3, by_person=True)}
    journal.note_read([Reading(SIDECAR, Marks(4), RATING)])
    assert journal.known([SIDECAR])[SIDECAR] == {Mark.RATING: Known(4, by_person=True)}


KEYWORDS = frozenset({Mark.KEYWORDS})


def keywords(*words):
    return Marks(keywords=words)


def test_a_keyword_stays_known_through_writes_that_do_not_meet_it(journal):
    """A person took `sea` away and we wrote another: it is to be told that `sea` went, and no machine gives it again."""
    journal.note_read([Reading(SIDECAR, keywords("sea"), KEYWORDS)])
    write(journal, keywords("photo-assist|keeper"), KEYWORDS)
    assert set(journal.known([SIDECAR])[SIDECAR][Mark.KEYWORDS].value) == {"sea", "photo-assist|keeper"}


def test_a_keyword_that_we_took_away_is_no_longer_known(journal):
    journal.note_read([Reading(SIDECAR, keywords("sea", "pier"), KEYWORDS)])
    (number,) = journal.intend(
        journal.begin("write"),
        [
            PlannedWrite(
                SIDECAR,
                Path("/p/a.nef"),
                None,
                b"new",
                marks_before=keywords("sea", "pier"),
                marks_after=keywords("pier"),
                changed=KEYWORDS,
            )
        ],
    )
    journal.end(done([number]))
    assert journal.known([SIDECAR])[SIDECAR][Mark.KEYWORDS].value == ("pier",)


def test_a_keyword_that_a_person_was_read_to_have_taken_away_is_no_longer_known(journal):
    write(journal, keywords("sea", "pier"), KEYWORDS)
    journal.note_read([Reading(SIDECAR, keywords("pier"), KEYWORDS)])
    assert journal.known([SIDECAR])[SIDECAR][Mark.KEYWORDS] == Known(("pier",), by_person=True)


def test_of_keywords_an_undo_takes_only_its_own(journal):
    number = write(journal, keywords("ours"), KEYWORDS)
    journal.note_read([Reading(SIDECAR, keywords("ours", "theirs"), KEYWORDS)])
    (back,) = journal.intend(
        journal.begin("undo"),
        [
            PlannedWrite(
                SIDECAR,
                Path("/p/a.nef"),
                b"new",
                b"before",
                [Splice(0, 3, b"before")],
                marks_before=keywords("ours"),
                marks_after=keywords("old"),
                changed=KEYWORDS,
                takes_back=number,
            )
        ],
    )
    journal.end(done([back]))
    assert journal.known([SIDECAR])[SIDECAR][Mark.KEYWORDS].value == ("theirs", "old")
