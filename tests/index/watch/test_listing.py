"""Every photo under a folder."""

import os

import pytest

from index.watch.file_look import look_at
from index.watch.listing import list_tree


def made(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())
    return [folder / name for name in names]


def test_photos_are_listed_to_the_bottom_with_their_looks(tmp_path):
    paths = made(tmp_path, "a.jpg", "day/b.NEF", "day/b.JPG", "Ünï/ö\n.heic")
    listing = list_tree(tmp_path)
    assert listing.files == {path: look_at(path) for path in paths}
    assert listing.unseen == ()


def test_what_does_not_count_is_left_out(tmp_path):
    made(tmp_path, "a.txt", "a.xmp", ".a.jpg", "~a.jpg", "a.jpg.part", ".trash/a.jpg", "@eaDir/a.jpg", "x.lrdata/a.jpg")
    assert list_tree(tmp_path).files == {}


def test_a_photo_behind_a_link_is_listed_once(tmp_path):
    (real,) = made(tmp_path, "real/a.jpg")
    (tmp_path / "linked").symlink_to(tmp_path / "real")
    assert list(list_tree(tmp_path).files) == [real]


def test_a_folder_that_is_not_there_has_no_photos_and_says_so(tmp_path):
    listing = list_tree(tmp_path / "nowhere")
    assert listing.files == {}
    assert [trouble.path for trouble in listing.unseen] == [tmp_path / "nowhere"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open every folder")
def test_a_folder_that_may_not_be_opened_is_unseen(tmp_path):
    made(tmp_path, "closed/a.jpg")
    (tmp_path / "closed").chmod(0)
    listing = list_tree(tmp_path)
    (tmp_path / "closed").chmod(0o700)
    assert [trouble.path for trouble in listing.unseen] == [tmp_path / "closed"]
