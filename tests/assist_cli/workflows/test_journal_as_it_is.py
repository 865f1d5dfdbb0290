"""Whoever only looks leaves no journal behind."""

import pytest

from assist_cli.workflows.journal_as_it_is import journal_as_it_is
from index.journal.errors import JournalError
from index.journal.journal_path import journal_path
from index.photo.marks import Marks


def test_without_a_journal_there_is_none_and_none_is_made(desk):
    with journal_as_it_is(desk.catalog) as journal:
        assert journal is None
    assert not desk.catalog.parent.exists()


def test_a_journal_that_is_there_is_read_and_stays_as_it_is(desk):
    desk.photo("IMG.CR3")
    run = desk.write(Marks(4)).run
    before = desk.files()
    with journal_as_it_is(desk.catalog) as journal:
        assert journal.runs() == [run]
    assert desk.files() == before


def test_what_is_no_journal_is_an_error(desk):
    desk.catalog.parent.mkdir()
    journal_path(desk.catalog).write_text("somebody's notes, and long enough to be looked at")
    with pytest.raises(JournalError), journal_as_it_is(desk.catalog):
        pass
