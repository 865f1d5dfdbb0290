"""From a disk that spins one file is read after the other, in whichever thread or process; from others several at once."""

import errno
import os
import subprocess
import sys
import threading

import pytest

from index.photo import spinning_disk as room
from index.photo.file_bytes import read_file
from index.photo.spinning_disk import file_after_file

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells which disks spin")

DISK, PARTITION = os.makedev(8, 0), os.makedev(8, 1)
LONG_S, MOMENT_S = 20.0, 0.2
HOLD = """
import fcntl, os, sys
fcntl.flock(os.open(sys.argv[1], os.O_RDONLY), fcntl.LOCK_EX)
print("locked", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def disk(tmp_path, monkeypatch):
    """Makes a disk of which Linux says that it spins, or not, with a partition; returns the folder of its queue."""

    def call(rotational):
        queue = tmp_path / "sda" / "queue"
        (tmp_path / "sda" / "sda1").mkdir(parents=True)
        queue.mkdir()
        (queue / "rotational").write_text(f"{rotational}\n")
        (tmp_path / "8:0").symlink_to(tmp_path / "sda")
        (tmp_path / "8:1").symlink_to(tmp_path / "sda" / "sda1")
        return queue

    monkeypatch.setattr(room, "BLOCK_DEVICES", tmp_path)
    monkeypatch.setattr(room, "PATIENCE_S", 2 * LONG_S)
    asked_anew = room._queue_of_spinning.__wrapped__
    monkeypatch.setattr(room, "_queue_of_spinning", asked_anew)
    return call


def reading(device):
    """A thread that reads from it; the event tells that it does."""
    reads = threading.Event()

    def read():
        with file_after_file(device):
            reads.set()

    thread = threading.Thread(target=read)
    thread.start()
    return thread, reads


@pytest.mark.parametrize("device", [DISK, PARTITION])
def test_a_second_file_of_a_disk_that_spins_waits_for_the_first(disk, device):
    disk(1)
    with file_after_file(DISK):
        thread, reads = reading(device)
        assert not reads.wait(MOMENT_S)
    assert reads.wait(LONG_S)
    thread.join()


def test_a_file_waits_for_another_process_until_that_has_ended(disk):
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(disk(1))], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout.readline() == "locked\n"
        thread, reads = reading(DISK)
        assert not reads.wait(MOMENT_S)
        other.kill()
        assert reads.wait(LONG_S)
        thread.join()


def test_nobody_waits_for_ever_for_who_was_suspended(disk, monkeypatch):
    disk(1)
    monkeypatch.setattr(room, "PATIENCE_S", MOMENT_S)
    with file_after_file(DISK), file_after_file(DISK):
        pass


@pytest.mark.parametrize(
    ("rotational", "device"), [(0, DISK), (0, PARTITION), (1, os.makedev(0, 42)), (1, os.makedev(9, 9))]
)
def test_files_of_a_disk_without_a_head_or_of_a_network_are_read_at_once(disk, rotational, device):
    disk(rotational)
    with file_after_file(device):
        thread, reads = reading(device)
        assert reads.wait(LONG_S)
    thread.join()


def test_a_disk_that_cannot_be_locked_is_read_all_the_same(disk, tmp_path, monkeypatch):
    disk(1)
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(b"bytes")
    monkeypatch.setattr(room, "_queue_of_spinning", lambda _device: tmp_path / "gone")
    assert read_file(photo) == b"bytes"


def test_nobody_waits_where_nothing_can_be_locked(disk, monkeypatch):
    disk(1)
    tried = []

    def no_locks(*_):
        tried.append("once")
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", no_locks)
    with file_after_file(DISK):
        pass
    assert tried == ["once"]


def test_a_file_is_read_within_its_turn(disk, tmp_path, monkeypatch):
    disk(1)
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(b"bytes")
    monkeypatch.setattr(room, "_queue_of_spinning", lambda _device: tmp_path / "sda" / "queue")
    monkeypatch.setattr(room, "PATIENCE_S", MOMENT_S)
    seen = []
    monkeypatch.setattr(room, "_locked", lambda queue: seen.append(queue))
    assert read_file(photo) == b"bytes"
    assert seen == [tmp_path / "sda" / "queue"]
