"""Only regular files of a sensible size are read; nothing else is even opened."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from index.photo.safe_file import read
from index.photo.safe_file.errors import FileRefusedError, FileTrouble
from index.photo.safe_file.read import SIDECAR_BYTES, read_sidecar, sidecar_now


def kind_of_refusal(path):
    with pytest.raises(FileRefusedError) as refused:
        read_sidecar(path)
    assert refused.value.hint
    return refused.value.kind


def test_file_is_read_with_what_is_to_stay_the_same(folder):
    path = folder / "a.xmp"
    path.write_bytes(b"old")
    path.chmod(0o640)
    os.utime(path, ns=(0, 1_234_567_891_000_000_000))
    now = sidecar_now(path)
    assert (now.data, now.mode, now.mtime_ns, now.links) == (b"old", 0o640, 1_234_567_891_000_000_000, 1)
    assert now.owner == (path.stat().st_uid, path.stat().st_gid)
    assert read_sidecar(path) == b"old"


def test_file_that_is_not_there_is_nothing(folder):
    assert sidecar_now(folder / "a.xmp") is None
    assert kind_of_refusal(folder / "a.xmp") is FileTrouble.GONE
    assert kind_of_refusal(folder / "unmounted" / "a.xmp") is FileTrouble.FOLDER_GONE


def test_largest_sidecar_is_read_and_a_larger_one_refused_before_it_is(folder, monkeypatch):
    path = folder / "a.xmp"
    with path.open("wb") as file:
        file.truncate(SIDECAR_BYTES)
    assert len(read_sidecar(path)) == SIDECAR_BYTES
    with path.open("r+b") as file:
        file.truncate(50 * 1024 * 1024)
    opened = []
    monkeypatch.setattr(read.os, "fdopen", opened.append)
    assert kind_of_refusal(path) is FileTrouble.TOO_LARGE
    with pytest.raises(FileRefusedError, match="holds 50 MB; sidecars of up to 32 MB are read"):
        read_sidecar(path)
    assert opened == []


def test_file_that_grows_while_it_is_read_is_refused(folder, monkeypatch):
    path = folder / "a.xmp"
    path.write_bytes(b"123456789")
    monkeypatch.setattr(read, "SIDECAR_BYTES", 8)
    monkeypatch.setattr(read, "_check_regular", lambda *_: None)
    assert kind_of_refusal(path) is FileTrouble.TOO_LARGE


def test_pipe_is_refused_without_waiting(folder):
    os.mkfifo(folder / "a.xmp")
    assert kind_of_refusal(folder / "a.xmp") is FileTrouble.NOT_A_FILE
    with pytest.raises(FileRefusedError, match="a pipe"):
        read_sidecar(folder / "a.xmp")


def test_folder_socket_and_device_are_refused(folder, monkeypatch):
    (folder / "a.xmp").mkdir()
    assert kind_of_refusal(folder / "a.xmp") is FileTrouble.NOT_A_FILE
    monkeypatch.chdir(folder)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("b.xmp")
        assert kind_of_refusal(folder / "b.xmp") is FileTrouble.NOT_A_FILE
    with pytest.raises(FileRefusedError, match="a device"):
        read_sidecar(Path("/dev/null"))


def test_link_is_refused(folder):
    (folder / "real.xmp").touch()
    (folder / "a.xmp").symlink_to("real.xmp")
    assert kind_of_refusal(folder / "a.xmp") is FileTrouble.LINK


def test_file_that_nobody_may_read_is_told(folder, as_nobody):
    (folder / "a.xmp").touch(mode=0o000)
    (folder / "a.xmp").chmod(0)
    folder.chmod(0o755)
    with as_nobody():
        assert kind_of_refusal(Path("shoot/a.xmp")) is FileTrouble.PERMISSION


def test_path_through_a_file_is_told(folder):
    (folder / "file").touch()
    assert kind_of_refusal(folder / "file" / "a.xmp") is FileTrouble.FOLDER_GONE


def test_name_longer_than_names_can_be_is_told(folder):
    assert kind_of_refusal(folder / ("x" * 300)) is FileTrouble.GONE
