"""Sidecars as they are now, each read once, and what is inside photos."""

import os
from pathlib import Path

import pytest

from assist_cli.workflows import read_places
from assist_cli.workflows.read_places import FolderReader
from index.photo.folder_listing import FolderListing, list_folder
from index.photo.mark_fields.facts import Writer
from index.photo.marks import Flag
from index.photo.safe_file.errors import FileTrouble
from index.photo.sidecar_place import Place
from index.photo.xmp_errors import XmpTrouble
from tests.assist_cli.workflows.made_sidecars import photo, sidecar


def reader_of(folder: Path) -> FolderReader:
    listing = list_folder(folder)
    assert isinstance(listing, FolderListing)
    return FolderReader(listing, [folder])


def places_of(path: Path):
    return list(reader_of(path.parent).places(path))


def test_beside_and_inside_are_told_one_by_one(tmp_path):
    raw = photo(tmp_path / "IMG.CR3", rating=1)
    sidecar(tmp_path / "IMG.CR3.xmp", rating=-1)
    sidecar(tmp_path / "IMG.xmp", rating=4, label="Red")
    (tmp_path / "IMG.CR3.pp3").write_text("[General]\nRank=2\n")

    told = {read.place: read.marks for read in places_of(raw)}

    assert told[Place.DARKTABLE].flag is Flag.REJECT
    assert (told[Place.ADOBE].rating, told[Place.ADOBE].labels) == (4, ("Red",))
    assert told[Place.RAWTHERAPEE].rating == 2
    assert told[Place.EMBEDDED].rating == 1


def test_who_wrote_it_and_when_is_told(tmp_path):
    raw = photo(tmp_path / "IMG.CR3")
    path = sidecar(tmp_path / "IMG.CR3.xmp", darktable=5)
    (tmp_path / "IMG.CR3.pp3").write_text("[General]\nRank=2\n")
    os.utime(path, ns=(0, 10**18))

    own, profile, _inside = places_of(raw)

    assert (own.writer, own.modified_ns) == (Writer.DARKTABLE, 10**18)
    assert profile.writer is Writer.RAWTHERAPEE


@pytest.mark.parametrize(
    ("data", "kind"),
    [(b"", XmpTrouble.EMPTY), (b"<!DOCTYPE x []><x/>", XmpTrouble.DOCTYPE), (b"hello", XmpTrouble.NOT_XMP)],
)
def test_what_is_no_packet_is_told_and_says_nothing(tmp_path, data, kind):
    raw = photo(tmp_path / "IMG.CR3")
    (tmp_path / "IMG.CR3.xmp").write_bytes(data)

    read = places_of(raw)[0]

    assert read.trouble is not None
    assert (read.trouble.kind, read.facts, read.marks.said()) == (kind, None, frozenset())


def test_a_link_is_followed_within_the_folder_and_not_out_of_it(tmp_path):
    shoot = tmp_path / "shoot"
    shoot.mkdir()
    raw, other = photo(shoot / "IMG.CR3"), photo(shoot / "OTHER.CR3")
    sidecar(shoot / "kept.xmp", rating=3)
    sidecar(tmp_path / "outside.xmp", rating=3)
    (shoot / "IMG.CR3.xmp").symlink_to("kept.xmp")
    (shoot / "OTHER.CR3.xmp").symlink_to("../outside.xmp")

    assert places_of(raw)[0].marks.rating == 3
    trouble = places_of(other)[0].trouble
    assert trouble is not None
    assert trouble.kind is FileTrouble.LINK_OUTSIDE


def test_a_folder_named_like_a_sidecar_is_told(tmp_path):
    raw = photo(tmp_path / "IMG.CR3")
    (tmp_path / "IMG.CR3.xmp").mkdir()

    trouble = places_of(raw)[0].trouble

    assert trouble is not None
    assert trouble.kind is FileTrouble.NOT_A_FILE


def test_a_sidecar_that_goes_away_meanwhile_is_told(tmp_path):
    raw = photo(tmp_path / "IMG.CR3")
    path = sidecar(tmp_path / "IMG.CR3.xmp", rating=3)
    reader = reader_of(tmp_path)
    path.unlink()

    trouble = next(reader.places(raw)).trouble

    assert trouble is not None
    assert trouble.kind is FileTrouble.GONE


def test_a_sidecar_of_two_photos_is_read_once(tmp_path, monkeypatch):
    raw, jpeg = photo(tmp_path / "IMG.CR3"), photo(tmp_path / "IMG.JPG")
    sidecar(tmp_path / "IMG.xmp", rating=3)
    reader, opened = reader_of(tmp_path), []
    real = read_places.sidecar_now
    monkeypatch.setattr(read_places, "sidecar_now", lambda path: opened.append(path) or real(path))

    assert [read.marks.rating for path in (raw, jpeg) for read in reader.places(path) if read.place is Place.ADOBE] == [
        3,
        3,
    ]
    assert len(opened) == 1


def test_editors_are_told_of_the_very_name_before_other_spellings(tmp_path):
    raw = photo(tmp_path / "IMG.CR3")
    sidecar(tmp_path / "IMG.XMP", rating=1)
    sidecar(tmp_path / "IMG.xmp", rating=2)
    if len(list(tmp_path.iterdir())) < 3:
        pytest.skip("this disk does not tell letter case apart")
    reader = reader_of(tmp_path)

    beside = reader.beside(raw, list(reader.places(raw)), [raw])

    assert beside.facts[Place.ADOBE].rating == 2
    assert not beside.misspelled


def test_a_spelling_that_no_editor_looks_for_is_told(tmp_path):
    raw = photo(tmp_path / "IMG.CR3")
    sidecar(tmp_path / "IMG.cr3.xmp", rating=1)
    if (tmp_path / "img.CR3").exists():
        pytest.skip("this disk does not tell letter case apart")
    reader = reader_of(tmp_path)

    assert reader.beside(raw, list(reader.places(raw)), [raw]).misspelled == {Place.DARKTABLE}


def test_a_jpeg_knows_of_its_raw(tmp_path):
    raw, jpeg = photo(tmp_path / "IMG.CR3"), photo(tmp_path / "IMG.JPG")
    reader = reader_of(tmp_path)

    assert reader.beside(jpeg, [], [jpeg, raw]).has_raw_beside
    assert not reader.beside(raw, [], [jpeg, raw]).has_raw_beside
    assert not reader.beside(jpeg, [], [jpeg]).has_raw_beside
