"""SQLite's trouble in a photographer's words; our own mistakes are not dressed up."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from index.catalog.errors import CatalogError, DiskFullError, LockedCatalogError, UnwritableCatalogError, translated


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_FULL, DiskFullError),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, LockedCatalogError),
        (sqlite3.SQLITE_READONLY_DIRECTORY, UnwritableCatalogError),
        (sqlite3.SQLITE_IOERR_WRITE, UnwritableCatalogError),
        (sqlite3.SQLITE_ERROR, CatalogError),
    ],
)
def test_result_codes_and_their_extended_forms_are_translated(code, kind):
    trouble = sqlite3.OperationalError("what SQLite says")
    trouble.sqlite_errorcode = code
    with pytest.raises(CatalogError, match="what SQLite says") as translation, translated(Path("/c.db")):
        raise trouble
    assert type(translation.value) is kind
    assert translation.value.__cause__ is trouble


def test_our_own_mistakes_pass_untranslated():
    with pytest.raises(sqlite3.ProgrammingError), translated(Path("/c.db")):
        raise sqlite3.ProgrammingError("wrong number of parameters")
