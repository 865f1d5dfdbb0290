"""Which files are opened at all: other people's files stay byte for byte, and a bad place is named."""

from __future__ import annotations

import os
import sqlite3
import threading
from pathlib import Path

import pytest

from index.catalog.connection import connect, connect_to_read, keep_log, transaction
from index.catalog.database import open_catalog, open_catalog_to_read
from index.catalog.errors import (
    CatalogError,
    ForeignFileError,
    MissingCatalogError,
    UnreadableCatalogError,
    UnwritableCatalogError,
)


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def snapshot_of_names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def foreign_database(path: Path, journal_mode: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA journal_mode = {journal_mode}")
    connection.execute("CREATE TABLE photos (id INTEGER PRIMARY KEY)")
    connection.commit()
    return connection


@pytest.mark.parametrize("journal_mode", ["delete", "wal"])
def test_database_of_another_program_stays_byte_for_byte(tmp_path, journal_mode):
    path = tmp_path / "library.db"
    owner = foreign_database(path, journal_mode)
    before = snapshot(tmp_path)
    with pytest.raises(ForeignFileError, match="not a catalogue of photo-assist") as refused:
        open_catalog(path)
    assert snapshot(tmp_path) == before
    assert "not touched" in refused.value.hint
    owner.close()


@pytest.mark.parametrize("content", [b"a shopping list\n", b"\xff\xd8\xff\xe1", b"\0" * 8192])
def test_file_that_is_no_database_stays_byte_for_byte(tmp_path, content):
    path = tmp_path / "list.txt"
    path.write_bytes(content)
    with pytest.raises(ForeignFileError):
        open_catalog(path)
    assert snapshot(tmp_path) == {"list.txt": content}


def test_folder_in_the_place_of_the_catalogue_is_named(tmp_path):
    with pytest.raises(ForeignFileError, match="folder"):
        open_catalog(tmp_path)


def test_file_in_the_place_of_the_folder_is_named(tmp_path):
    (tmp_path / "notes").write_text("")
    with pytest.raises(UnwritableCatalogError):
        open_catalog(tmp_path / "notes" / "catalog.db")


def test_empty_file_becomes_a_catalogue(tmp_path):
    path = tmp_path / "catalog.db"
    path.touch()
    with open_catalog(path) as catalog:
        assert catalog.count() == 0


def test_place_that_takes_no_files_is_named():
    if not Path("/proc/self").is_dir():
        pytest.skip("needs /proc, where nobody can make a file, not even root")
    with pytest.raises(UnwritableCatalogError, match="cannot be written") as refused:
        open_catalog(Path("/proc/self/catalog.db"))
    assert refused.value.exit_code == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write into a read-only folder")
def test_new_catalogue_in_a_read_only_folder_is_named(tmp_path):
    tmp_path.chmod(0o555)
    with pytest.raises(UnwritableCatalogError):
        open_catalog(tmp_path / "catalog.db")
    tmp_path.chmod(0o755)


def test_read_only_catalogue_is_named(tmp_path, monkeypatch):
    path = tmp_path / "catalog.db"
    open_catalog(path).close()
    monkeypatch.setattr("index.catalog.connection._known_files", set())
    really_open = Path.open

    def as_on_a_read_only_disk(self, mode="r", **options):
        if "+" in mode:
            raise OSError(30, "Read-only file system")
        return really_open(self, mode, **options)

    monkeypatch.setattr(Path, "open", as_on_a_read_only_disk)
    with pytest.raises(UnwritableCatalogError, match="Read-only file system"):
        open_catalog(path)


def test_opening_again_in_one_process_keeps_the_locks_of_the_first(tmp_path):
    path = tmp_path / "catalog.db"
    first = open_catalog(path)
    opened: list[str] = []
    really_open = Path.open

    def noting(self, *arguments, **options):
        opened.append(self.name)
        return really_open(self, *arguments, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "open", noting)
        open_catalog(path).close()
    first.close()
    assert opened == []


def test_every_error_says_what_to_do():
    kinds = [CatalogError, *CatalogError.__subclasses__()]
    assert all(kind(Path("/c.db")).hint and "/c.db" in str(kind(Path("/c.db"))) for kind in kinds)


def test_transaction_is_undone_by_an_interrupt(tmp_path):
    db = connect(tmp_path / "catalog.db", 1.0)
    db.execute("CREATE TABLE t (x)")

    def interrupted():
        with transaction(db):
            db.execute("INSERT INTO t VALUES (1)")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert db.execute("SELECT count(*) FROM t").fetchone() == (0,)
    assert not db.conn.in_transaction
    db.close()


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


def test_log_is_kept_once_another_connection_lets_go_of_a_new_file(tmp_path):
    path = tmp_path / "catalog.db"
    db = connect(path, 5.0)
    db.execute("CREATE TABLE photos (id)")
    with sqlite3.connect(path, isolation_level=None, check_same_thread=False) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM photos").fetchall()  # reads, as whoever opens it does
        timer = threading.Timer(0.2, lambda: other.execute("COMMIT"))
        timer.start()
        keep_log(db, 20.0)
        timer.join()
    other.close()
    assert db.journal_mode == "wal"
    db.close()


def test_log_that_another_connection_never_allows_is_told(tmp_path):
    path = tmp_path / "catalog.db"
    db = connect(path, 0.0)
    db.execute("CREATE TABLE photos (id)")
    with sqlite3.connect(path, isolation_level=None) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM photos").fetchall()
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            keep_log(db, 0.05)
    other.close()
    db.close()
