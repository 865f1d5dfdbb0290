"""A file at a second place, before it leaves the first one: at no moment is it nowhere."""

from __future__ import annotations

import errno
import os
from enum import Enum, auto
from pathlib import Path

from index.photo.safe_file.copy_across import copy_across, same_bytes
from index.photo.safe_file.errors import FileChangedError, FileTrouble, told
from index.photo.safe_file.file_look import FileLook, appeared, look_of, still
from index.photo.safe_file.folder import make_names_durable, open_folder
from index.photo.safe_file.rename_new import rename_new

_REAL_TROUBLE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.ENOENT, errno.EIO})
"""Of link(2): what no other way would mend. Anything else may mean that the file system knows no hard links."""


class Way(Enum):
    """How a file came to its new place."""

    LINKED = auto()
    """A second name of the same file."""
    COPIED = auto()
    """Another disk: an equal file."""
    RENAMED = auto()
    """A disk without hard links: it has left the first place already."""


def put_there(source: Path, target: Path) -> Way:
    """Puts the file at `source` at `target` too, where nothing is yet; raises a `SafeFileError`, and then nothing has changed."""
    with told(target), open_folder(target.parent) as there, open_folder(source.parent) as here:
        try:
            return _put(here, source, there, target)
        except FileExistsError as error:
            raise appeared(target) from error


def take_away_original(source: Path, look: FileLook) -> None:
    """Takes away the file at `source`, of which `put_there` has put all elsewhere, while it is still what was seen."""
    with told(source), open_folder(source.parent) as folder:
        still(folder, source, look)
        os.unlink(source.name, dir_fd=folder)


def take_away_double(source: Path, target: Path) -> None:
    """Takes away the file at `target`, which is the one at `source` once more; raises `FileChangedError` where it is not."""
    if not is_double(source, target):
        raise FileChangedError(target, FileTrouble.CHANGED, "it is not the same file as before any more")
    with told(target), open_folder(target.parent) as folder:
        os.unlink(target.name, dir_fd=folder)


def is_double(source: Path, target: Path) -> bool:
    """Whether both are there and are one file, or hold the same bytes. Raises `FileRefusedError`."""
    if look_of(source) is None or look_of(target) is None:
        return False
    with told(target):
        return source.samefile(target) or same_bytes(source, target)


def put_back(source: Path, target: Path) -> None:
    """Renames `target` to `source` again, where nothing is; raises a `SafeFileError`."""
    with told(source), open_folder(target.parent) as there, open_folder(source.parent) as here:
        try:
            rename_new(there, target.name, here, source.name)
        except FileExistsError as error:
            raise appeared(source) from error


def names_durable(folder: Path) -> None:
    """Returns once the names in this folder would survive a power cut. Raises a `SafeFileError`."""
    with told(folder), open_folder(folder) as descriptor:
        make_names_durable(descriptor)


def _put(here: int, source: Path, there: int, target: Path) -> Way:
    try:
        os.link(source.name, target.name, src_dir_fd=here, dst_dir_fd=there, follow_symlinks=False)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno in _REAL_TROUBLE:
            raise
        if error.errno != errno.EXDEV and _is_renamed(here, source, there, target):
            return Way.RENAMED
        copy_across(here, source, there, target)
        return Way.COPIED
    return Way.LINKED


def _is_renamed(here: int, source: Path, there: int, target: Path) -> bool:
    try:
        rename_new(here, source.name, there, target.name)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        return False
    return True
