"""One writer a folder; the other waits, then gives up with a plain line."""

from __future__ import annotations

import errno
import fcntl
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from index.photo.safe_file.errors import BusyFolderError, FileRefusedError, FileTrouble
from index.photo.safe_file.lock import folder_lock

REPOSITORY = Path(__file__).parents[4]

HOLDER = """
import sys, time
from pathlib import Path
from index.photo.safe_file.lock import folder_lock
with folder_lock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_second_writer_gives_up_and_says_what_to_do(folder, names):
    with folder_lock(folder):
        with pytest.raises(BusyFolderError, match="another run of photo-assist is writing there") as refused:
            folder_lock(folder, timeout_s=0.05).__enter__()
        assert str(folder) in str(refused.value)
        assert "wait for the other run to end" in refused.value.hint
        assert names() == []


def test_second_writer_waits_for_the_first(folder):
    order = []

    def second():
        with folder_lock(folder):
            order.append("second")

    with folder_lock(folder):
        waiting = threading.Thread(target=second)
        waiting.start()
        time.sleep(0.1)
        order.append("first")
    waiting.join()
    assert order == ["first", "second"]


def test_other_folders_are_free(folder, tmp_path):
    with folder_lock(folder), folder_lock(tmp_path, timeout_s=0):
        pass


def test_lock_goes_with_the_process_that_held_it(folder):
    command = [sys.executable, "-c", HOLDER, str(folder)]
    with subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE) as holder:
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(BusyFolderError):
            folder_lock(folder, timeout_s=0).__enter__()
        holder.kill()
    with folder_lock(folder, timeout_s=0):
        pass


def test_share_that_cannot_lock_is_written_all_the_same(folder, monkeypatch, caplog):
    def cannot(*_arguments):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", cannot)
    with caplog.at_level("DEBUG"), folder_lock(folder):
        pass
    assert "cannot be locked (No locks available)" in caplog.text


def test_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(FileRefusedError) as refused, folder_lock(tmp_path / "unmounted"):
        pass
    assert refused.value.kind is FileTrouble.FOLDER_GONE


def test_what_goes_wrong_inside_is_not_dressed_up(folder):
    with pytest.raises(ZeroDivisionError), folder_lock(folder):
        _ = 1 / 0
    with pytest.raises(OSError, match="theirs"), folder_lock(folder):
        raise OSError(errno.EIO, "theirs")
