"""Photos that went away while their folder is watched: noted in the catalogue, and their other files judged in their place."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from assist_cli.workflows.file_stamps import is_absent, is_deleted
from assist_cli.workflows.watch.arrivals import Arrival
from index.catalog.database import Catalog

AT_ONCE = 50
"""A choice: each costs about a millisecond, and the next photo waits for it."""


class VanishedArrivals:
    """Told of them as they go; `note` a few at a time."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._gone: dict[Path, None] = {}

    def __len__(self) -> int:
        return len(self._gone)

    def add(self, paths: Iterable[Path]) -> None:
        """No file has these names any more."""
        self._gone.update(dict.fromkeys(paths))

    def note(self) -> list[Arrival]:
        """Marks those that are really gone; nothing said of them is lost. Gives what is left of them: the RAW of a lost JPEG."""
        paths = list(self._gone)[:AT_ONCE]
        deleted: list[Path] = []
        left: list[Arrival] = []
        for path in paths:
            stored = self._catalog.photo_at(path) if is_deleted(path) else None
            if stored is None or stored.missing_since is not None:
                continue
            rest = [file for file in (stored.record.path, *stored.record.companions) if not is_absent(file)]
            left += [Arrival(file, None) for file in rest[:1]]
            deleted += [] if rest else [stored.record.path]
        if deleted:
            self._catalog.upkeep.mark_missing(deleted, datetime.now(UTC))
        for path in paths:  # once that is noted: the catalogue may be held by another program
            del self._gone[path]
        return left
