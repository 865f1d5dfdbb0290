"""Advice on what arrived goes into sidecars, merged and journalled as by `sidecars write`: one run a watch and day."""

from __future__ import annotations

import os
from collections.abc import Collection
from datetime import date
from pathlib import Path

from assist_cli.failures import AssistError
from assist_cli.workflows.advised_photos import AdviceRequest, advised_shoot
from assist_cli.workflows.watch.watch_request import WatchRequest
from assist_cli.workflows.write_sidecars import WriteRequest, WrittenShoot, write_shoot
from index.journal.journal_path import journal_path
from index.journal.open_run import OpenRun
from index.photo.sidecar_place import Style


class ArrivalMarks:
    """Writes the sidecars of one watch. People's marks win, as ever, and what changed since is merged. Close it."""

    def __init__(self, request: WatchRequest, style: Style) -> None:
        self._request = request
        self._writing = WriteRequest(request.paths, request.catalog, style, request.advice, request.command)
        self._run: OpenRun | None = None
        self._day = date.min

    def write(self, photos: Collection[Path]) -> WrittenShoot:
        """What became of these photos' sidecars. Raises `AssistError`, `CatalogError`, `JournalError`."""
        there = sorted(path for path in photos if os.path.lexists(path))
        if not there:
            return WrittenShoot()
        request = self._request
        advice = AdviceRequest(there, request.catalog, request.advice, request.weights, request.profile)
        try:
            shoot = advised_shoot(advice)
        except AssistError:
            if all(map(os.path.lexists, there)):
                raise
            return self.write(there)  # one went away just now
        return write_shoot(self._writing, shoot, lambda _done: None, self._run_of(date.today()))

    def close(self) -> None:
        """Says that the run has ended, so that it may be taken back."""
        if self._run is not None:
            self._run.close()
            self._run = None

    def _run_of(self, day: date) -> OpenRun:
        """A watch may run for weeks; a person thinks in days, and takes back one of them."""
        if self._run is None or day != self._day:
            self.close()
            self._run, self._day = OpenRun(journal_path(self._request.catalog), self._request.command), day
        return self._run
