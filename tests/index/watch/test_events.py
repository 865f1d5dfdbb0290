"""What the file system tells, natively and by polling, in folders that are really there."""

import contextlib
import os
import select
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from index.watch.events import FolderEvents
from index.watch.news import NewsKind
from index.watch.observers import TELLS_OF_CLOSING

HERE = {NewsKind.WRITTEN, NewsKind.CLOSED, NewsKind.MOVED_HERE}
PATIENCE_S = 20
POLL_S = 0.05


class Ears:
    """Collects news, and waits for them."""

    def __init__(self):
        self.news = []

    def hear(self, news):
        self.news.append(news)

    def wait(self, are_heard):
        """Until `are_heard(news)` is true of what was heard so far; fails after a long time."""
        end = time.monotonic() + PATIENCE_S
        while not are_heard(list(self.news)):
            assert time.monotonic() < end, [(one.kind, str(one.path)) for one in self.news]
            time.sleep(0.005)

    def wait_for(self, *wanted):
        """Until each (kind, path) was heard."""
        self.wait(lambda news: set(wanted) <= {(one.kind, one.path) for one in news})

    def wait_until_here(self, *paths):
        """Until each was told to be there in some way."""
        self.wait(lambda news: set(paths) <= {one.path for one in news if one.kind in HERE})

    def paths(self):
        return {one.path for one in self.news}


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "watched"
    folder.mkdir()
    return folder


@pytest.fixture
def ears():
    return Ears()


@pytest.fixture(params=["native", "polling"])
def poll(request):
    return request.param == "polling"


@pytest.fixture
def listen(ears, poll):
    """`listen(folder, ...)`: hears from now on, until the test ends."""
    listening = []

    def begin(*folders):
        events = FolderEvents(folders, ears.hear, poll=poll, poll_s=POLL_S)
        listening.append(events)
        assert events.start() == ()
        return events

    yield begin
    for events in listening:
        events.stop()


def native_only(poll):
    if poll or not TELLS_OF_CLOSING:
        pytest.skip("only inotify tells this")


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


def test_a_folder_moved_in_brings_news_of_all_that_it_holds(tmp_path, folder, ears, listen):
    listen(folder)
    paths = [f"card/DCIM/{number // 10}/{number}.jpg" for number in range(50)]
    for path in paths:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(b"photo")
    (tmp_path / "card").rename(folder / "card")
    ears.wait_until_here(*(folder / path for path in paths))
    later = folder / "card" / "DCIM" / "0" / "later.jpg"
    later.write_bytes(b"photo")
    ears.wait_until_here(later)


def test_a_tree_that_grows_deep_while_it_is_watched_is_told_in_full(folder, ears, listen):
    """The race of inotify: a file can lie in a new folder before that is watched."""
    listen(folder)
    paths = []
    for tree in range(40):
        place = folder / f"tree {tree}"
        for depth in range(6):
            place = place / f"{depth}"
            place.mkdir(parents=True)
            paths.append(place / f"{tree}-{depth}.jpg")
            paths[-1].write_bytes(b"photo")
    ears.wait_until_here(*paths)


def test_photos_of_a_folder_that_is_renamed_are_told_by_their_new_names(folder, ears, listen):
    (folder / "one" / "two").mkdir(parents=True)
    (folder / "one" / "two" / "a.jpg").write_bytes(b"photo")
    listen(folder)
    (folder / "one").rename(folder / "uno")
    ears.wait_for((NewsKind.FOLDER_GONE, folder / "one"), (NewsKind.MOVED_HERE, folder / "uno" / "two" / "a.jpg"))
    (folder / "uno" / "two" / "b.jpg").write_bytes(b"photo")
    ears.wait_until_here(folder / "uno" / "two" / "b.jpg")


