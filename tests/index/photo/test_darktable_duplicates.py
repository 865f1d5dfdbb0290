"""Sidecars of darktable's duplicates."""

from pathlib import Path

from index.photo.darktable_duplicates import darktable_duplicates
from index.photo.folder_listing import FolderListing, list_folder


def duplicates(folder: Path, *names: str) -> list[tuple[str, str, str | None]]:
    for name in names:
        (folder / name).write_bytes(b"x")
    listing = list_folder(folder)
    assert isinstance(listing, FolderListing)
    return [
        (told.sidecar.name, told.photo.name, told.rival and told.rival.name) for told in darktable_duplicates(listing)
    ]


def test_a_numbered_sidecar_is_a_duplicate_of_the_photo(tmp_path):
    assert duplicates(tmp_path, "IMG_1.jpg", "IMG_1_01.jpg.xmp") == [("IMG_1_01.jpg.xmp", "IMG_1.jpg", None)]


def test_a_photo_of_that_very_name_is_a_rival(tmp_path):
    assert duplicates(tmp_path, "IMG.CR3", "IMG_01.CR3", "IMG_01.CR3.xmp") == [
        ("IMG_01.CR3.xmp", "IMG.CR3", "IMG_01.CR3")
    ]


def test_a_numbered_photo_without_an_unnumbered_one_has_an_ordinary_sidecar(tmp_path):
    assert duplicates(tmp_path, "IMG_0412.CR3", "IMG_0412.CR3.xmp") == []


def test_letter_case_does_not_matter(tmp_path):
    assert duplicates(tmp_path, "IMG.CR3", "img_02.cr3.XMP") == [("img_02.cr3.XMP", "IMG.CR3", None)]


def test_one_digit_and_five_are_no_duplicates(tmp_path):
    assert duplicates(tmp_path, "IMG.CR3", "IMG_1.CR3.xmp", "IMG_12345.CR3.xmp") == []
