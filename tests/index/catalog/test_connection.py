"""Which files are opened at all: other people's files stay byte for byte, and a bad place is named."""

from __future__ import annotations

import os
import sqlite3
import threading
from pathlib import Path

import pytest

from index.catalog.connection import connect, keep_log, transaction
from index.catalog.database import open_catalog
from index.catalog.errors import CatalogError, ForeignFileError, UnwritableCatalogError
from tests.index.catalog.left_alone import foreign_database, snapshot


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
    assert not db.in_transaction
    db.close()


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
    assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
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
