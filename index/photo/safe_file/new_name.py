"""Gives a whole file a name that nobody has, so that what appears there at the same moment is never overwritten."""

from __future__ import annotations

import os
from contextlib import suppress

from index.photo.safe_file.part_file import is_still


def give_new_name(folder: int, part: str, name: str) -> None:
    """The part file gets `name` in the open folder; raises `FileExistsError` where anything has it, came it this moment too."""
    try:
        os.link(part, name, src_dir_fd=folder, dst_dir_fd=folder, follow_symlinks=False)
    except FileExistsError:
        raise
    except OSError:
        _take_name_first(folder, part, name)
    else:
        os.unlink(part, dir_fd=folder)


def _take_name_first(folder: int, part: str, name: str) -> None:
    """For file systems without links (FAT, exFAT, some shares): what the rename replaces is our own empty file.

    A kill in between leaves that empty file; the journal knows that none was there, and takes it away.
    """
    descriptor = os.open(name, os.O_CREAT | os.O_EXCL | os.O_WRONLY, dir_fd=folder)
    try:
        if os.fstat(descriptor).st_size or not is_still(folder, name, descriptor):
            raise FileExistsError(name)
        os.rename(part, name, src_dir_fd=folder, dst_dir_fd=folder)
    except BaseException:
        if is_still(folder, name, descriptor) and not os.fstat(descriptor).st_size:
            with suppress(FileNotFoundError):
                os.unlink(name, dir_fd=folder)
        raise
    finally:
        os.close(descriptor)
