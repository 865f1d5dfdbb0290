"""The neighbour in which new bytes are gathered until they are whole and safe on the disk."""

from __future__ import annotations

import fcntl
import hashlib
import logging
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.photo.safe_file.errors import BusyFolderError, FileRefusedError, FileTrouble

log = logging.getLogger(__name__)

PART_SUFFIX = ".assist-part"
"""A sidecar is written to `.IMG.xmp.assist-part` before it takes its name."""

LONGEST_NAME_BYTES = 143
"""The shortest limit of a file system in use: eCryptfs, which encrypts names (NAME_MAX of others is 255)."""


def part_name(name: str) -> str:
    """The part file's name beside a file called `name`: always the same, hidden, and never too long."""
    readable = f".{name}{PART_SUFFIX}"
    if len(os.fsencode(readable)) <= LONGEST_NAME_BYTES:
        return readable
    return f".{hashlib.sha256(os.fsencode(name)).hexdigest()[:32]}{PART_SUFFIX}"


def is_part_name(name: str) -> bool:
    """Whether `part_name` gives such names."""
    return name.startswith(".") and name.endswith(PART_SUFFIX) and len(name) > len(PART_SUFFIX) + 1


@contextmanager
def new_part(folder: int, path: Path, mode: int) -> Iterator[tuple[str, int]]:
    """The name and the descriptor of an empty, locked part file for `path` in its open folder; this name is gone at the end,
    whatever other names the file has by then. Raises `BusyFolderError` while another run writes the same file, and `OSError`.
    """
    name = part_name(path.name)
    take_away(folder, path.with_name(name))
    try:
        descriptor = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, mode, dir_fd=folder)
    except FileExistsError as error:
        raise busy(path) from error
    try:
        if not _locked(descriptor) or not is_still(folder, name, descriptor):
            raise busy(path)
        yield name, descriptor
    finally:
        _drop(folder, name, descriptor)


def take_away(folder: int, part: Path) -> bool:
    """Takes away the part file that a dead run left; whether there was one. Raises `BusyFolderError` where its writer lives.

    It is unlinked, not emptied: a run that died while it made a new file may have left it as that file's second name.
    """
    try:
        facts = os.stat(part.name, dir_fd=folder, follow_symlinks=False)
        if stat.S_ISREG(facts.st_mode):
            _check_unused(folder, part)
        elif not stat.S_ISLNK(facts.st_mode):
            raise FileRefusedError(part, FileTrouble.NOT_A_FILE, "something that is no file has this name")
        os.unlink(part.name, dir_fd=folder)
    except FileNotFoundError:
        return False
    return True


def busy(path: Path) -> BusyFolderError:
    """What is said where another run is at it."""
    return BusyFolderError(path, FileTrouble.BUSY, "another run of photo-assist is writing there")


def is_still(folder: int, name: str, descriptor: int) -> bool:
    """Whether the name leads to the open file, and not to one that came in its place."""
    try:
        named = os.stat(name, dir_fd=folder, follow_symlinks=False)
    except FileNotFoundError:
        return False
    return os.path.samestat(named, os.fstat(descriptor))


def _drop(folder: int, name: str, descriptor: int) -> None:
    try:
        if is_still(folder, name, descriptor):
            os.unlink(name, dir_fd=folder)
    except OSError as error:
        # What became of the write is decided; the next write into the folder takes this away.
        log.debug("the part file %s stays: %s", name, error.strerror)
    finally:
        os.close(descriptor)


def _check_unused(folder: int, part: Path) -> None:
    try:
        descriptor = os.open(part.name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=folder)
    except PermissionError:  # another person's; whether it may be taken away is for the folder to say
        return
    try:
        if not _locked(descriptor):
            raise busy(part)
    finally:
        os.close(descriptor)


def _locked(descriptor: int) -> bool:
    """Whether nobody else has locked the open file, which is locked from now on; true where files cannot be locked."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a share without locks: its folder's lock, and the look at what was there, have to do
        return True
    return True
