"""Makes watchdog's observers: native events, or polling."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
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
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserverVFS

from index.watch.heard_names import is_heard_folder_name
from index.watch.passing_names import is_arriving_photo

TELLS_OF_CLOSING = sys.platform == "linux"
"""inotify(7), IN_CLOSE_WRITE. Where a close is told, single writes need not be: a card of 2,000 RAW files makes a million."""
NATIVE_EVENTS: list[type[FileSystemEvent]] = [
    *(FileCreatedEvent, FileMovedEvent, FileDeletedEvent, DirMovedEvent, DirDeletedEvent),
    FileClosedEvent if TELLS_OF_CLOSING else FileModifiedEvent,
]
POLLED_EVENTS: list[type[FileSystemEvent]] = [
    *(FileCreatedEvent, FileModifiedEvent, FileMovedEvent, FileDeletedEvent, DirMovedEvent, DirDeletedEvent),
]


def native_observer() -> BaseObserver:
    """Not started yet. Raises OSError where the system has no more room for one (inotify(7), max_user_instances)."""
    if sys.platform == "linux":
        from watchdog.observers.inotify import InotifyObserver

        return InotifyObserver(generate_full_events=True)  # tells what was moved here from what was made here
    return Observer()


def polling_observer(poll_s: float) -> BaseObserver:
    """Not started yet; looks at photos alone, and does not follow links, which may lead round in circles."""
    return PollingObserverVFS(os.lstat, _worth_a_look, polling_interval=poll_s)


def _worth_a_look(folder: str | None) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return iter([entry for entry in entries if _is_worth_a_look(entry)])


def _is_worth_a_look(entry: os.DirEntry[str]) -> bool:
    if entry.is_dir(follow_symlinks=False):
        return is_heard_folder_name(entry.name)
    return is_arriving_photo(Path(entry.name))
