"""Tells the catalogue of photos that we moved, so that all that was said of them is theirs under the new names."""

from __future__ import annotations

import logging
from pathlib import Path

from index.catalog.database import Catalog, open_catalog
from index.catalog.errors import CatalogError
from index.catalog.relocate import Relocated
from index.journal.database import Journal, open_journal, open_journal_to_read
from index.journal.move_entries import Followed

log = logging.getLogger(__name__)


def follow_moves(journal: Journal, catalog: Catalog) -> None:
    """Tells of the moves that the catalogue does not know yet. Raises `CatalogError` and `JournalError`."""
    followed = journal.moves.unfollowed()
    if followed:
        catalog.relocate(map(_relocated, followed))
        journal.moves.note_followed(followed)


def tell_catalogue(journal: Journal, catalog: Path) -> None:
    """As `follow_moves`, after photos were moved. Where the catalogue cannot be told now, a later command does it (`catch_up`)."""
    try:
        if journal.moves.unfollowed() and catalog.exists():
            with open_catalog(catalog) as opened:
                follow_moves(journal, opened)
    except CatalogError as error:
        log.warning("%s; what was moved is noted, and the next cull tells it", error)


def settle_and_follow(path: Path, catalog: Path) -> None:
    """As `follow_moves`, of the journal at `path`; what a killed run was at is settled first."""
    with open_journal_to_read(path) as journal:
        if not journal.moves.has_open():
            return
    with open_journal(path) as journal, open_catalog(catalog) as opened:
        follow_moves(journal, opened)


def _relocated(one: Followed) -> Relocated:
    before, after = one.look_before, one.look_after
    if before is None or after is None or before.mtime_ns == after.mtime_ns:
        return Relocated(one.before, one.after)
    return Relocated(one.before, one.after, before.mtime_ns, after.mtime_ns)
