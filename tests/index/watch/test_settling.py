"""When a file is ready to be read: told by news, looks and a clock, all of them made up here."""

from pathlib import Path

import pytest

from index.photo.whole_file.wholeness import NotWhole, Unknown, Whole
from index.watch.file_look import FileLook
from index.watch.news import FileNews, NewsKind
from index.watch.settling import PATIENCE_S, QUIET_S, SettlingFiles

A, B = Path("/w/a.jpg"), Path("/w/day/b.jpg")


class Disk:
    """What lies there: path -> its size, or the error that `stat` gives; and whether that is whole."""

    def __init__(self):
        self.sizes = {}
        self.whole = {}
        self.looks = self.reads = 0

    def look(self, path):
        self.looks += 1
        size = self.sizes.get(path)
        if isinstance(size, OSError):
            raise size
        return None if size is None else FileLook(size, size, size, 1)

    def how_whole(self, path):
        self.reads += 1
        return self.whole.get(path, Whole())


@pytest.fixture
def disk():
    return Disk()


@pytest.fixture
def settling(disk):
    return SettlingFiles(disk.look, disk.how_whole)


def hear(settling, kind, path, now_s):
    settling.hear(FileNews(kind, path, now_s), now_s)


def ready(settling, now_s, at_most=None):
    return [file.path for file in settling.ready(now_s, at_most)]


@pytest.mark.parametrize("kind", [NewsKind.CLOSED, NewsKind.MOVED_HERE])
def test_a_whole_file_that_was_closed_or_moved_here_is_ready_at_once(disk, settling, kind):
    disk.sizes[A] = 10
    hear(settling, kind, A, 5.0)
    assert settling.due_at() == 5.0
    (file,) = settling.ready(5.0)
    assert (file.path, file.look, file.wholeness, file.since_s) == (A, disk.look(A), Whole(), 5.0)
    assert settling.due_at() is None
    assert len(settling) == 0


def test_a_file_that_nobody_closed_is_ready_when_it_was_quiet(disk, settling):
    disk.sizes[A] = 10
    hear(settling, NewsKind.WRITTEN, A, 5.0)
    assert ready(settling, 5.0) == []
    assert settling.due_at() == 5.0 + QUIET_S
    assert ready(settling, 5.0 + QUIET_S) == [A]


def test_a_file_that_grows_is_not_read(disk, settling):
    hear(settling, NewsKind.WRITTEN, A, 0.0)
    for step in range(50):
        disk.sizes[A] = step
        assert ready(settling, step * QUIET_S) == []
    assert disk.reads == 0
    assert ready(settling, 49 * QUIET_S + QUIET_S) == [A]


def test_a_closed_file_that_is_not_whole_waits_and_is_ready_when_it_is(disk, settling):
    disk.sizes[A], disk.whole[A] = 10, NotWhole("its end is missing")
    hear(settling, NewsKind.CLOSED, A, 0.0)
    assert ready(settling, 0.0) == []
    disk.sizes[A], disk.whole[A] = 20, Whole()
    assert ready(settling, 1.0) == []  # somebody writes again, and has not closed it
    hear(settling, NewsKind.CLOSED, A, 1.2)
    assert ready(settling, 1.2) == [A]


@pytest.mark.parametrize("kind", [NewsKind.CLOSED, NewsKind.WRITTEN])
@pytest.mark.parametrize("wholeness", [NotWhole("its end is missing"), Unknown("no photo")])
def test_a_file_that_stays_not_whole_is_given_out_when_patience_ends(disk, settling, kind, wholeness):
    disk.sizes[A], disk.whole[A] = 10, wholeness
    hear(settling, kind, A, 0.0)
    given_out = [(now_s / 2, file) for now_s in range(60) for file in settling.ready(now_s / 2)]
    assert [(now_s, file.wholeness) for now_s, file in given_out] == [(PATIENCE_S, wholeness)]


