"""Sidecars that were moved or renamed with their photos since we wrote them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from index.journal.entries import JournalWrite
from index.journal.writes import digest
from index.photo.safe_file.errors import FileTrouble, SafeFileError
from index.photo.safe_file.links import is_there
from index.photo.safe_file.read import SidecarNow, sidecar_now

Finder = Callable[[JournalWrite], Iterable[Path]]
"""Where the photo of a write may lie now, if it is not where it was."""


def nowhere(_write: JournalWrite) -> Iterable[Path]:
    """The `Finder` of who has no catalogue."""
    return ()


def followed(write: JournalWrite, find: Finder) -> tuple[JournalWrite, SidecarNow | None]:
    """The write and its file as it is now. Where file and photo are gone, but lie in just one other place, and the file is as we
    left it, the write is told as of that place. Raises `SafeFileError`.
    """
    now = None if write.is_displaced else _there(write.path)
    if now is not None or (is_there(write.photo) and not write.is_displaced):
        return write, now
    found = [moved for photo in find(write) if (moved := _moved_to(photo, write)) is not None]
    return found[0] if len(found) == 1 else (write, None)


def _there(path: Path) -> SidecarNow | None:
    try:
        return sidecar_now(path)
    except SafeFileError as error:
        if error.kind is not FileTrouble.FOLDER_GONE:
            raise
        return None


def _moved_to(photo: Path, write: JournalWrite) -> tuple[JournalWrite, SidecarNow | None] | None:
    name = _renamed(write.path.name, write.photo, photo)
    if name is None:
        return None
    path = Path(os.path.realpath(photo.parent)) / name
    try:
        now = sidecar_now(path)
    except SafeFileError:
        return None
    is_ours = digest(None if now is None else now.data) == write.after_sha256
    return (replace(write, path=path, photo=photo), now) if is_ours else None


def _renamed(sidecar: str, photo: Path, now: Path) -> str | None:
    """The sidecar's name after its photo was renamed; nothing where it is not called after the photo (a link led to it)."""
    for before, after in ((photo.name, now.name), (photo.stem, now.stem)):
        if sidecar.startswith(f"{before}."):
            return after + sidecar.removeprefix(before)
    return None
