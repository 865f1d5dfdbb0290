"""What the file system tells, natively and by polling, in folders that are really there."""

import os
import threading
import time
from pathlib import Path

import pytest

from index.watch.events import FolderEvents
from index.watch.news import NewsKind
from tests.index.watch.ears import POLL_S, native_only


def test_a_photo_that_is_written_is_told_with_its_end(folder, ears, listen, poll):
    native_only(poll)
    listen(folder)
    path = folder / "a.jpg"
    with path.open("wb") as file:
        file.write(b"one")
        file.flush()
        ears.wait_for((NewsKind.WRITTEN, path))
        assert NewsKind.CLOSED not in {one.kind for one in ears.news}
    ears.wait_for((NewsKind.CLOSED, path))


def test_a_photo_that_is_replaced_in_place_is_told_again(folder, ears, listen):
    path = folder / "a.jpg"
    path.write_bytes(b"before")
    listen(folder)
    path.write_bytes(b"another, longer one")
    ears.wait_until_here(path)


@pytest.mark.parametrize(
    "name", ["Ünï côdé 写真.jpg", "line\nfeed.NEF", "blank %s {} end.heic", os.fsdecode(b"not \xff utf8.jpg")]
)
def test_every_name_is_told_as_it_is(folder, ears, listen, name):
    listen(folder)
    (folder / name).write_bytes(b"photo")
    ears.wait_until_here(folder / name)


def test_a_rename_from_a_name_of_passage_is_a_photo_that_came_at_once(folder, ears, listen, poll):
    native_only(poll)
    listen(folder)
    part = folder / ".a.jpg.Xa3b4C"
    part.write_bytes(b"photo")
    part.rename(folder / "a.jpg")
    ears.wait_for((NewsKind.MOVED_HERE, folder / "a.jpg"))
    assert ears.paths() == {folder / "a.jpg"}
    assert {one.moved_from for one in ears.news} == {None}


def test_a_renamed_photo_is_told_with_its_former_name(folder, ears, listen):
    (folder / "a.jpg").write_bytes(b"photo")
    listen(folder)
    (folder / "a.jpg").rename(folder / "b.jpg")
    ears.wait_for((NewsKind.GONE, folder / "a.jpg"), (NewsKind.MOVED_HERE, folder / "b.jpg"))
    assert folder / "a.jpg" in {one.moved_from for one in ears.news}


def test_photos_moved_in_from_elsewhere_and_away_are_told(tmp_path, folder, ears, listen):
    listen(folder)
    (tmp_path / "a.jpg").write_bytes(b"photo")
    (tmp_path / "a.jpg").rename(folder / "a.jpg")
    ears.wait_until_here(folder / "a.jpg")
    (folder / "a.jpg").rename(tmp_path / "a.jpg")
    ears.wait_for((NewsKind.GONE, folder / "a.jpg"))


def test_what_is_no_photo_and_what_does_not_count_is_not_told(folder, ears, listen):
    listen(folder)
    for name in (".trash", "@eaDir", "Previews.lrdata"):
        (folder / name).mkdir()
        (folder / name / "a.jpg").write_bytes(b"photo")
    for number in range(2_000):
        (folder / f"{number}.txt").touch()
    (folder / "end.jpg").write_bytes(b"photo")
    ears.wait_until_here(folder / "end.jpg")
    assert ears.paths() == {folder / "end.jpg"}


def test_nothing_is_told_after_the_end(folder, ears, listen):
    events = listen(folder)
    before = threading.active_count()
    events.stop()
    events.stop()
    assert threading.active_count() < before
    (folder / "a.jpg").write_bytes(b"photo")
    assert events.tend() == ()
    time.sleep(4 * POLL_S)
    assert ears.news == []


def test_starting_and_ending_leaves_no_open_files(folder, ears, poll):
    open_files = Path("/proc/self/fd")
    if not open_files.is_dir():
        pytest.skip("this system does not list open files in /proc")
    before = len(list(open_files.iterdir()))
    for _ in range(20):
        events = FolderEvents([folder], ears.hear, poll=poll, poll_s=POLL_S)
        events.start()
        events.stop()
    assert len(list(open_files.iterdir())) <= before
