"""Photos on their way into the catalogue: judged ones are stored before they are told, renamed ones a few at a time.

A killed process then loses nothing that anyone has read; a renamed photo is simply recognised again.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path

from assist_cli.interrupts import STOP_SIGNALS
from index.catalog.database import Catalog
from index.catalog.stored import StoredPhoto

MAX_PHOTOS = 16
"""Enough to make a commit cheap beside reading the files of renamed photos."""

MAX_AGE_S = 1.0
"""No finished photo waits longer than this."""


class StoreBatch:
    """Collects photos; stores them when there are enough, or when the first has waited long enough."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._waiting: list[StoredPhoto] = []
        self._gone: list[Path] = []
        self._oldest_s = 0.0

    def add(self, photo: StoredPhoto, gone: Iterable[Path] = ()) -> None:
        """Keep one photo for the next write, which also drops what is known of its names that are `gone`."""
        if not self._waiting:
            self._oldest_s = time.monotonic()
        self._waiting.append(photo)
        self._gone += gone

    def store_if_due(self) -> None:
        """Write when the batch is full or old."""
        if len(self._waiting) >= MAX_PHOTOS or (self._waiting and time.monotonic() - self._oldest_s >= MAX_AGE_S):
            self.store()

    def store(self) -> None:
        """Write what waits, all or none; an interruption arrives afterwards. Where it cannot be written it goes on waiting."""
        if self._waiting:
            with STOP_SIGNALS.held():
                self._catalog.store(self._waiting, self._gone)
                self._waiting, self._gone = [], []
