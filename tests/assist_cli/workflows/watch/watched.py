"""A watch in a thread of its own, with an ear that keeps all that it tells."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

from assist_cli.workflows.blend_profile import profile_called
from assist_cli.workflows.judging_desk import Judges
from assist_cli.workflows.watch.watch_request import WatchListener, WatchRequest
from assist_cli.workflows.watch.watch_run import WatchRun
from assist_cli.workflows.watch.watched_places import folders_among, locked, state_place
from index.catalog.database import open_catalog

LONG_S = 60.0
"""Longer than any of this takes, on whatever machine."""


class Ear(WatchListener):
    """Keeps what it hears, photos by name."""

    def __init__(self) -> None:
        self.watched, self.scored_photos, self.unread_photos, self.retried = [], [], [], []
        self.revisions, self.shoots, self.polled, self.troubles, self.folders = [], [], [], [], []
        self.totals, self.unread_at_the_end = None, None
        self.is_on = threading.Event()

    def started(self, watched):
        self.watched = list(watched)
        self.is_on.set()

    def scored(self, arrived):
        self.scored_photos.append(arrived)

    def unread(self, photo, retry_in_s):
        (self.unread_photos if retry_in_s is None else self.retried).append(photo)

    def revised(self, revisions):
        self.revisions += revisions

    def written(self, shoot):
        self.shoots.append(shoot)

    def polls(self, watched):
        self.polled.append(watched)

    def folder_gone(self, folder):
        self.folders.append(("gone", folder))

    def folder_back(self, folder):
        self.folders.append(("back", folder))

    def trouble(self, words):
        self.troubles.append(words)

    def ended(self, totals, unread):
        self.totals, self.unread_at_the_end = totals, list(unread)

    @property
    def names(self) -> list[str]:
        """Of the photos that were scored or recognised, in order."""
        return [arrived.photo.path.name for arrived in self.scored_photos]

    @property
    def decisions(self) -> dict[str, str]:
        """The latest, by name."""
        return {one.path.name: one.now.value for one in self.revisions}


class Watching:
    """`with Watching(request) as watching:` watches inside the block."""

    def __init__(self, request: WatchRequest) -> None:
        self.request = request
        self.ear = Ear()
        self.error: BaseException | None = None
        self._run: WatchRun | None = None
        self._thread = threading.Thread(target=self._main)

    def __enter__(self) -> Watching:
        self._thread.start()
        assert self.ear.is_on.wait(LONG_S)
        if self.error is not None:
            raise self.error
        return self

    def __exit__(self, *_error: object) -> None:
        self.stop()
        if self.error is not None:
            raise self.error

    def stop(self) -> None:
        """Ends it, as Ctrl-C does."""
        if self._run is not None:
            self._run.stop()
        self._thread.join(LONG_S)
        assert not self._thread.is_alive()

    def until(self, holds: Callable[[], bool]) -> None:
        """Waits for it; fails where it never comes."""
        until_s = time.monotonic() + LONG_S
        while not holds():
            assert time.monotonic() < until_s, f"never came; heard {vars(self.ear)}, {self.error!r}"
            time.sleep(0.01)

    def until_scored(self, *names: str) -> None:
        """Until these were told, in whatever order."""
        self.until(lambda: set(names) <= set(self.ear.names))

    def until_calm(self) -> None:
        """Until everything that was heard of is dealt with, and advised on."""
        run = self._run
        self.until(lambda: run.is_calm)

    def _main(self) -> None:
        request = self.request
        try:
            folders, state = folders_among(request.paths), state_place(request.catalog)
            with open_catalog(request.catalog) as catalog, locked(folders, state):
                judges = Judges(request.device, request.weights, request.workers, profile_called(request.profile))
                self._run = WatchRun(request, judges, folders, catalog, self.ear)
                self._run.start(state)
                try:
                    self._run.go_on()
                finally:
                    self._run.end()
        except BaseException as error:  # told in the thread of the test
            self.error = error
        finally:
            self.ear.is_on.set()


def names_in(catalog: Path) -> list[str]:
    """The photos in the catalogue that are not missing."""
    with open_catalog(catalog) as opened:
        return sorted(photo.path.name for photo in opened.seen_photos())
