"""The catalogue hears of photos that were moved, now or later."""

from __future__ import annotations

from assist_cli.workflows.catch_up import catch_up
from assist_cli.workflows.follow_moves import tell_catalogue
from index.catalog.database import open_catalog
from index.journal.database import open_journal
from index.journal.journal_path import journal_path
from index.journal.move_entries import Deed, PlannedMove
from index.journal.move_photos import move_all
from index.photo.safe_file.file_look import look_of


def moved(desk, name):
    """Moves a photo as a run that was killed right after it did, and left the catalogue untold."""
    source, target = desk.folder / name, desk.folder / "there" / name
    target.parent.mkdir()
    with open_journal(journal_path(desk.catalog)) as journal:
        plan = PlannedMove(Deed.MOVE, source, source, target, look_of(source))
        move_all(journal, journal.begin("cull"), [(plan,)], [].append)
    return source, target


def known(desk, *paths):
    with open_catalog(desk.catalog) as catalog:
        return [catalog.photo_at(path) is not None for path in paths]


def test_catalogue_that_cannot_be_told_now_is_told_later(desk, caplog):
    desk.photo("a.CR3")
    source, target = moved(desk, "a.CR3")
    whole = desk.catalog.read_bytes()
    desk.catalog.write_bytes(b"no catalogue")
    with open_journal(journal_path(desk.catalog)) as journal:
        tell_catalogue(journal, desk.catalog)
    assert "the next cull tells it" in caplog.text
    desk.catalog.write_bytes(whole)
    catch_up(desk.catalog)
    assert known(desk, source, target) == [False, True]
