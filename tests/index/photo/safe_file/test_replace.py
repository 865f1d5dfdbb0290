"""A file is replaced whole or not at all, and only while it is what was read."""

from __future__ import annotations

import errno
import os
import stat

import pytest

from index.photo.safe_file.errors import (
    FileChangedError,
    FileRefusedError,
    FileTrouble,
)
from index.photo.safe_file.replace import remove_file, replace_file
from tests.index.photo.safe_file.meanwhile import meanwhile


def test_file_gets_its_new_bytes_and_nothing_lies_beside_it(sidecar, names):
    replace_file(sidecar, b"new", was=b"old")
    assert sidecar.read_bytes() == b"new"
    assert names() == ["a.xmp"]


def test_file_is_made_where_none_is(folder, names):
    replace_file(folder / "a.xmp", b"new", was=None)
    assert (folder / "a.xmp").read_bytes() == b"new"
    assert names() == ["a.xmp"]


@pytest.mark.parametrize("was", [None, b"older", b"ol", b"old "])
def test_file_that_holds_something_else_stays(sidecar, names, was):
    with pytest.raises(FileChangedError) as refused:
        replace_file(sidecar, b"new", was=was)
    assert refused.value.kind is (FileTrouble.APPEARED if was is None else FileTrouble.CHANGED)
    assert sidecar.read_bytes() == b"old"
    assert names() == ["a.xmp"]


def test_file_that_is_gone_is_not_made_again(sidecar, names):
    sidecar.unlink()
    with pytest.raises(FileChangedError) as refused:
        replace_file(sidecar, b"new", was=b"old")
    assert refused.value.kind is FileTrouble.GONE
    assert names() == []


def test_file_that_changes_meanwhile_stays_as_it_came(sidecar, names, monkeypatch):
    meanwhile(monkeypatch, lambda: sidecar.write_bytes(b"theirs"))
    with pytest.raises(FileChangedError, match="changed since it was read"):
        replace_file(sidecar, b"new", was=b"old")
    assert sidecar.read_bytes() == b"theirs"
    assert names() == ["a.xmp"]


def test_file_that_goes_meanwhile_stays_gone(sidecar, names, monkeypatch):
    meanwhile(monkeypatch, sidecar.unlink)
    with pytest.raises(FileChangedError, match="gone"):
        replace_file(sidecar, b"new", was=b"old")
    assert names() == []


@pytest.mark.parametrize("links", [True, False])
def test_new_file_never_replaces_one_that_comes_at_the_last_moment(folder, names, monkeypatch, links):
    path = folder / "a.xmp"
    really_link = os.link

    def comes_first(*arguments, **options):
        path.write_bytes(b"theirs")
        if not links:
            raise OSError(errno.EPERM, "Operation not permitted")
        really_link(*arguments, **options)

    monkeypatch.setattr(os, "link", comes_first)
    with pytest.raises(FileChangedError, match="has come meanwhile"):
        replace_file(path, b"new", was=None)
    assert path.read_bytes() == b"theirs"
    assert names() == ["a.xmp"]


def test_new_file_on_a_card_without_links_is_made_too(folder, names, monkeypatch):
    def no_links(*_arguments, **_options):
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    replace_file(folder / "a.xmp", b"new", was=None)
    assert (folder / "a.xmp").read_bytes() == b"new"
    assert names() == ["a.xmp"]


def test_name_taken_first_is_given_back_when_the_rename_fails(folder, names, monkeypatch):
    def fails(*_arguments, **_options):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "link", fails)
    monkeypatch.setattr(os, "rename", fails)
    with pytest.raises(FileRefusedError, match="drive failed"):
        replace_file(folder / "a.xmp", b"new", was=None)
    assert names() == []


def test_steps_come_in_the_order_that_survives_a_power_cut(sidecar, monkeypatch):
    steps = []
    really = {name: getattr(os, name) for name in ("write", "fsync", "rename", "link")}

    def noting(name):
        def act(*arguments, **options):
            is_folder = name == "fsync" and stat.S_ISDIR(os.fstat(arguments[0]).st_mode)
            steps.append("fsync of the folder" if is_folder else name)
            return really[name](*arguments, **options)

        return act

    for name in really:
        monkeypatch.setattr(os, name, noting(name))
    replace_file(sidecar, b"new", was=b"old")
    replace_file(sidecar.with_name("b.xmp"), b"new", was=None)
    assert steps == [
        "write", "fsync", "rename", "fsync of the folder", "write", "fsync", "link", "fsync of the folder"
    ]  # fmt: skip


def test_write_that_takes_only_a_few_bytes_at_a_time_is_finished(sidecar, monkeypatch):
    really_write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: really_write(descriptor, data[:1]))
    replace_file(sidecar, b"new bytes", was=b"old")
    assert sidecar.read_bytes() == b"new bytes"


def test_file_that_we_made_is_taken_away(sidecar, names):
    remove_file(sidecar, was=b"old")
    assert names() == []


def test_file_that_changed_is_not_taken_away(sidecar):
    with pytest.raises(FileChangedError):
        remove_file(sidecar, was=b"other")
    assert sidecar.read_bytes() == b"old"
