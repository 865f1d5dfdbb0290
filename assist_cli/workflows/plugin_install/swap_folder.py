"""A plug-in's folder replaced as a whole: whenever it ends in the middle, the old plug-in is there, or the new one, or none."""

from __future__ import annotations

import itertools
import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from assist_cli.workflows.plugin_install.folder_look import check_own_folder, look_into
from assist_cli.workflows.plugin_install.folder_plan import FolderPlan
from assist_cli.workflows.plugin_install.manifest import NAME, read_manifest

SCRIPT_SUFFIX = ".sh"
PLAIN_MODE, SCRIPT_MODE = 0o666, 0o777
"""Less what the person's umask takes away, as every program makes files."""


def new_beside(folder: Path) -> Path:
    """Where the new folder is filled; no editor takes a name like that for a plug-in."""
    return folder.with_name(f".{folder.name}.new")


def old_beside(folder: Path) -> Path:
    """Where the old folder is for a moment."""
    return folder.with_name(f".{folder.name}.old")


def mend(folder: Path) -> Path | None:
    """Ends what a run that was killed has left: the old folder comes back where no new one had come. Raises `OSError`.

    Returns where the old folder is kept, if something in it is not in the new one.
    """
    shutil.rmtree(new_beside(folder), ignore_errors=True)
    old = old_beside(folder)
    if not old.is_dir() or old.is_symlink():
        return None
    if check_own_folder(folder):
        return _clear(old, folder)
    old.rename(folder)
    return None


def swap_folder(folder: Path, plan: FolderPlan, note: bytes) -> Path | None:
    """Makes the folder what the plan says, with `note` as its manifest. Raises `OSError`, and then nothing is changed.

    Returns where the old folder is kept, if something in it has not been carried over, as when a file came this very moment.
    """
    had_parent = folder.parent.exists()
    folder.parent.mkdir(parents=True, exist_ok=True)
    new, old = new_beside(folder), old_beside(folder)
    try:
        _fill(new, folder, plan, note)
        is_there = folder.exists()
        if is_there:
            folder.rename(old)
        try:
            new.rename(folder)
        except OSError:
            if is_there:
                old.rename(folder)
            raise
    finally:
        shutil.rmtree(new, ignore_errors=True)
        if not had_parent:  # an empty folder would keep darktable from offering lua-scripts
            with suppress(OSError):  # it holds the plug-in
                folder.parent.rmdir()
    return _clear(old, folder) if is_there else None


def _fill(new: Path, folder: Path, plan: FolderPlan, note: bytes) -> None:
    new.mkdir()
    for name, data in {**plan.write, NAME: note}.items():
        _write(_made(new / name), data)
    names: Mapping[str, str] = {**{name: name for name in plan.carried}, **plan.kept}
    for name, target in names.items():
        shutil.copy2(folder / name, _made(new / target), follow_symlinks=False)


def _made(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _write(path: Path, data: bytes) -> None:
    mode = SCRIPT_MODE if path.suffix == SCRIPT_SUFFIX else PLAIN_MODE
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(descriptor)


def _clear(old: Path, folder: Path) -> Path | None:
    """Removes the old folder where all that it holds was ours, or is in the new one; else gives it a name where it can stay."""
    before, present = read_manifest(old), look_into(old)
    safe = {*look_into(folder).values(), *(before.files.values() if before else ())}
    if not set(present.values()) <= safe:
        return _set_aside(old, folder)
    with suppress(OSError):  # it is in nobody's way, and the next install tries again
        for name in present:  # the note goes last: a run that is killed here is ended by the next one
            (old / name).unlink()
        shutil.rmtree(old)
    return None


def _set_aside(old: Path, folder: Path) -> Path:
    for number in itertools.count(1):
        aside = folder.with_name(f".{folder.name}.kept{number}")
        if not os.path.lexists(aside):
            break
    return old.rename(aside)