def test_a_folder_within_that_is_moved_away_and_back_is_heard_again(tmp_path, folder, ears, listen):
    (folder / "day").mkdir()
    (folder / "day" / "a.jpg").write_bytes(b"photo")
    listen(folder)
    for turn in range(3):
        ears.news.clear()
        (folder / "day").rename(tmp_path / "away")
        ears.wait_for((NewsKind.FOLDER_GONE, folder / "day"))
        (tmp_path / "away" / f"{turn}.jpg").write_bytes(b"photo")
        (tmp_path / "away").rename(folder / "day")
        ears.wait_until_here(folder / "day" / "a.jpg", folder / "day" / f"{turn}.jpg")
        (folder / "day" / f"after {turn}.jpg").write_bytes(b"photo")
        ears.wait_until_here(folder / "day" / f"after {turn}.jpg")


def test_a_folder_that_was_moved_away_is_not_listened_to_any_more(tmp_path, folder, ears, listen, poll):
    native_only(poll)
    (folder / "day").mkdir()
    events = listen(folder)
    (folder / "day").rename(tmp_path / "away")
    ears.wait_for((NewsKind.FOLDER_GONE, folder / "day"))
    events.tend()
    assert [(one.kind, one.path) for one in ears.news[1:]] == [(NewsKind.LOOK_AGAIN, folder)]
    (tmp_path / "away" / "a.jpg").write_bytes(b"photo")
    (folder / "end.jpg").write_bytes(b"photo")
    ears.wait_for((NewsKind.CLOSED, folder / "end.jpg"))
    events.tend()
    assert ears.paths() == {folder / "day", folder, folder / "end.jpg"}


def test_a_watched_folder_that_is_moved_away_and_back_is_told_and_heard_again(tmp_path, folder, ears, listen):
    events = listen(folder)
    for turn in range(2):
        folder.rename(tmp_path / "away")
        events.tend()
        ears.wait_for((NewsKind.FOLDER_GONE, folder))
        (tmp_path / "away").rename(folder)
        events.tend()
        ears.wait_for((NewsKind.FOLDER_BACK, folder))
        ears.news.clear()
        (folder / f"{turn}.jpg").write_bytes(b"photo")
        ears.wait_until_here(folder / f"{turn}.jpg")


def test_a_watched_folder_that_is_deleted_and_made_again_is_told_and_heard_again(folder, ears, listen):
    events = listen(folder)
    shutil.rmtree(folder)
    events.tend()
    ears.wait_for((NewsKind.FOLDER_GONE, folder))
    events.tend()
    folder.mkdir()
    events.tend()
    ears.wait_for((NewsKind.FOLDER_BACK, folder))
    (folder / "a.jpg").write_bytes(b"photo")
    ears.wait_until_here(folder / "a.jpg")
    assert [one.kind for one in ears.news].count(NewsKind.FOLDER_GONE) == 1


def test_another_folder_in_the_place_of_a_watched_one_is_told_and_heard(tmp_path, folder, ears, listen):
    events = listen(folder)
    folder.rename(tmp_path / "away")
    folder.mkdir()
    events.tend()
    ears.wait_for((NewsKind.FOLDER_GONE, folder), (NewsKind.FOLDER_BACK, folder))
    (folder / "a.jpg").write_bytes(b"photo")
    ears.wait_until_here(folder / "a.jpg")


def test_a_folder_that_is_not_there_yet_is_waited_for(folder, ears, listen):
    later = folder / "later"
    events = listen(later)
    ears.wait_for((NewsKind.FOLDER_GONE, later))
    later.mkdir()
    events.tend()
    ears.wait_for((NewsKind.FOLDER_BACK, later))
    (later / "a.jpg").write_bytes(b"photo")
    ears.wait_until_here(later / "a.jpg")


def test_a_folder_named_by_a_link_is_told_by_that_name(tmp_path, folder, ears, listen):
    link = tmp_path / "link"
    link.symlink_to(folder)
    listen(link)
    (folder / "day").mkdir()
    (folder / "day" / "a.jpg").write_bytes(b"photo")
    ears.wait_until_here(link / "day" / "a.jpg")