def test_every_change_renews_the_patience(disk, settling):
    disk.sizes[A], disk.whole[A] = 10, NotWhole("its end is missing")
    hear(settling, NewsKind.CLOSED, A, 0.0)
    for now_s in range(9):
        assert ready(settling, float(now_s)) == []
    disk.sizes[A] = 11
    for now_s in range(9, 19):
        assert ready(settling, float(now_s)) == []
    assert ready(settling, 9.0 + PATIENCE_S) == [A]


def test_a_file_that_changes_while_it_is_examined_is_not_given_out(disk):
    def how_whole(path):
        disk.sizes[path] += 1
        return Whole()

    settling = SettlingFiles(disk.look, how_whole)
    disk.sizes[A] = 10
    hear(settling, NewsKind.CLOSED, A, 0.0)
    assert ready(settling, 0.0) == []
    assert len(settling) == 1


def test_a_file_that_vanished_is_forgotten(settling):
    hear(settling, NewsKind.CLOSED, A, 0.0)
    assert ready(settling, 0.0) == []
    assert len(settling) == 0


def test_gone_is_a_hint_and_the_disk_decides(disk, settling):
    disk.sizes[A] = disk.sizes[B] = 10
    for path in (A, B):
        hear(settling, NewsKind.WRITTEN, path, 0.0)
    ready(settling, 0.0)
    del disk.sizes[A]
    hear(settling, NewsKind.GONE, A, 0.1)
    hear(settling, NewsKind.FOLDER_GONE, B.parent, 0.1)
    assert ready(settling, 0.1) == []
    assert ready(settling, QUIET_S) == [B]
    assert len(settling) == 0


def test_news_of_gone_files_that_nobody_waits_for_are_no_work(settling):
    hear(settling, NewsKind.GONE, A, 0.0)
    hear(settling, NewsKind.LOOK_AGAIN, A.parent, 0.0)
    assert settling.due_at() is None


def test_a_file_heard_of_often_is_given_out_once(disk, settling):
    disk.sizes[A] = 10
    for step in range(100):
        hear(settling, NewsKind.WRITTEN, A, step / 1000)
    hear(settling, NewsKind.CLOSED, A, 0.1)
    assert ready(settling, 0.1) == [A]
    assert ready(settling, 99.0) == []


def test_a_file_written_again_after_it_was_given_out_is_given_out_again(disk, settling):
    disk.sizes[A] = 10
    hear(settling, NewsKind.CLOSED, A, 0.0)
    assert ready(settling, 0.0) == [A]
    disk.sizes[A] = 20
    hear(settling, NewsKind.CLOSED, A, 1.0)
    assert ready(settling, 1.0) == [A]


def test_who_is_busy_takes_some_and_leaves_the_rest_in_order(disk, settling):
    paths = [Path(f"/w/{number}.jpg") for number in (3, 1, 2)]
    for number, path in enumerate(paths):
        disk.sizes[path] = 10
        hear(settling, NewsKind.CLOSED, path, float(number))
    assert ready(settling, 9.0, at_most=0) == []
    assert ready(settling, 9.0, at_most=2) == paths[:2]
    assert ready(settling, 9.0) == paths[2:]


def test_what_nobody_takes_is_not_looked_at(disk, settling):
    for number in range(1000):
        path = Path(f"/w/{number}.jpg")
        disk.sizes[path] = 10
        hear(settling, NewsKind.CLOSED, path, 0.0)
    settling.ready(0.0, at_most=3)
    assert disk.looks == 6


def test_a_file_that_the_system_does_not_show_is_tried_until_patience_ends(disk, settling):
    disk.sizes[A] = PermissionError(13, "Permission denied")
    hear(settling, NewsKind.CLOSED, A, 0.0)
    assert ready(settling, 0.0) == []
    disk.sizes[A] = 10
    assert ready(settling, QUIET_S) == [A]
    disk.sizes[A] = PermissionError(13, "Permission denied")
    hear(settling, NewsKind.CLOSED, A, 20.0)
    given_out = [file for now_s in range(20, 40) for file in settling.ready(float(now_s))]
    assert [(file.look, file.wholeness) for file in given_out] == [(None, Unknown("permission denied"))]
