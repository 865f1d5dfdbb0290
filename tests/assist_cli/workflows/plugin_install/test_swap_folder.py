"""A folder replaced as a whole, however it ends."""

import os
from pathlib import Path

import pytest

from assist_cli.workflows.plugin_install.folder_plan import FolderPlan
from assist_cli.workflows.plugin_install.manifest import NAME, Manifest, digest, manifest_bytes
from assist_cli.workflows.plugin_install.swap_folder import mend, new_beside, old_beside, swap_folder

PLAN = FolderPlan(
    {"a.lua": b"new", "run.sh": b"#!/bin/sh\n"}, ("mine.txt",), {"lib/b.lua": "lib/b.lua.kept"}, changes=True
)
NOTE = manifest_bytes(Manifest("1", "/assist", made_luarc=False, files={"a.lua": digest(b"old")}))


@pytest.fixture
def folder(tmp_path):
    """An older version, with a person's files."""
    folder = tmp_path / "lua" / "photo_assist"
    (folder / "lib").mkdir(parents=True)
    for name, data in {"a.lua": b"old", "mine.txt": b"mine", "lib/b.lua": b"changed", NAME: NOTE}.items():
        (folder / name).write_bytes(data)
    return folder


def held(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def alone(folder):
    return list(folder.parent.iterdir()) == [folder]


AFTER = {"a.lua": b"new", "run.sh": b"#!/bin/sh\n", "mine.txt": b"mine", "lib/b.lua.kept": b"changed", NAME: NOTE}


def test_folder_is_as_planned_and_nothing_lies_beside(folder):
    assert swap_folder(folder, PLAN, NOTE) is None
    assert held(folder) == AFTER
    assert alone(folder)


def test_scripts_can_be_run_and_nothing_else(folder):
    swap_folder(folder, PLAN, NOTE)
    assert os.access(folder / "run.sh", os.X_OK)
    assert not (folder / "a.lua").stat().st_mode & 0o111


@pytest.mark.parametrize("fails_at", range(1, 3))
def test_rename_that_fails_leaves_the_old_folder(folder, fails_at, monkeypatch):
    before, rename, calls = held(folder), Path.rename, []

    def failing(path, target):
        calls.append(path)
        if len(calls) == fails_at:
            raise PermissionError(13, "Permission denied", str(path))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(PermissionError):
        swap_folder(folder, PLAN, NOTE)
    assert held(folder) == before
    assert alone(folder)


def test_disk_that_fills_up_leaves_the_old_folder(folder, monkeypatch):
    before = held(folder)

    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        swap_folder(folder, PLAN, NOTE)
    assert held(folder) == before
    assert alone(folder)


def test_run_that_was_killed_between_the_renames_is_mended(folder):
    before = held(folder)
    folder.rename(old_beside(folder))
    new_beside(folder).mkdir()
    mend(folder)
    assert held(folder) == before
    assert alone(folder)


def test_run_that_was_killed_before_it_cleared_is_mended(folder):
    swap_folder(folder, PLAN, NOTE)
    old = old_beside(folder)
    old.mkdir()
    (old / "a.lua").write_bytes(b"old")
    (old / "mine.txt").write_bytes(b"mine")
    (old / NAME).write_bytes(NOTE)
    mend(folder)
    assert held(folder) == AFTER
    assert not old.exists()


def test_run_that_was_killed_while_it_cleared_is_mended(folder):
    swap_folder(folder, PLAN, NOTE)
    old = old_beside(folder)
    old.mkdir()
    (old / NAME).write_bytes(NOTE)
    assert mend(folder) is None
    assert alone(folder)


def test_note_is_the_last_file_that_is_cleared(folder, monkeypatch):
    """Without it nobody could tell any more what was ours."""
    cleared, unlink = [], Path.unlink

    def noted(path, **options):
        cleared.append((path.name, (path.parent / NAME).exists()))
        unlink(path, **options)

    monkeypatch.setattr(Path, "unlink", noted)
    swap_folder(folder, PLAN, NOTE)
    assert ("a.lua", True) in cleared


def test_old_folder_with_something_that_is_nowhere_else_is_set_aside(folder):
    swap_folder(folder, PLAN, NOTE)
    old = old_beside(folder)
    for number in (1, 2):
        old.mkdir()
        (old / "only here.txt").write_bytes(b"precious %d" % number)
        aside = mend(folder)
        assert aside == folder.with_name(f".photo_assist.kept{number}")
        assert (aside / "only here.txt").read_bytes() == b"precious %d" % number
    again = FolderPlan({}, ("a.lua", "run.sh", "mine.txt", "lib/b.lua.kept"), {}, changes=True)
    assert swap_folder(folder, again, NOTE) is None
    assert not old.exists()