def test_folders_inside_each_other_tell_everything_once(folder, ears, listen, poll):
    native_only(poll)
    (folder / "inner").mkdir()
    listen(folder / "inner", folder)
    (folder / "inner" / "a.jpg").write_bytes(b"photo")
    (folder / "end.jpg").write_bytes(b"photo")
    ears.wait_for((NewsKind.CLOSED, folder / "end.jpg"))
    assert [one.path.name for one in ears.news if one.kind is NewsKind.CLOSED] == ["a.jpg", "end.jpg"]


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


def test_an_observer_whose_thread_ended_is_replaced(folder, ears, listen):
    before = set(threading.enumerate())
    events = listen(folder)
    for thread in set(threading.enumerate()) - before:
        thread.stop()
        thread.join()
    events.tend()
    assert [(one.kind, one.path) for one in ears.news] == [(NewsKind.LOOK_AGAIN, folder)]
    (folder / "a.jpg").write_bytes(b"photo")
    ears.wait_until_here(folder / "a.jpg")


WATCHING = """
import sys
from pathlib import Path
from index.watch.events import FolderEvents
events = FolderEvents([Path(sys.argv[1])], lambda news: print(news.kind, news.path.name, flush=True), poll=False)
print(events.start(), flush=True)
for line in sys.stdin:
    events.tend()
events.stop()
"""


def test_events_that_the_system_dropped_are_told_as_a_folder_to_look_at_again(folder):
    """As while the machine sleeps: the watching program stands still, and more happens than the system remembers."""
    most = Path("/proc/sys/fs/inotify/max_queued_events")
    if not most.exists() or int(most.read_text()) > 20_000:
        pytest.skip("no inotify here, or one that remembers too much")
    with watching_program(folder) as program:
        assert program.stdout.readline() == "()\n"
        program.send_signal(signal.SIGSTOP)
        for number in range(int(most.read_text()) // 2 + 100):
            (folder / f"{number}.txt").touch()
        program.send_signal(signal.SIGCONT)
        told = answer_to_tending(program)
        assert told == "look_again watched\n"
        (folder / "new").mkdir()
        (folder / "new" / "a.jpg").touch()
        assert program.stdout.readline() in ("written a.jpg\n", "closed a.jpg\n")
        _, complaints = program.communicate("")
        assert complaints == ""


@contextlib.contextmanager
def watching_program(folder):
    command = [sys.executable, "-c", WATCHING, str(folder)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, text=True, **pipes) as program:
        end = threading.Timer(3 * PATIENCE_S, program.kill)
        end.start()
        try:
            yield program
        finally:
            program.kill()
            end.cancel()


def answer_to_tending(program):
    """The next line that the program prints; it is told to tend again and again until it prints one."""
    while not select.select([program.stdout], [], [], 0.1)[0]:
        program.stdin.write("tend\n")
        program.stdin.flush()
    return program.stdout.readline()


LIMITED = """
import sys
from pathlib import Path
from index.watch.events import FolderEvents
events = FolderEvents([Path(sys.argv[1])], print, poll=False)
print([one.reason for one in events.start()])
events.stop()
"""


@pytest.mark.parametrize(
    ("limit", "words"), [("max_inotify_watches", "max_user_watches"), ("max_inotify_instances", "max_user_instances")]
)
def test_a_system_without_room_for_watches_says_so(folder, limit, words):
    for number in range(20):
        (folder / str(number)).mkdir()
    lowered = f'echo {10 if "watches" in limit else 0} > /proc/sys/user/{limit} && exec "$0" -c "$1" "$2"'
    command = ["unshare", "-Ur", "sh", "-c", lowered, sys.executable, LIMITED, str(folder)]
    if shutil.which("unshare") is None:
        pytest.skip("unshare, with which a limit can be lowered, is not here")
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    if done.returncode and "index" not in done.stderr:
        pytest.skip(f"a limit cannot be lowered here: {done.stderr}")
    assert words in done.stdout, done.stderr
