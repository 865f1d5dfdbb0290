"""Why a sidecar was not read or written, in plain words; the operating system's own errors end here."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

from index.photo.file_bytes import DRIVE_FAILURES, NOT_THERE


class FileTrouble(StrEnum):
    """Kinds of trouble with a file that is to be read or written."""

    CHANGED = "changed"
    APPEARED = "appeared"
    GONE = "gone"
    FOLDER_GONE = "folder_gone"
    LINK = "link"
    LINK_OUTSIDE = "link_outside"
    NO_LINKS = "no_links"
    NOT_A_FILE = "not_a_file"
    TOO_LARGE = "too_large"
    PROTECTED = "protected"
    PERMISSION = "permission"
    READ_ONLY_DISK = "read_only_disk"
    DISK_FULL = "disk_full"
    DRIVE = "drive"
    BUSY = "busy"
    UNEXPECTED = "unexpected"


HINTS: dict[FileTrouble, str] = {
    FileTrouble.CHANGED: "another program wrote it just now; run again, and what it wrote is taken into account",
    FileTrouble.APPEARED: "another program made it just now; run again, and what it wrote is taken into account",
    FileTrouble.GONE: "if it was moved, move it back, then run again",
    FileTrouble.FOLDER_GONE: "plug in the disk, or move the folder back, then run again",
    FileTrouble.LINK: "replace the link by the file that it leads to, or name the folder in which that file lies",
    FileTrouble.LINK_OUTSIDE: "name the folder in which the file really lies, or replace the link by the file",
    FileTrouble.NO_LINKS: "take --by move, or another disk (FAT and exFAT have no links)",
    FileTrouble.NOT_A_FILE: "something else has the name of a sidecar; rename it",
    FileTrouble.TOO_LARGE: "no editor writes sidecars of that size; look what it holds",
    FileTrouble.PROTECTED: "somebody protected the file; allow writing to it (chmod u+w) if you want it changed",
    FileTrouble.PERMISSION: "ask the owner of the file or folder, or change its permissions",
    FileTrouble.READ_ONLY_DISK: "move the card's switch or mount the disk for writing, or copy the photos elsewhere",
    FileTrouble.DISK_FULL: "free some space, then run again: what was written is kept",
    FileTrouble.DRIVE: "check the card or drive, its reader and cable, then run again",
    FileTrouble.BUSY: "wait for the other run to end, then run this again: what is written already is not written twice",
    FileTrouble.UNEXPECTED: "run again with --verbose and report what it prints",
}


class SafeFileError(Exception):
    """A file that was left as it is. `message` is a reason without its name; as text it names the file too."""

    exit_code: int = 1

    def __init__(self, path: Path, kind: FileTrouble, message: str) -> None:
        super().__init__(f"{os.fsencode(path).decode('utf-8', 'backslashreplace')}: {message}")
        self.path = path
        self.kind = kind
        self.message = message

    @property
    def hint(self) -> str:
        """What to do about it."""
        return HINTS[self.kind]


class FileChangedError(SafeFileError):
    """The file is no longer what was read: other bytes, gone, or there where none was."""


class FileRefusedError(SafeFileError):
    """The file is not one that we touch, or the system does not let us."""


class UnsureWriteError(SafeFileError):
    """The file was written, but the drive failed before it could be said to be safe: it may be old or new, though whole."""


class BusyFolderError(SafeFileError):
    """Another run has been writing into the folder for longer than we wait."""


_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM})


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns what the operating system says of the file at `path` into a `FileRefusedError`."""
    try:
        yield
    except OSError as error:
        raise _refusal(path, error) from error


def _refusal(path: Path, error: OSError) -> FileRefusedError:
    words = error.strerror or str(error)
    if error.errno in _FULL:
        return FileRefusedError(path, FileTrouble.DISK_FULL, "the disk is full")
    if error.errno == errno.EROFS:
        return FileRefusedError(path, FileTrouble.READ_ONLY_DISK, "the disk is read-only")
    if error.errno in _FORBIDDEN:
        return FileRefusedError(path, FileTrouble.PERMISSION, "you may not read it or write beside it")
    if error.errno in NOT_THERE:
        return FileRefusedError(path, FileTrouble.GONE, f"it is not there ({words})")
    if error.errno in DRIVE_FAILURES:
        return FileRefusedError(path, FileTrouble.DRIVE, f"the drive failed ({words})")
    return FileRefusedError(path, FileTrouble.UNEXPECTED, f"the system refused ({words})")
