"""Gives a whole file a name that nobody has, so that what appears there at the same moment is never overwritten."""

from __future__ import annotations

import os

from index.photo.safe_file.part_file import is_still


def give_new_name(folder: int, part: str, name: str) -> None:
    """The part file gets `name` too in the open folder; raises `FileExistsError` where anything has it, came it this moment."""
    try:
        os.link(part, name, src_dir_fd=folder, dst_dir_fd=folder, follow_symlinks=False)
    except FileExistsError:
        raise
    except OSError:
        take_name_first(folder, part, folder, name)


def take_name_first(here: int, old: str, there: int, name: str) -> None:
    """Renames, for file systems without links (FAT, exFAT, some shares): what the rename replaces is our own empty file.

    A kill in between leaves that empty file; the journal knows that none was there, and takes it away.
    """
    descriptor = os.open(name, os.O_CREAT | os.O_EXCL | os.O_WRONLY, dir_fd=there)
    try:
        os.rename(old, name, src_dir_fd=here, dst_dir_fd=there)
    except BaseException:
        if is_still(there, name, descriptor) and not os.fstat(descriptor).st_size:
            os.unlink(name, dir_fd=there)
        raise
    finally:
        os.close(descriptor)
