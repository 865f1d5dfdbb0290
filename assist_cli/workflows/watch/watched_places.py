"""The folders that a person asked to watch, checked: they are there, they are folders, and nobody watches them already."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from assist_cli.failures import AssistError, BadRequestError
from assist_cli.workflows.find_photos import absolute, missing_among, nowhere
from index.watch.folder_lock import FolderLock, LockHolder
from index.watch.outermost import outermost


class AlreadyWatchedError(AssistError):
    """Another process watches the folder, one above it, or one inside it."""

    def __init__(self, folder: Path, holder: LockHolder) -> None:
        since = datetime.fromtimestamp(holder.since_s).astimezone()
        is_within = Path(os.path.realpath(folder)) in holder.folder.parents
        what = f"a folder within {folder}" if is_within else str(folder)
        super().__init__(
            f"{what} is watched already: {holder.folder}, since {since:%Y-%m-%d %H:%M}, by process {holder.pid}",
            f"leave it at that, or end that one first: kill {holder.pid}",
        )


def folders_among(paths: Sequence[Path]) -> list[Path]:
    """The folders, absolute, those inside others left out. Raises `BadRequestError`."""
    if missing := missing_among(paths):
        raise nowhere(missing)
    folders = list(dict.fromkeys(absolute(paths)))
    if files := [path for path in folders if not path.is_dir()]:
        raise BadRequestError(
            f"{files[0]} is a file, and only folders are watched",
            f"watch its folder: assist watch {files[0].parent}; or score it: assist score {files[0]}",
        )
    return outermost(folders)


def state_place(catalog: Path) -> Path:
    """Where locks lie and how far each watch is: beside the catalogue, `catalog.db` -> `catalog.watch`."""
    catalog = Path(os.path.realpath(catalog))
    return catalog.with_name(f"{catalog.stem}.watch")


@contextmanager
def locked(folders: Sequence[Path], state_dir: Path) -> Iterator[None]:
    """Nobody else watches these meanwhile. Raises `AlreadyWatchedError`, which says who does."""
    locks: list[FolderLock] = []
    try:
        for folder in folders:
            lock = FolderLock(folder, state_dir)
            if holder := lock.take():
                raise AlreadyWatchedError(folder, holder)
            locks.append(lock)
        yield
    finally:
        for lock in locks:
            lock.release()
