"""What lies there now against what lay there before."""

import time
from pathlib import Path

from index.photo.errors import FailureKind, UnreadablePhoto
from index.watch.file_look import FileLook
from index.watch.listing import TreeListing, list_tree
from index.watch.news import NewsKind
from index.watch.sweep import missed_by_events, news_between

ROOT = Path("/w")
LOOK = FileLook(1, 2, 3, 4)


def listing(*names, unseen=(), look=LOOK):
    troubles = tuple(UnreadablePhoto(ROOT / name, FailureKind.PERMISSION, "permission denied") for name in unseen)
    return TreeListing(ROOT, {ROOT / name: look for name in names}, troubles)


def told(before, after):
    return [(news.kind, str(news.path.relative_to(ROOT))) for news in news_between(before, after, 7.0)]


def test_new_and_changed_photos_are_written():
    assert told(listing("a.jpg"), listing("a.jpg", "b.jpg")) == [(NewsKind.WRITTEN, "b.jpg")]
    assert told(listing("a.jpg"), listing("a.jpg", look=FileLook(9, 2, 3, 4))) == [(NewsKind.WRITTEN, "a.jpg")]


def test_what_looks_the_same_is_no_news():
    assert told(listing("a.jpg", "d/b.jpg"), listing("a.jpg", "d/b.jpg")) == []


def test_a_photo_that_is_not_there_any_more_is_gone():
    assert told(listing("a.jpg", "b.jpg"), listing("b.jpg")) == [(NewsKind.GONE, "a.jpg")]


def test_nothing_is_gone_from_a_folder_that_could_not_be_opened():
    assert told(listing("d/e/a.jpg", "b.jpg"), listing(unseen=["d"])) == [(NewsKind.GONE, "b.jpg")]


def test_a_whole_folder_that_is_not_there_takes_nothing_with_it(tmp_path):
    """It may be a card that was pulled out: `FolderEvents.tend` tells of it."""
    photo = tmp_path / "card" / "a.jpg"
    photo.parent.mkdir()
    photo.write_bytes(b"photo")
    before = list_tree(photo.parent)
    photo.unlink()
    photo.parent.rmdir()
    assert list(news_between(before, list_tree(photo.parent), 1.0)) == []


def test_what_events_should_have_told_is_missed(tmp_path):
    before = list_tree(tmp_path)
    for name in ("heard.jpg", "missed.jpg"):
        (tmp_path / name).write_bytes(b"photo")
    after = list_tree(tmp_path)
    later = time.time_ns() + 10**9
    assert list(missed_by_events(before, after, {tmp_path / "heard.jpg"}, later)) == [tmp_path / "missed.jpg"]
    assert list(missed_by_events(after, after, set(), later)) == []


def test_what_came_a_moment_ago_is_not_missed_yet(tmp_path):
    before, moment = list_tree(tmp_path), time.time_ns() - 10**9
    (tmp_path / "a.jpg").write_bytes(b"photo")
    assert list(missed_by_events(before, list_tree(tmp_path), set(), moment)) == []


def test_no_events_are_missed_from_behind_links(tmp_path):
    elsewhere, folder, link = (tmp_path / name for name in ("elsewhere", "folder", "link"))
    for one in (elsewhere, folder):
        one.mkdir()
    (folder / "linked").symlink_to(elsewhere)
    link.symlink_to(folder)
    before = list_tree(link)
    (elsewhere / "a.jpg").write_bytes(b"photo")
    (folder / "b.jpg").write_bytes(b"photo")
    after = list_tree(link)
    assert set(after.files) == {link / "linked" / "a.jpg", link / "b.jpg"}
    assert list(missed_by_events(before, after, set(), time.time_ns() + 10**9)) == [link / "b.jpg"]
