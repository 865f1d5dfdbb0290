"""A catalogue is opened to read: nothing is written, there or beside it, and a bad place is named."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from index.catalog.connection import connect_to_read
from index.catalog.database import open_catalog, open_catalog_to_read
from index.catalog.errors import ForeignFileError, MissingCatalogError, UnreadableCatalogError
from tests.index.catalog.left_alone import foreign_database, snapshot


def snapshot_of_names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("place", ["catalog.db", "no/folders/catalog.db", "file/catalog.db", "empty.db"])
def test_reading_where_nothing_is_makes_nothing(tmp_path, place):
    (tmp_path / "file").touch()
    (tmp_path / "empty.db").touch()
    with pytest.raises(MissingCatalogError, match="there is no catalogue at") as refused:
        connect_to_read(tmp_path / place, 1.0)
    assert "assist score" in refused.value.hint
    assert snapshot_of_names(tmp_path) == ["empty.db", "file"]


@pytest.mark.parametrize("name", ["catalog.db", "50% of #1?.db", os.fsdecode(b"photo\xe9.db")])
def test_reading_leaves_the_catalogue_byte_for_byte_and_nothing_beside_it(tmp_path, name):
    try:
        open_catalog(tmp_path / name).close()
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    before = snapshot(tmp_path)
    db = connect_to_read(tmp_path / name, 1.0)
    assert db.execute("SELECT count(*) FROM photos").fetchone() == (0,)
    db.close()
    assert snapshot(tmp_path) == before


def test_reading_cannot_write(tmp_path):
    open_catalog(tmp_path / "catalog.db").close()
    db = connect_to_read(tmp_path / "catalog.db", 1.0)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        db.execute("DELETE FROM photos")
    db.close()


def test_reading_another_program_s_database_is_refused(tmp_path):
    foreign_database(tmp_path / "library.db", "delete").close()
    with pytest.raises(ForeignFileError):
        connect_to_read(tmp_path / "library.db", 1.0)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_reading_without_permission_is_named(tmp_path):
    path = tmp_path / "catalog.db"
    open_catalog(path).close()
    path.chmod(0)
    with pytest.raises(UnreadableCatalogError, match="cannot be read"):
        open_catalog_to_read(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write into a read-only folder")
@pytest.mark.parametrize("file_mode", [0o444, 0o644])
@pytest.mark.parametrize("folder_mode", [0o555, 0o755])
def test_reading_what_is_read_only_leaves_nothing_beside_it(tmp_path, file_mode, folder_mode):
    path = tmp_path / "catalog.db"
    open_catalog(path).close()
    path.chmod(file_mode)
    tmp_path.chmod(folder_mode)
    try:
        db = connect_to_read(path, 1.0)
        assert db.execute("SELECT count(*) FROM photos").fetchone() == (0,)
        db.close()
        assert snapshot_of_names(tmp_path) == ["catalog.db"]
    finally:
        tmp_path.chmod(0o755)


@pytest.mark.parametrize(("log", "readable"), [(b"", True), (b"what a killed run left", False)])
def test_reading_where_no_log_can_be_made_goes_on_only_if_none_is_needed(tmp_path, monkeypatch, log, readable):
    path = tmp_path / "catalog.db"
    open_catalog(path).close()
    really_connect = sqlite3.connect

    def as_in_a_read_only_folder(address, **options):
        # There is nothing below a file, so SQLite says what it says of a folder that takes no log.
        return really_connect(address if "immutable" in address else f"{path.as_uri()}/nothing?mode=rw", **options)

    monkeypatch.setattr(sqlite3, "connect", as_in_a_read_only_folder)
    path.with_name("catalog.db-wal").write_bytes(log)
    if readable:
        connect_to_read(path, 1.0).close()
    else:
        with pytest.raises(sqlite3.OperationalError, match="unable to open"):
            connect_to_read(path, 1.0)
