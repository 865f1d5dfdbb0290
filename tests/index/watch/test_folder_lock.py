"""One watch a folder."""

import os
import signal
import subprocess
import sys
import time

import pytest

from index.watch.folder_lock import SUFFIX, FolderLock

HOLD = """
import sys, time
from pathlib import Path
from index.watch.folder_lock import FolderLock
lock = FolderLock(Path(sys.argv[1]), Path(sys.argv[2]))
print(lock.take() is None, flush=True)
time.sleep(60)
"""


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "Ünï\ncode" / "day"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def state(tmp_path):
    return tmp_path / "state"


def test_a_folder_is_watched_once_and_the_second_is_told_by_whom(folder, state):
    first, second = FolderLock(folder, state), FolderLock(folder, state)
    before = time.time()
    assert first.take() is None
    assert first.take() is None
    holder = second.take()
    assert (holder.pid, holder.folder) == (os.getpid(), folder)
    assert before <= holder.since_s <= time.time()
    first.release()
    first.release()
    assert second.take() is None
    second.release()
    assert list(state.glob(f"*{SUFFIX}")) == []


def test_folders_above_and_inside_are_refused_and_others_are_not(folder, state):
    lock = FolderLock(folder, state)
    assert lock.take() is None
    (folder / "inner").mkdir()
    beside = folder.with_name("day two")
    assert FolderLock(folder / "inner", state).take().folder == folder
    assert FolderLock(folder.parent, state).take().folder == folder
    other = FolderLock(beside, state)
    assert other.take() is None
    other.release()
    lock.release()


def test_another_name_for_the_folder_is_refused(tmp_path, folder, state):
    (tmp_path / "link").symlink_to(folder)
    lock = FolderLock(folder, state)
    lock.take()
    assert FolderLock(tmp_path / "link", state).take().folder == folder
    lock.release()


def test_a_killed_holder_gives_it_up(folder, state):
    held = subprocess.Popen([sys.executable, "-c", HOLD, folder, state], stdout=subprocess.PIPE, text=True)
    try:
        assert held.stdout.readline() == "True\n"
        lock = FolderLock(folder, state)
        assert lock.take().pid == held.pid
        held.send_signal(signal.SIGKILL)
        held.wait()
        assert list(state.glob(f"*{SUFFIX}")) != []
        assert lock.take() is None
        lock.release()
    finally:
        held.kill()
        held.communicate()


def test_a_lock_file_of_nonsense_that_nobody_holds_is_taken_away(folder, state):
    state.mkdir()
    (state / f"nonsense{SUFFIX}").write_bytes(b"\xff{")
    lock = FolderLock(folder, state)
    assert lock.take() is None
    lock.release()
    assert list(state.glob(f"*{SUFFIX}")) == []
