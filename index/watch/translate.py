"""Turns watchdog's events into our news."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from watchdog.events import (
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)

from index.watch.heard_names import is_heard_folder, is_heard_photo
from index.watch.news import FileNews, NewsKind
from index.watch.watched_folder import WatchedFolder


class Translator(FileSystemEventHandler):
    """Tells `heard` what happens below one folder, and notes there that a folder was moved away. `real`: where the watched one
    really lies; events name files by that, and we by the name that a person gave."""

    def __init__(self, watched: WatchedFolder, real: Path, heard: Callable[[FileNews], None]) -> None:
        self._watched = watched
        self._folder = watched.folder
        self._real = str(real)
        self._heard = heard

    def dispatch(self, event: FileSystemEvent) -> None:
        """Called by watchdog, in its thread."""
        for kind, inside, moved_from in self._told(event):
            self._heard(
                FileNews(kind, self._folder / inside, time.monotonic(), moved_from and self._folder / moved_from)
            )

    def _told(self, event: FileSystemEvent) -> Iterator[tuple[NewsKind, Path, Path | None]]:
        source, target = self._inside(event.src_path), self._inside(event.dest_path)
        match event:
            case FileCreatedEvent(is_synthetic=True):  # in a folder that was moved here with it
                yield from _of_photo(NewsKind.MOVED_HERE, source)
            case FileCreatedEvent() | FileModifiedEvent():
                yield from _of_photo(NewsKind.WRITTEN, source)
            case FileClosedEvent():
                yield from _of_photo(NewsKind.CLOSED, source)
            case FileMovedEvent():
                yield from _of_photo(NewsKind.GONE, source)
                yield from _of_photo(NewsKind.MOVED_HERE, target, source)
            case FileDeletedEvent():
                yield from _of_photo(NewsKind.GONE, source)
            case DirMovedEvent() | DirDeletedEvent():
                self._watched.has_lost_folders |= isinstance(event, DirMovedEvent) and not event.dest_path
                if source is not None and source.parts and is_heard_folder(source):
                    yield NewsKind.FOLDER_GONE, source, None
            case _:
                pass

    def _inside(self, told: bytes | str) -> Path | None:
        """The path below the folder; None where the event names none, as for a file that came from elsewhere."""
        path = os.fsdecode(told)
        if path != self._real and not path.startswith(self._real.rstrip(os.sep) + os.sep):
            return None
        return Path(path[len(self._real) :].lstrip(os.sep))


def _of_photo(
    kind: NewsKind, inside: Path | None, moved_from: Path | None = None
) -> Iterator[tuple[NewsKind, Path, Path | None]]:
    if inside is not None and is_heard_photo(inside):
        yield kind, inside, moved_from if moved_from is not None and is_heard_photo(moved_from) else None
