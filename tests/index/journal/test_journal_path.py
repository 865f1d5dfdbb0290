"""Where the journal of a catalogue lies."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.journal.journal_path import journal_path


@pytest.mark.parametrize(
    ("catalog", "journal"),
    [
        ("catalog.db", "catalog.journal.db"),
        ("shoot.v2.sqlite", "shoot.v2.journal.sqlite"),
        ("catalog", "catalog.journal"),
    ],
)
def test_journal_lies_beside_the_catalogue(tmp_path, monkeypatch, catalog, journal):
    assert journal_path(tmp_path / catalog) == tmp_path / journal
    monkeypatch.chdir(tmp_path)
    assert journal_path(Path(catalog)) == tmp_path / journal


def test_catalogue_has_one_journal_whatever_links_lead_to_it(tmp_path):
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "catalog.db").touch()
    (tmp_path / "mine.db").symlink_to("notes/catalog.db")
    (tmp_path / "linked").symlink_to("notes")
    found = {journal_path(tmp_path / name) for name in ("notes/catalog.db", "mine.db", "linked/catalog.db")}
    assert found == {tmp_path / "notes" / "catalog.journal.db"}
