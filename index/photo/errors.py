"""A photo that cannot be read is a value that travels with the readable ones; it never stops a run."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class FailureKind(StrEnum):
    """Why a photo could not be read."""

    EMPTY = "empty"
    TRUNCATED = "truncated"
    CORRUPT = "corrupt"
    UNSUPPORTED = "unsupported"
    TOO_LARGE = "too_large"
    PERMISSION = "permission"
    MISSING = "missing"
    NOT_A_FILE = "not_a_file"
    NOT_A_PHOTO = "not_a_photo"
    IO_ERROR = "io_error"
    CRASHED = "crashed"
    UNEXPECTED = "unexpected"


HINTS: dict[FailureKind, str] = {
    FailureKind.EMPTY: "the file holds no data; copy it again from the card",
    FailureKind.TRUNCATED: "the file ends early; copy it again from the card",
    FailureKind.CORRUPT: "the picture data is damaged; try the original, or open it in an editor and save it anew",
    FailureKind.UNSUPPORTED: "this variant cannot be decoded; convert it to JPEG or TIFF",
    FailureKind.TOO_LARGE: "the picture claims more pixels than a camera makes; check where it came from",
    FailureKind.PERMISSION: "you may not read it; change its permissions",
    FailureKind.MISSING: "there is no such file; check the name, or what the link points to",
    FailureKind.NOT_A_FILE: "this is not a regular file; rename it or leave it out",
    FailureKind.NOT_A_PHOTO: "name a photo (JPEG, PNG, TIFF, WebP, HEIC, AVIF or RAW), or the folder that holds it",
    FailureKind.IO_ERROR: "the drive could not be read: check the card, reader and cable, then copy again",
    FailureKind.CRASHED: "close other programs if memory was short and run again; else open it in an editor and save it anew",
    FailureKind.UNEXPECTED: "run again with --verbose and report what it prints",
}


PASSING = frozenset(
    {
        FailureKind.TOO_LARGE,
        FailureKind.PERMISSION,
        FailureKind.MISSING,
        FailureKind.IO_ERROR,
        FailureKind.CRASHED,
        FailureKind.UNEXPECTED,
    }
)
"""Trouble that can pass while size and time of the file stay as they are (memory, permissions, a loose cable): always
tried again."""


@dataclass(frozen=True, slots=True)
class UnreadablePhoto:
    """A photo that could not be read: where, what kind of trouble, and what a person can do."""

    path: Path
    kind: FailureKind
    message: str
    partners: tuple[UnreadablePhoto, ...] = ()
    """The other files of its asset, none of which could be read either."""

    @property
    def hint(self) -> str:
        """What to do about it, in plain words."""
        return HINTS[self.kind]


class PhotoReadError(Exception):
    """Raised inside `index.photo` only; its doors turn it into an `UnreadablePhoto`."""

    def __init__(self, kind: FailureKind, message: str) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message

    def at(self, path: Path) -> UnreadablePhoto:
        """The same trouble as a value, for the photo at `path`."""
        return UnreadablePhoto(path, self.kind, self.message)
