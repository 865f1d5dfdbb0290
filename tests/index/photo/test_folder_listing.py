"""One folder's names, read once."""

import os

import pytest

from index.photo.errors import FailureKind, UnreadablePhoto
from index.photo.folder_listing import FolderListing, list_folder, name_key


def listing_of(folder, *names) -> FolderListing:
    for name in names:
        (folder / name).write_bytes(b"x")
    listing = list_folder(folder)
    assert isinstance(listing, FolderListing)
    return listing


def test_a_name_is_found_whatever_its_letter_case(tmp_path):
    listing = listing_of(tmp_path, "IMG_1.XMP")

    assert listing.spelled("img_1.xmp") == (tmp_path / "IMG_1.XMP",)


def test_accents_composed_or_not_are_one_name(tmp_path):
    decomposed = "Cafe\u0301.xmp"
    listing = listing_of(tmp_path, decomposed)

    assert listing.spelled("caf\u00e9.XMP") == (tmp_path / decomposed,)


def test_the_very_name_comes_first_where_the_disk_tells_letter_case_apart(tmp_path):
    listing = listing_of(tmp_path, "IMG.XMP", "IMG.xmp")
    if len(list(tmp_path.iterdir())) == 1:
        pytest.skip("this disk does not tell letter case apart")

    assert [path.name for path in listing.spelled("IMG.xmp")] == ["IMG.xmp", "IMG.XMP"]


def test_hidden_files_are_left_out_but_for_our_part_files(tmp_path):
    listing = listing_of(tmp_path, ".IMG.xmp", ".IMG.xmp.assist-part")

    assert not listing.names
    assert listing.part_files == (".IMG.xmp.assist-part",)


def test_stems_name_photos_and_films_but_no_sidecars_and_no_folders(tmp_path):
    (tmp_path / "IMG.folder").mkdir()
    listing = listing_of(tmp_path, "IMG.CR3", "img.jpg", "IMG.xmp", "IMG.pp3", "IMG.MOV")

    assert [path.name for path in listing.of_stem("IMG")] == ["IMG.CR3", "IMG.MOV", "img.jpg"]


def test_links_are_told(tmp_path):
    (tmp_path / "IMG.xmp").symlink_to("elsewhere.xmp")
    listing = listing_of(tmp_path, "other.xmp")

    assert listing.is_link(tmp_path / "IMG.xmp")
    assert not listing.is_link(tmp_path / "other.xmp")


def test_a_link_in_circles_is_a_name_like_any_other(tmp_path):
    (tmp_path / "IMG.CR3").symlink_to("IMG.CR3")

    assert listing_of(tmp_path).spelled("IMG.CR3") == (tmp_path / "IMG.CR3",)


def test_sidecars_are_told_in_order_by_their_ending(tmp_path):
    listing = listing_of(tmp_path, "b.XMP", "a.xmp", "c.pp3", "d.jpg")

    assert [path.name for path in listing.sidecars()] == ["a.xmp", "b.XMP"]
    assert [path.name for path in listing.sidecars(".pp3")] == ["c.pp3"]


def test_a_folder_that_is_not_there_is_told_as_a_value(tmp_path):
    trouble = list_folder(tmp_path / "gone")

    assert isinstance(trouble, UnreadablePhoto)
    assert trouble.kind is FailureKind.MISSING


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read every folder")
def test_a_folder_that_may_not_be_opened_is_told_as_a_value(tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)

    trouble = list_folder(closed)

    assert isinstance(trouble, UnreadablePhoto)
    assert trouble.kind is FailureKind.PERMISSION


def test_a_name_that_is_no_text_is_kept(tmp_path):
    name = os.fsdecode(b"IMG\xff.xmp")
    listing = listing_of(tmp_path, name)

    assert listing.spelled(name) == (tmp_path / name,)


def test_letters_that_only_look_alike_are_told_apart():
    assert name_key("IMG_O.xmp") != name_key("IMG_0.xmp")
