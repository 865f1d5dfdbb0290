"""Looks after the watched folders in a thread of its own, so that a network that hangs holds up no photo."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path

from assist_cli.workflows.watch.folder_watch import FolderWatch
from assist_cli.workflows.watch.news_queue import NewsQueue
from assist_cli.workflows.watch.watch_request import WatchedBy
from index.watch.file_look import FileLook
from index.watch.listing import TreeListing
from index.watch.news import FileNews

log = logging.getLogger(__name__)

TEND_S = 1.0
SWEEP_S = 60.0
"""A choice: how long a photo may lie there whose event was lost."""
SHARE = 20
"""A folder that takes long to list is listed seldom: at most a twentieth of the time goes into it."""
STOP_WITHIN_S = 1.0


@dataclass(frozen=True, slots=True)
class Swept:
    """All that came before this moment (`time.time_ns`) was told before this."""

    folder: Path
    before_ns: int
    folders: Mapping[Path, FileLook] = field(default_factory=dict)
    """Those that hold photos: what lay in them was told too."""


PatrolNews = FileNews | Swept | WatchedBy
"""`WatchedBy`: how a folder is watched has changed."""


class FolderPatrol:
    """Tells all news of some folders to a queue: events, and what a sweep finds."""

    def __init__(
        self, folders: Sequence[Path], queue: NewsQueue[PatrolNews], *, poll: bool, sweep_s: float = SWEEP_S
    ) -> None:
        self._queue = queue
        self._sweep_s = sweep_s
        self._folders = {folder: FolderWatch(folder, queue.put, poll=poll) for folder in folders}
        self._due_s: dict[Path, float] = {}
        self._asked: set[Path] = set()
        self._wake = threading.Event()
        self._stopped = threading.Event()
        self._started: Future[list[tuple[WatchedBy, TreeListing]]] = Future()
        # A daemon: listing a dead network cannot be interrupted, and must not keep the program from ending.
        self._thread = threading.Thread(target=self._main, name="watch-patrol", daemon=True)

    def start(self) -> list[tuple[WatchedBy, TreeListing]]:
        """Hears from now on. How each folder is watched, and what lay there."""
        self._thread.start()
        return self._started.result()

    def look_again(self, folder: Path) -> None:
        """Sweeps this folder soon, because news of it were lost."""
        self._asked.add(folder)
        self._wake.set()

    def forget(self, folder: Path, paths: Sequence[Path]) -> None:
        """See `FolderWatch.forget`."""
        self._folders[folder].forget(paths)

    def stop(self) -> None:
        """No news come after this. Does not wait for a disk that hangs."""
        self._stopped.set()
        self._wake.set()
        if self._thread.is_alive():
            self._thread.join(STOP_WITHIN_S)

    def _main(self) -> None:
        try:
            try:
                self._started.set_result(
                    [(one.watched_by, listing) for one in self._folders.values() for listing in [one.start()]]
                )
            except Exception as error:  # for whoever waits for the start
                self._started.set_exception(error)
                return
            self._go_round()
        finally:
            for watched in self._folders.values():
                watched.stop()

    def _go_round(self) -> None:
        due_s = time.monotonic() + self._sweep_s
        self._due_s = dict.fromkeys(self._folders, due_s)
        while not self._stopped.is_set():
            for folder, watched in self._folders.items():
                try:
                    self._look_after(folder, watched)
                except (
                    Exception
                ) as error:  # a disk in bad shape, or a bug: without this thread a watch would be deaf for days
                    log.warning("looking after %s failed (%s); trying again", folder, error, exc_info=error)
            self._wake.wait(TEND_S)
            self._wake.clear()

    def _look_after(self, folder: Path, watched: FolderWatch) -> None:
        before = watched.watched_by
        watched.tend()
        self._sweep_if_due(folder, watched)
        if watched.watched_by != before:
            self._queue.put_patiently(watched.watched_by, self._stopped)

    def _sweep_if_due(self, folder: Path, watched: FolderWatch) -> None:
        began_s, began_ns = time.monotonic(), time.time_ns()
        is_asked = folder in self._asked
        if not is_asked and began_s < self._due_s[folder]:
            return
        self._asked.discard(folder)
        for news in watched.sweep(is_routine=not is_asked):
            self._queue.put_patiently(news, self._stopped)
        self._queue.put_patiently(Swept(folder, began_ns, watched.folders), self._stopped)
        ended_s = time.monotonic()
        self._due_s[folder] = ended_s + max(self._sweep_s, SHARE * (ended_s - began_s))
