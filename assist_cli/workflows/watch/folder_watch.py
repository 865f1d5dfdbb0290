"""One folder that is watched: how news of it come, what lay there when it was last listed, and what was missed."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from assist_cli.workflows.watch.watch_request import Mode, WatchedBy
from index.watch.events import FolderEvents
from index.watch.file_look import FileLook
from index.watch.listing import TreeListing, list_tree
from index.watch.mounts import brings_events, file_system_of
from index.watch.news import FileNews
from index.watch.sweep import missed_by_events, news_between

LATE_S = 2.0
"""A choice: an event that has not come by then will not come."""
MOST_MISSES = 2
"""Sweeps in a row that found what no event had told: once may be a race with a folder that was just made."""


class FolderWatch:
    """Use it in one thread."""

    def __init__(self, folder: Path, told: Callable[[FileNews], None], *, poll: bool) -> None:
        self.folder = folder
        self._told = told
        self._why = "" if poll else _why_polled(folder)
        self._mode = Mode.POLLING if poll or self._why else Mode.EVENTS
        self._events = self._new_events()
        self._listing = TreeListing(folder, {})
        self._forgotten: set[Path] = set()
        self._heard: set[Path] = set()
        self._misses = 0

    @property
    def watched_by(self) -> WatchedBy:
        """How it is watched now."""
        return WatchedBy(self.folder, self._mode, self._why)

    def start(self) -> TreeListing:
        """From now on news come. What is there already: what came between is told by both."""
        if unwatchable := self._events.start():
            self._events.stop()
            self._poll_because(unwatchable[0].reason)
        self._listing = list_tree(self.folder)
        return self._listing

    def tend(self) -> None:
        """Call it about every second: notices that the folder vanished, or is back."""
        if unwatchable := self._events.tend():
            self._events.stop()
            self._poll_because(unwatchable[0].reason)

    def stop(self) -> None:
        """No news come after this."""
        self._events.stop()

    def forget(self, paths: Iterable[Path]) -> None:
        """What was heard of these could not be followed: where they are found again, they are news."""
        self._forgotten.update(paths)

    @property
    def folders(self) -> Mapping[Path, FileLook]:
        """Those that held photos at the last sweep."""
        return self._listing.folders

    def sweep(self, *, is_routine: bool) -> list[FileNews]:
        """What happened since the last one. A routine one that finds what events should have told counts against them: twice in a
        row, and the folder is polled from now on.
        """
        started_ns, at_s = time.time_ns(), time.monotonic()
        before, self._forgotten, forgotten = self._listing, set(), self._forgotten
        followed = {path: look for path, look in before.files.items() if path not in forgotten}
        before = dataclasses.replace(before, files=followed)
        after = list_tree(self.folder)
        news = list(news_between(before, after, at_s))
        self._listing = _with_unseen(before, after)
        heard, self._heard = self._heard, set()
        if is_routine and self._mode is Mode.EVENTS:
            missed = missed_by_events(before, after, heard | forgotten, started_ns - int(LATE_S * 1e9))
            self._judge_events(sum(_is_more_than_times(before, after, path) for path in missed))
        return news

    def _judge_events(self, missed: int) -> None:
        self._misses = self._misses + 1 if missed else 0
        if self._misses >= MOST_MISSES:
            self._events.stop()
            self._poll_because("photos arrive there without an event")

    def _poll_because(self, why: str) -> None:
        self._mode, self._why = Mode.POLLING, why
        self._events = self._new_events()
        self._events.start()

    def _new_events(self) -> FolderEvents:
        return FolderEvents([self.folder], self._hear, poll=self._mode is Mode.POLLING)

    def _hear(self, news: FileNews) -> None:
        self._heard.add(news.path)
        self._told(news)


def _is_more_than_times(before: TreeListing, after: TreeListing, path: Path) -> bool:
    """Of times and permissions that somebody sets no event is heard, and none is needed."""
    return path not in before.files or before.files[path].size_bytes != after.files[path].size_bytes


def _why_polled(folder: Path) -> str:
    return "" if brings_events(folder) else f"{file_system_of(folder)} does not tell what arrives"


def _with_unseen(before: TreeListing, after: TreeListing) -> TreeListing:
    """What lay in a folder that could not be opened this time is taken to lie there still."""
    unseen = {trouble.path for trouble in after.unseen}
    if not unseen:
        return after
    kept = {path: look for path, look in before.files.items() if not unseen.isdisjoint((path, *path.parents))}
    folders = {path.parent: before.folders[path.parent] for path in kept if path.parent in before.folders}
    return TreeListing(after.folder, {**kept, **after.files}, after.unseen, {**folders, **after.folders})
