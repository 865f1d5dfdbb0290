"""A symbolic link that is made where nothing is, and taken away only while it is the one that was made."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from index.photo.safe_file.errors import FileChangedError, FileRefusedError, FileTrouble, told
from index.photo.safe_file.file_look import appeared
from index.photo.safe_file.folder import make_names_durable, open_folder

_KNOWS_NO_LINKS = frozenset({errno.EPERM, errno.ENOTSUP, errno.ENOSYS})
"""symlink(2): EPERM where the file system has none (FAT, exFAT)."""


def make_link(path: Path, text: str) -> None:
    """Makes `path` a link that says `text`; raises a `SafeFileError`."""
    with told(path), open_folder(path.parent) as folder:
        try:
            os.symlink(text, path.name, dir_fd=folder)
        except FileExistsError as error:
            raise appeared(path) from error
        except OSError as error:
            if error.errno in _KNOWS_NO_LINKS:
                raise FileRefusedError(path, FileTrouble.NO_LINKS, "this disk knows no links") from error
            raise
        make_names_durable(folder)


def drop_link(path: Path, text: str) -> None:
    """Takes away the link at `path` that says `text`; raises a `SafeFileError` where something else is there."""
    with told(path), open_folder(path.parent) as folder:
        if _said(folder, path.name) != text:
            raise FileChangedError(path, FileTrouble.CHANGED, "it is not the link that we made any more")
        os.unlink(path.name, dir_fd=folder)
        make_names_durable(folder)


def is_link_to(path: Path, text: str) -> bool:
    """Whether `path` is a link that says just this. Raises `FileRefusedError`, FOLDER_GONE too."""
    with told(path), open_folder(path.parent) as folder:
        return _said(folder, path.name) == text


def _said(folder: int, name: str) -> str | None:
    try:
        is_link = stat.S_ISLNK(os.stat(name, dir_fd=folder, follow_symlinks=False).st_mode)
    except FileNotFoundError:
        return None
    return os.readlink(name, dir_fd=folder) if is_link else None
