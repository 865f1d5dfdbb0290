"""Reads a photo's file once, and says in our words why it cannot be read."""

from __future__ import annotations

import errno
import stat
from collections.abc import Sequence
from pathlib import Path

from index.photo.errors import FailureKind, PhotoReadError, UnreadablePhoto
from index.photo.memory_budget import FILE_BYTES, reserve
from index.photo.spinning_disk import file_after_file

MAX_FILE_BYTES = 1_600_000_000
"""200 megapixels (issue "The rating-distribution model") of 16-bit red, green, blue and transparency, as panorama programs
write them uncompressed; issue "Score a folder" asks for flat memory, so what is bigger is refused before it is read."""

NOT_THERE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG})
"""POSIX errors of a path that leads nowhere: missing, through a file, round in circles, longer than a name can be."""

_DRIVE_FAILURES = (
    "EIO ENXIO ENODEV EREMOTEIO EMEDIUMTYPE ENOMEDIUM EUCLEAN EBADMSG ESTALE ETIMEDOUT EHOSTDOWN EHOSTUNREACH ENETDOWN "
    "ENETUNREACH ENOTCONN ECONNABORTED ECONNRESET ENOLINK"
)
DRIVE_FAILURES = frozenset(getattr(errno, name) for name in _DRIVE_FAILURES.split() if hasattr(errno, name))
"""errno(3): a drive, card or share that fails, was pulled out, is damaged or does not answer; not every system knows
every one."""


def read_file(path: Path, at_most: int | None = None) -> bytes:
    """The bytes of a regular file, or its first `at_most`.

    Raises `PhotoReadError`: MISSING, PERMISSION, NOT_A_FILE, EMPTY, TOO_LARGE or IO_ERROR.
    The file is read, not mapped: a card pulled out while a mapped file is read would kill the process.
    """
    try:
        facts = path.stat()
        if not stat.S_ISREG(facts.st_mode):  # opening a pipe would wait for ever
            raise PhotoReadError(FailureKind.NOT_A_FILE, f"this is {kind_of_file(facts.st_mode)}, not a file")
        if facts.st_size > MAX_FILE_BYTES:
            raise PhotoReadError(
                FailureKind.TOO_LARGE,
                f"the file holds {facts.st_size / 1e9:.1f} GB; up to {MAX_FILE_BYTES / 1e9:.1f} are read",
            )
        reserve(FILE_BYTES, facts.st_size if at_most is None else at_most)
        with path.open("rb") as file, file_after_file(facts.st_dev):
            data = file.read(-1 if at_most is None else at_most)
    except OSError as error:
        raise os_trouble(error) from error
    if not data:
        raise PhotoReadError(FailureKind.EMPTY, "the file is empty")
    return data


def unreadable_among(companions: Sequence[Path]) -> tuple[UnreadablePhoto, ...]:
    """Those files whose first byte cannot be read: missing, empty, forbidden, or on a failing drive.

    What a companion holds is not judged, so it is not read further: to decode every RAW beside its JPEG would cost
    more than to judge the JPEG.
    """
    troubles: list[UnreadablePhoto] = []
    for path in companions:
        try:
            read_file(path, at_most=1)
        except PhotoReadError as error:
            troubles.append(error.at(path))
    return tuple(troubles)


def os_trouble(error: OSError) -> PhotoReadError:
    """The operating system's refusal in our words."""
    if isinstance(error, PermissionError):
        return PhotoReadError(FailureKind.PERMISSION, "permission denied")
    if error.errno in NOT_THERE:
        return PhotoReadError(FailureKind.MISSING, "the file is not there")
    if error.errno in DRIVE_FAILURES:
        return PhotoReadError(FailureKind.IO_ERROR, f"the drive failed while it was read: {error.strerror}")
    return PhotoReadError(FailureKind.UNEXPECTED, f"the system could not read it: {error.strerror or error}")


def kind_of_file(mode: int) -> str:
    """What a thing that is no regular file is, for a message."""
    if stat.S_ISDIR(mode):
        return "a folder"
    if stat.S_ISFIFO(mode):
        return "a pipe"
    return "a socket" if stat.S_ISSOCK(mode) else "a device"
