"""Whether anything that was moved is still open is asked without opening all of the journal."""

from __future__ import annotations

import sqlite3

import pytest

from index.journal.database import open_journal
from index.journal.errors import JournalError
from index.journal.move_entries import Deed, PlannedMove
from index.journal.move_photos import move_all
from index.journal.open_moves import may_have_open
from index.photo.safe_file.file_look import look_of


@pytest.fixture
def path(tmp_path):
    return tmp_path / "catalog.journal.db"


def plan_in(folder):
    source = folder / "a.jpg"
    source.write_bytes(b"photo")
    (folder / "there").mkdir()
    return PlannedMove(Deed.MOVE, source, source, folder / "there" / "a.jpg", look_of(source))


def test_journal_without_moves_has_none_open(path):
    with open_journal(path) as journal:
        journal.begin("sidecars write")
    assert not may_have_open(path)


def test_move_that_was_cut_short_is_open(path, tmp_path):
    with open_journal(path) as journal:
        journal.moves.intend(journal.begin("cull"), [plan_in(tmp_path)])
    assert may_have_open(path)


def test_move_is_open_until_the_catalogue_was_told(path, tmp_path):
    with open_journal(path) as journal:
        move_all(journal, journal.begin("cull"), [(plan_in(tmp_path),)], [].append)
    assert may_have_open(path)
    with open_journal(path) as journal:
        journal.moves.note_followed(journal.moves.unfollowed())
    assert not may_have_open(path)


def test_journal_of_an_older_version_may_have_some(path):
    with open_journal(path):
        pass
    with sqlite3.connect(path) as db:
        db.execute("DROP TABLE moves")
    db.close()
    assert may_have_open(path)


def test_file_that_is_no_journal_is_refused(path):
    path.write_bytes(b"no journal at all")
    with pytest.raises(JournalError):
        may_have_open(path)
