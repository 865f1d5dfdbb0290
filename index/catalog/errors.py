"""What can go wrong with a catalogue, said so that a person knows what to do."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path

from index.catalog.database_errors import DatabaseFileError, ErrorKinds, translated_as


class CatalogError(DatabaseFileError):
    """The catalogue cannot be used. Ends the run with `exit_code`; `hint` says what to do."""

    trouble = "the catalogue {path} cannot be used"


class ForeignFileError(CatalogError):
    """The file is another program's database, or no database at all. It was left as it is."""

    hint = "choose another file with --catalog; this one was not touched"
    trouble = "{path} is not a catalogue of photo-assist"


class MissingCatalogError(CatalogError):
    """There is nothing to read: no file of that name, or an empty one."""

    hint = "score photos first (assist score PATH), or choose another file with --catalog"
    trouble = "there is no catalogue at {path}"


class NewerCatalogError(CatalogError):
    """A newer version of this program wrote the file."""

    hint = "update photo-assist, or choose another file with --catalog"
    trouble = "the catalogue {path} was written by a newer version of photo-assist"


class DamagedCatalogError(CatalogError):
    """The file is ours, but its pages are damaged."""

    hint = "move the file away and run again: the photos are scored anew; assist sidecars read brings marks back"
    trouble = "the catalogue {path} is damaged"


class UnwritableCatalogError(CatalogError):
    """The place is read-only, not permitted, or the disk fails."""

    hint = "choose a file on a disk you may write to with --catalog"
    trouble = "the catalogue {path} cannot be written"


class UnreadableCatalogError(CatalogError):
    """You may not read it, or the disk fails."""

    hint = "change its permissions, or choose another file with --catalog"
    trouble = "the catalogue {path} cannot be read"


class DiskFullError(CatalogError):
    """No room left for the catalogue; what was finished before is kept."""

    hint = "free some space, or choose a file on another disk with --catalog; what was finished is kept"
    trouble = "the disk is full, so the catalogue {path} cannot grow"


class LockedCatalogError(CatalogError):
    """Another process kept the catalogue to itself for longer than we wait."""

    hint = "wait for the other run to finish, or choose another file with --catalog"
    trouble = "the catalogue {path} is held by another process"


CATALOG_ERRORS = ErrorKinds(
    foreign=ForeignFileError,
    missing=MissingCatalogError,
    newer=NewerCatalogError,
    damaged=DamagedCatalogError,
    unwritable=UnwritableCatalogError,
    unreadable=UnreadableCatalogError,
    full=DiskFullError,
    locked=LockedCatalogError,
    other=CatalogError,
)
"""The catalogue's words for each kind of trouble with its file."""


def translated(path: Path, *, reading: bool = False) -> AbstractContextManager[None]:
    """Turns SQLite's trouble with the file at `path` into a `CatalogError`; our own mistakes in SQL pass."""
    return translated_as(CATALOG_ERRORS, path, reading=reading)
