"""The files of one photo go together, replace nothing, and are whole at one place whatever happens."""

from __future__ import annotations

import errno
import os

import pytest

from index.photo.safe_file.errors import FileTrouble, SafeFileError
from index.photo.safe_file.file_look import look_of
from index.photo.safe_file.move_together import FileMove, move_together

OLD_NS = 1_600_000_000_123_456_789


@pytest.fixture
def photo(tmp_path):
    """A RAW, its JPEG and a sidecar, old and protected, and an empty folder to which they may go."""
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    there.mkdir()
    for name, data in (("a.NEF", b"raw" * 700_000), ("a.JPG", b"jpeg"), ("a.xmp", b"<x/>")):
        path = here / name
        path.write_bytes(data)
        path.chmod(0o440)
        os.utime(path, ns=(OLD_NS, OLD_NS))
    return [FileMove(path, there / path.name, look_of(path)) for path in sorted(here.iterdir())]


@pytest.fixture
def facts(tmp_path):
    """Every file with its bytes, its permissions and its time."""

    def call(folder):
        paths = sorted((tmp_path / folder).iterdir())
        return {p.name: (p.read_bytes(), p.stat().st_mode, p.stat().st_mtime_ns) for p in paths}

    return call


def refused(number):
    """A stand-in for a call of the system that answers with this error."""

    def call(*_arguments, **_more):
        raise OSError(number, os.strerror(number))

    return call


@pytest.fixture(params=["links", "another disk", "no links", "no links, old system"])
def disk(request, monkeypatch):
    """How the two folders lie to each other."""
    if request.param == "links":
        return request.param
    monkeypatch.setattr(os, "link", refused(errno.EXDEV if request.param == "another disk" else errno.EPERM))
    if request.param == "no links, old system":
        monkeypatch.setattr("index.photo.safe_file.rename_new._renamed", lambda *_: errno.ENOSYS)
    return request.param


def test_files_go_with_bytes_permissions_and_times(photo, facts, disk):  # noqa: ARG001 - set up
    before = facts("here")
    assert move_together(photo) == {}
    assert (facts("here"), facts("there")) == ({}, before)


def test_taken_name_leaves_the_whole_photo_where_it_was(photo, facts, disk):  # noqa: ARG001 - set up
    before = facts("here")
    photo[-1].target.write_bytes(b"somebody else's")
    with pytest.raises(SafeFileError) as caught:
        move_together(photo)
    assert caught.value.kind is FileTrouble.APPEARED
    assert facts("here") == before
    assert {name: data for name, (data, *_) in facts("there").items()} == {"a.xmp": b"somebody else's"}


def test_changed_file_stays_with_its_photo(photo, facts):
    photo[1].source.chmod(0o640)
    photo[1].source.write_bytes(b"edited meanwhile")
    before = facts("here")
    with pytest.raises(SafeFileError, match="changed since"):
        move_together(photo)
    assert (facts("here"), facts("there")) == (before, {})


def test_full_disk_leaves_all_and_no_part_file(photo, facts, monkeypatch):
    before = facts("here")
    monkeypatch.setattr(os, "link", refused(errno.EXDEV))
    monkeypatch.setattr(os, "write", refused(errno.ENOSPC))
    with pytest.raises(SafeFileError) as caught:
        move_together(photo)
    monkeypatch.undo()
    assert caught.value.kind is FileTrouble.DISK_FULL
    assert (facts("here"), facts("there")) == (before, {})


def test_disk_that_gives_back_other_bytes_gets_nothing(photo, facts, monkeypatch):
    before = facts("here")
    monkeypatch.setattr(os, "link", refused(errno.EXDEV))
    monkeypatch.setattr("index.photo.safe_file.copy_across._read_back", lambda *_: b"other")
    with pytest.raises(SafeFileError, match="does not give back what was written"):
        move_together(photo)
    assert (facts("here"), facts("there")) == (before, {})


def test_originals_that_may_not_leave_bring_all_back(photo, facts, monkeypatch):
    before = facts("here")
    monkeypatch.setattr("index.photo.safe_file.second_place.still", refused(errno.EACCES))
    with pytest.raises(SafeFileError) as caught:
        move_together(photo)
    assert caught.value.kind is FileTrouble.PERMISSION
    assert (facts("here"), facts("there")) == (before, {})


def test_one_original_that_may_not_leave_is_told_and_at_both_places(photo, facts, monkeypatch):
    whole = facts("here")
    unlink, calls = os.unlink, []

    def unlinked(path, **more):
        calls.append(path)
        if len(calls) == 2:
            raise PermissionError(errno.EACCES, "no")
        unlink(path, **more)

    monkeypatch.setattr(os, "unlink", unlinked)
    stay = move_together(photo)
    assert [move.source.name for move in stay] == [photo[1].source.name]
    assert (set(facts("here")), facts("there")) == ({photo[1].source.name}, whole)


def test_link_is_not_moved(photo, tmp_path):
    link = tmp_path / "here" / "b.JPG"
    link.symlink_to("a.JPG")
    with pytest.raises(SafeFileError, match="symbolic link"):
        move_together([FileMove(link, tmp_path / "there" / "b.JPG", photo[0].look)])
