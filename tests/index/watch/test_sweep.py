"""What lies there now against what lay there before."""

from pathlib import Path

from index.photo.errors import FailureKind, UnreadablePhoto
from index.watch.file_look import FileLook
from index.watch.listing import TreeListing, list_tree
from index.watch.news import NewsKind
from index.watch.sweep import news_between

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
