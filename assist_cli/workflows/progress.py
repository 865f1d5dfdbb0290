"""How far a run is, for whoever shows it."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from index.photo.errors import UnreadablePhoto

if TYPE_CHECKING:
    from assist_cli.workflows.photo_in_brief import ToldPhoto


@dataclass
class Progress:
    """Counts of one run, growing as outcomes arrive; `total` is 0 until the photos are found."""

    total: int = 0
    scored: int = 0
    cached: int = 0
    failed: int = 0
    vanished: int = 0
    """Known photos whose files turned out to be gone."""
    started_s: float = field(default_factory=time.monotonic)

    def count(self, outcome: ToldPhoto) -> None:
        """Take in one more outcome."""
        if isinstance(outcome, UnreadablePhoto):
            self.failed += 1
        elif outcome.cached:
            self.cached += 1
        else:
            self.scored += 1

    @property
    def done(self) -> int:
        """Photos that have an outcome."""
        return self.scored + self.cached + self.failed

    @property
    def seconds(self) -> float:
        """Since the run began."""
        return time.monotonic() - self.started_s

    @property
    def photos_per_s(self) -> float:
        """Photos that were read a second; what came from the catalogue costs nothing and tells nothing of the pace."""
        return (self.scored + self.failed) / max(self.seconds, 1e-9)

    @property
    def seconds_left(self) -> float | None:
        """A guess from the pace so far; `None` before the first photo was read."""
        read = self.scored + self.failed
        return (self.total - self.done) / self.photos_per_s if read else None
