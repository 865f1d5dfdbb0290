"""A folder held open, so that names are looked up in it alone, whatever becomes of the path that led there."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.photo.file_bytes import NOT_THERE
from index.photo.safe_file.errors import FileRefusedError, FileTrouble

_NO_FSYNC_OF_FOLDERS = frozenset({errno.EINVAL, errno.EBADF, errno.ENOTSUP})
"""What shares and FUSE answer that know no such thing (fsync(2)); their server decides when names are durable."""


@contextmanager
def open_folder(folder: Path) -> Iterator[int]:
    """A descriptor of the folder, for `dir_fd`. Raises `FileRefusedError` FOLDER_GONE where there is none."""
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError as error:
        if error.errno in NOT_THERE:
            raise FileRefusedError(folder, FileTrouble.FOLDER_GONE, "the folder is not there") from error
        raise
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def make_names_durable(folder: int) -> None:
    """Returns once renames in the open folder would survive a power cut, where the file system can say so."""
    try:
        os.fsync(folder)
    except OSError as error:
        if error.errno not in _NO_FSYNC_OF_FOLDERS:
            raise
