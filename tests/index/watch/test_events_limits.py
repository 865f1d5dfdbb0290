"""Where the system drops events, ends a thread or has no room for watches, that is told."""

import contextlib
import os
import select
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from index.watch.news import NewsKind
from tests.index.watch.ears import PATIENCE_S


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
        stand_still(program)
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


def stand_still(program):
    """Returns once it does: on a busy machine it goes on reading events for some time after the signal was sent."""
    program.send_signal(signal.SIGSTOP)
    os.waitid(os.P_PID, program.pid, os.WSTOPPED | os.WNOWAIT)


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
