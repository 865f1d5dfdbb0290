"""Sidecars whose photo is gone."""

from index.photo.folder_listing import FolderListing, list_folder
from index.photo.orphan_sidecars import orphan_sidecars


def orphans(folder, *names):
    for name in names:
        (folder / name).write_bytes(b"x")
    listing = list_folder(folder)
    assert isinstance(listing, FolderListing)
    return [path.name for path in orphan_sidecars(listing)]


def test_sidecars_of_photos_are_none(tmp_path):
    assert orphans(tmp_path, "A.CR3", "A.xmp", "a.cr3.XMP", "A.CR3.pp3", "A_01.CR3.xmp") == []


def test_those_of_photos_that_are_gone_are_told_in_order(tmp_path):
    assert orphans(tmp_path, "kept.CR3", "B.xmp", "A.CR3.xmp", "C.jpg.pp3") == ["A.CR3.xmp", "B.xmp", "C.jpg.pp3"]


def test_a_whole_name_is_not_for_another_file_of_the_stem(tmp_path):
    assert orphans(tmp_path, "IMG.JPG", "IMG.CR3.xmp") == ["IMG.CR3.xmp"]


def test_files_that_we_do_not_read_count_as_photos(tmp_path):
    assert orphans(tmp_path, "A.IIQ", "A.xmp", "B.psd", "B.psd.xmp") == []


def test_a_copy_whose_photo_is_gone_is_one(tmp_path):
    assert orphans(tmp_path, "A_01.CR3.xmp") == ["A_01.CR3.xmp"]
