"""What is said of a catalogue's health, without making or changing anything."""

from __future__ import annotations

import errno
import os
import sqlite3
from pathlib import Path

import pytest

from index.catalog import checkup
from index.catalog.checkup import LEAST_ROOM_BYTES, free_bytes, photos_if_sound
from index.catalog.database import open_catalog
from index.catalog.errors import (
    DamagedCatalogError,
    DiskFullError,
    ForeignFileError,
    MissingCatalogError,
    NewerCatalogError,
    UnwritableCatalogError,
)
from index.catalog.migrations import MIGRATIONS


@pytest.fixture
def kept(catalog_path, make_photo) -> Path:
    """A catalogue of 100 photos."""
    with open_catalog(catalog_path) as catalog:
        catalog.store([make_photo(f"/{number}.jpg") for number in range(100)])
    return catalog_path


def test_sound_catalogue_tells_its_photos_and_stays_as_it_is(kept):
    before = kept.read_bytes()
    assert photos_if_sound(kept) == 100
    assert free_bytes(kept) > LEAST_ROOM_BYTES
    assert kept.read_bytes() == before
    assert list(kept.parent.iterdir()) == [kept]


def test_no_catalogue_is_told_and_none_is_made(catalog_path):
    with pytest.raises(MissingCatalogError):
        photos_if_sound(catalog_path)
    assert free_bytes(catalog_path) > LEAST_ROOM_BYTES
    assert not catalog_path.parent.exists()


def test_damage_anywhere_is_found_though_the_file_opens(kept):
    content = bytearray(kept.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 8192] = b"\x5a" * 8192
    kept.write_bytes(content)
    open_catalog(kept).close()
    with pytest.raises(DamagedCatalogError):
        photos_if_sound(kept)


def test_another_program_s_database_is_told(tmp_path):
    owner = sqlite3.connect(tmp_path / "library.db")
    owner.execute("CREATE TABLE photos (id)")
    owner.close()
    with pytest.raises(ForeignFileError):
        photos_if_sound(tmp_path / "library.db")


def test_a_newer_catalogue_is_told(kept):
    newer = sqlite3.connect(kept)
    newer.execute("PRAGMA user_version = 999")
    newer.close()
    with pytest.raises(NewerCatalogError):
        photos_if_sound(kept)


def test_an_older_catalogue_is_counted_and_left_old(catalog_path, monkeypatch):
    with monkeypatch.context() as older:
        older.setattr("index.catalog.migrations.MIGRATIONS", MIGRATIONS[:2])
        open_catalog(catalog_path).close()
    before = catalog_path.read_bytes()
    assert photos_if_sound(catalog_path) == 0
    assert catalog_path.read_bytes() == before


def test_a_place_that_takes_no_files_is_told():
    if not Path("/proc/self").is_dir():
        pytest.skip("needs /proc, where nobody can make a file, not even root")
    with pytest.raises(UnwritableCatalogError):
        free_bytes(Path("/proc/self/catalog.db"))


def test_a_file_in_the_place_of_a_folder_is_told(tmp_path):
    (tmp_path / "notes").touch()
    with pytest.raises(UnwritableCatalogError):
        free_bytes(tmp_path / "notes" / "catalog.db")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write into what is read-only")
def test_a_read_only_catalogue_is_told(kept):
    kept.chmod(0o444)
    with pytest.raises(UnwritableCatalogError, match="Permission denied"):
        free_bytes(kept)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_told(kept, monkeypatch, number):
    def full(**_options):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(checkup.tempfile, "TemporaryFile", full)
    with pytest.raises(DiskFullError):
        free_bytes(kept)
