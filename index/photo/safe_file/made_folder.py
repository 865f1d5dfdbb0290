"""A folder that we make, and take away again while nothing lies in it."""

from __future__ import annotations

import errno
from pathlib import Path

from index.photo.safe_file.errors import FileChangedError, FileTrouble, told

_NOT_EMPTY = frozenset({errno.ENOTEMPTY, errno.EEXIST})
"""rmdir(2): which of both, the file system chooses."""


def make_folder(path: Path) -> None:
    """Makes the folder `path` in one that is there; that it is there already is no trouble. Raises a `SafeFileError`."""
    with told(path):
        path.mkdir(exist_ok=True)


def drop_folder(path: Path) -> None:
    """Takes the empty folder `path` away; raises a `SafeFileError` where something lies in it."""
    with told(path):
        try:
            path.rmdir()
        except FileNotFoundError:
            return
        except OSError as error:
            if error.errno in _NOT_EMPTY:
                raise FileChangedError(path, FileTrouble.CHANGED, "something else lies in it") from error
            raise
