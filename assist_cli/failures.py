"""Errors that end a run, and how any error is told in one line: what happened, what to do, which exit code."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from enum import IntEnum


class ExitCode(IntEnum):
    """What the command tells the shell; fixed by the interfaces document."""

    DONE = 0
    ERROR = 1
    USAGE = 2
    SOME_UNREADABLE = 3
    INTERRUPTED = 130


class AssistError(Exception):
    """Ends the run; `hint` says what a person can do about it."""

    exit_code: int = ExitCode.ERROR

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class BadRequestError(AssistError):
    """The command was asked for something that does not exist."""

    exit_code: int = ExitCode.USAGE


@dataclass(frozen=True, slots=True)
class Trouble:
    """An error as it is told to a person."""

    message: str
    hint: str
    exit_code: int


UNEXPECTED_HINT = "run again with --verbose and report what it prints"

OS_HINTS = {
    errno.ENOSPC: "free some space, then run again: what was finished is kept",
    errno.EDQUOT: "your disk quota is used up; free some space, then run again: what was finished is kept",
    errno.EIO: "the drive could not be read or written: check the card or drive, its reader and cable",
    errno.EROFS: "the disk is read-only; choose another place",
    errno.EACCES: "you may not write or read there; change its permissions or choose another place",
    errno.ENOENT: "check the spelling of the path",
    errno.ENOTDIR: "a part of that path is a file, not a folder",
    errno.EISDIR: "that is a folder; name a file in it",
    errno.ENAMETOOLONG: "choose a shorter name",
}


def told(error: Exception) -> Trouble:
    """Any exception in one line. Our packages' errors carry `exit_code` and `hint`; the rest is the disk, or a bug."""
    exit_code = getattr(error, "exit_code", None)
    if isinstance(exit_code, int):
        return Trouble(str(error), str(getattr(error, "hint", "")), exit_code)
    if isinstance(error, OSError) and error.errno in OS_HINTS:
        where = f": {error.filename}" if error.filename else ""
        return Trouble(f"{error.strerror}{where}", OS_HINTS[error.errno], ExitCode.ERROR)
    words = " ".join(str(error).split())
    return Trouble(f"unexpected {type(error).__name__}: {words}", UNEXPECTED_HINT, ExitCode.ERROR)
