"""A file that may not, or cannot, be written stays as it is, and the reason is told."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
from pathlib import Path

import pytest

from index.photo.safe_file.errors import (
    FileRefusedError,
    FileTrouble,
    UnsureWriteError,
)
from index.photo.safe_file.replace import remove_file, replace_file
from tests.index.photo.safe_file.meanwhile import meanwhile


@pytest.mark.parametrize("mode", [0o444, 0o400, 0o555])
def test_protected_file_stays_even_for_root(sidecar, names, mode):
    sidecar.chmod(mode)
    with pytest.raises(FileRefusedError, match="write-protected") as refused:
        replace_file(sidecar, b"new", was=b"old")
    assert refused.value.kind is FileTrouble.PROTECTED
    assert "chmod u+w" in refused.value.hint
    assert sidecar.read_bytes() == b"old"
    assert names() == ["a.xmp"]


def test_file_that_we_may_not_write_stays_though_its_folder_would_let_us(sidecar, folder, names, as_nobody):
    folder.chmod(0o777)
    sidecar.chmod(0o644 if os.geteuid() == 0 else 0o466)
    with as_nobody(), pytest.raises(FileRefusedError, match="you may not write to it") as refused:
        replace_file(Path("shoot/a.xmp"), b"new", was=b"old")
    assert refused.value.kind is FileTrouble.PERMISSION
    assert sidecar.read_bytes() == b"old"
    assert names() == ["a.xmp"]


@pytest.mark.parametrize(("name", "was"), [("a.xmp", b"old"), ("b.xmp", None)])
def test_read_only_folder_is_told(sidecar, folder, names, as_nobody, name, was):
    sidecar.chmod(0o666)
    folder.chmod(0o555)
    with as_nobody(), pytest.raises(FileRefusedError, match="you may not") as refused:
        replace_file(Path("shoot") / name, b"new", was=was)
    folder.chmod(0o755)
    assert refused.value.kind is FileTrouble.PERMISSION
    assert sidecar.read_bytes() == b"old"
    assert names() == ["a.xmp"]


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (errno.ENOSPC, FileTrouble.DISK_FULL),
        (errno.EDQUOT, FileTrouble.DISK_FULL),
        (errno.EROFS, FileTrouble.READ_ONLY_DISK),
        (errno.EIO, FileTrouble.DRIVE),
        (errno.EFBIG, FileTrouble.UNEXPECTED),
    ],
)
@pytest.mark.parametrize("step", ["write", "fsync"])
def test_disk_that_fails_midway_leaves_the_old_file_alone(sidecar, names, monkeypatch, step, code, kind):
    def fails(*_arguments):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, step, fails)
    with pytest.raises(FileRefusedError) as refused:
        replace_file(sidecar, b"new", was=b"old")
    assert refused.value.kind is kind
    assert refused.value.hint
    assert sidecar.read_bytes() == b"old"
    assert names() == ["a.xmp"]


@pytest.mark.parametrize("was", [None, b"old"])
def test_disk_that_is_really_full_leaves_the_old_file_alone(small_disk, was):
    path = small_disk / "a.xmp"
    if was is not None:
        path.write_bytes(was)
    with pytest.raises(FileRefusedError, match="disk is full"):
        replace_file(path, bytes(100_000), was=was)
    assert (path.read_bytes() if path.exists() else None) == was
    assert [found.name for found in small_disk.iterdir()] == ([] if was is None else ["a.xmp"])
    replace_file(path, bytes(10_000), was=was)


def test_read_only_disk_is_told(small_disk):
    path = small_disk / "a.xmp"
    path.write_bytes(b"old")
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    for name, was in (("a.xmp", b"old"), ("b.xmp", None)):
        with pytest.raises(FileRefusedError, match="the disk is read-only") as refused:
            replace_file(small_disk / name, b"new", was=was)
        assert refused.value.kind is FileTrouble.READ_ONLY_DISK
    assert path.read_bytes() == b"old"


def test_part_file_that_stays_behind_does_not_make_a_failure_of_a_write(folder, monkeypatch, caplog):
    def fails(*_arguments, **_options):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "unlink", fails)
    with caplog.at_level("DEBUG"):
        replace_file(folder / "a.xmp", b"new", was=None)
    assert (folder / "a.xmp").read_bytes() == b"new"
    assert "stays: Input/output error" in caplog.text


def test_drive_that_fails_after_the_rename_is_told_as_unsure(sidecar, names, monkeypatch):
    really_fsync = os.fsync

    def fails_for_folders(descriptor):
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EIO, "Input/output error")
        really_fsync(descriptor)

    monkeypatch.setattr(os, "fsync", fails_for_folders)
    with pytest.raises(UnsureWriteError, match="just after it was written"):
        replace_file(sidecar, b"new", was=b"old")
    assert sidecar.read_bytes() == b"new"
    assert names() == ["a.xmp"]


def test_share_that_cannot_make_names_durable_is_written_all_the_same(sidecar, monkeypatch):
    really_fsync = os.fsync

    def unknown_for_folders(descriptor):
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        really_fsync(descriptor)

    monkeypatch.setattr(os, "fsync", unknown_for_folders)
    replace_file(sidecar, b"new", was=b"old")
    assert sidecar.read_bytes() == b"new"


def test_interrupt_leaves_no_part_file(sidecar, names, monkeypatch):
    def interrupted():
        raise KeyboardInterrupt

    meanwhile(monkeypatch, interrupted)
    with pytest.raises(KeyboardInterrupt):
        replace_file(sidecar, b"new", was=b"old")
    assert names() == ["a.xmp"]
    assert sidecar.read_bytes() == b"old"


def test_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(FileRefusedError, match="the folder is not there") as refused:
        replace_file(tmp_path / "unmounted" / "a.xmp", b"new", was=None)
    assert refused.value.kind is FileTrouble.FOLDER_GONE
    assert "plug in the disk" in refused.value.hint


def test_protected_file_is_not_taken_away(sidecar):
    sidecar.chmod(0o444)
    with pytest.raises(FileRefusedError, match="write-protected"):
        remove_file(sidecar, was=b"old")
    assert sidecar.exists()


@pytest.mark.parametrize("was", [b"old", None])
def test_read_only_disk_is_told_as_such(small_disk, was):
    path = small_disk / "IMG.xmp"
    if was is not None:
        path.write_bytes(was)
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    with pytest.raises(FileRefusedError) as refused:
        replace_file(path, b"new", was=was)
    assert refused.value.kind is FileTrouble.READ_ONLY_DISK
