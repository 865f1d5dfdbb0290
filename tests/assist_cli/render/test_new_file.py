"""A file that was not there before, and never another in its place."""

import errno
import os
import stat

import pytest

from assist_cli.render.new_file import write_new
from assist_cli.render.whole_file import current_umask


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_free_name_is_taken_and_nothing_else_is_left(tmp_path):
    path, is_new = write_new(tmp_path / "a.crop.jpg", b"picture")
    assert (path, is_new) == (tmp_path / "a.crop.jpg", True)
    assert path.read_bytes() == b"picture"
    assert stat.S_IMODE(path.stat().st_mode) == 0o666 & ~current_umask()
    assert names(tmp_path) == ["a.crop.jpg"]


def test_taken_names_are_left_and_the_next_is_used(tmp_path):
    (tmp_path / "a.crop.jpg").write_bytes(b"mine")
    (tmp_path / "a.crop-2.jpg").mkdir()
    (tmp_path / "a.crop-3.jpg").symlink_to("nowhere")
    assert write_new(tmp_path / "a.crop.jpg", b"picture") == (tmp_path / "a.crop-4.jpg", True)
    assert (tmp_path / "a.crop.jpg").read_bytes() == b"mine"
    assert (tmp_path / "a.crop-3.jpg").is_symlink()


def test_same_bytes_are_not_written_twice(tmp_path):
    (tmp_path / "a.crop.jpg").write_bytes(b"mine")
    first = write_new(tmp_path / "a.crop.jpg", b"picture")
    assert write_new(tmp_path / "a.crop.jpg", b"picture") == (first[0], False)
    assert names(tmp_path) == ["a.crop-2.jpg", "a.crop.jpg"]


def test_card_without_links_is_written_and_nothing_there_is_replaced(tmp_path, monkeypatch):
    def refuse(_self, _target):
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr("pathlib.Path.hardlink_to", refuse)
    (tmp_path / "a.crop.jpg").write_bytes(b"mine")
    assert write_new(tmp_path / "a.crop.jpg", b"picture") == (tmp_path / "a.crop-2.jpg", True)
    assert (tmp_path / "a.crop.jpg").read_bytes() == b"mine"
    assert (tmp_path / "a.crop-2.jpg").read_bytes() == b"picture"
    assert names(tmp_path) == ["a.crop-2.jpg", "a.crop.jpg"]


def test_card_that_is_pulled_out_leaves_no_empty_file(tmp_path, monkeypatch):
    def refuse(_self, _target):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("pathlib.Path.hardlink_to", refuse)
    monkeypatch.setattr("pathlib.Path.replace", refuse)
    with pytest.raises(OSError, match="Input/output"):
        write_new(tmp_path / "a.crop.jpg", b"picture")
    assert names(tmp_path) == []


def test_full_disk_leaves_nothing_and_names_the_file(tmp_path, monkeypatch):
    def fail(_data):
        raise OSError(errno.ENOSPC, "No space left on device")

    class Full:
        def __init__(self, descriptor, _mode):
            self.descriptor = descriptor

        def __enter__(self):
            return self

        def __exit__(self, *_error):
            os.close(self.descriptor)

        write = staticmethod(fail)

    monkeypatch.setattr("os.fdopen", Full)
    with pytest.raises(OSError, match="No space left") as caught:
        write_new(tmp_path / "a.crop.jpg", b"picture")
    assert caught.value.filename == str(tmp_path / "a.crop.jpg")
    assert names(tmp_path) == []


def test_folder_that_is_not_there_is_told_by_the_name_asked_for(tmp_path):
    with pytest.raises(FileNotFoundError) as caught:
        write_new(tmp_path / "nowhere" / "a.crop.jpg", b"picture")
    assert caught.value.filename == str(tmp_path / "nowhere" / "a.crop.jpg")
