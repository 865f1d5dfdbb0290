"""Whether a photo's files still look as they did when it was judged."""

import os
from dataclasses import dataclass

import pytest

from assist_cli.workflows.file_stamps import has_changed, is_absent, is_deleted, is_gone, missing_folder, stamp_files


@dataclass
class Files:
    """Of an asset only its files matter here."""

    files: tuple


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "shoot" / "a.jpg"
    path.parent.mkdir()
    path.write_bytes(b"picture")
    return path


def test_file_left_alone_has_not_changed(photo):
    assert not has_changed(stamp_files(Files((photo,))))


def test_file_of_another_size_has_changed(photo):
    stamps = stamp_files(Files((photo,)))
    photo.write_bytes(b"another picture")
    assert has_changed(stamps)


def test_file_of_the_same_size_written_later_has_changed(photo):
    stamps = stamp_files(Files((photo,)))
    os.utime(photo, ns=(0, stamps[0].mtime_ns + 1))
    assert has_changed(stamps)


def test_photo_with_a_file_that_cannot_be_looked_at_has_no_stamps(photo):
    assert stamp_files(Files((photo, photo.with_name("absent.xmp")))) == ()


def test_file_that_is_missing_is_gone_and_has_not_changed(photo):
    stamps = stamp_files(Files((photo,)))
    photo.unlink()
    assert is_gone(photo)
    assert not has_changed(stamps)


def test_file_whose_folder_is_missing_may_be_on_an_unplugged_disk(photo):
    photo.unlink()
    photo.parent.rmdir()
    assert not is_gone(photo)


def test_link_that_leads_nowhere_is_still_there(photo):
    link = photo.with_name("link.jpg")
    link.symlink_to(photo.with_name("nowhere.jpg"))
    assert not is_gone(link)


def test_file_whose_folder_holds_others_is_deleted(photo):
    photo.with_name("b.jpg").touch()
    assert not is_deleted(photo)
    photo.unlink()
    assert is_deleted(photo)


@pytest.mark.parametrize("folder", ["empty", "missing"])
def test_file_whose_folder_is_empty_or_missing_may_be_on_an_unplugged_disk(photo, folder):
    photo.unlink()
    if folder == "missing":
        photo.parent.rmdir()
    assert not is_deleted(photo)
    assert is_absent(photo.parent) is (folder == "missing")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may look everywhere")
def test_where_you_may_not_look_nothing_is_deleted_or_absent(photo, tmp_path):
    photo.with_name("b.jpg").touch()
    photo.unlink()
    photo.parent.chmod(0o311)
    assert not is_deleted(photo)
    tmp_path.chmod(0)
    try:
        assert not is_absent(photo.parent)
    finally:
        tmp_path.chmod(0o755)
        photo.parent.chmod(0o755)


def test_folder_that_is_a_link_to_nowhere_is_there(tmp_path):
    (tmp_path / "card").symlink_to(tmp_path / "unplugged")
    assert not is_absent(tmp_path / "card")
    assert is_absent(tmp_path / "unplugged" / "DCIM")


def test_the_uppermost_folder_that_is_not_there_is_named(photo, tmp_path):
    assert missing_folder(tmp_path / "card" / "DCIM" / "100" / "a.jpg") == tmp_path / "card"
    assert missing_folder(photo) == photo.parent
