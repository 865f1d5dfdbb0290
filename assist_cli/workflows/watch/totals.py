"""What a watch has done so far."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass, field

PACE_OVER_S = 60.0
"""A choice: long enough to smooth a burst, short enough to follow the photographer."""
MOST_TIMES = 2_000
"""Of the last minute: more than any machine judges in one."""


@dataclass
class Totals:
    """Counts of one watch, growing as photos arrive."""

    scored: int = 0
    known: int = 0
    """Photos that were scored before, and only recognised."""
    unread: int = 0
    """Photos that could not be read and are not tried again until they change."""
    revised: int = 0
    """Times that advice on a photo changed, its first not counted."""
    sidecars: int = 0
    """Sidecars written."""
    arriving: int = 0
    """Files that are being written now."""
    waiting: int = 0
    """Photos that are complete and wait to be judged, or are being judged."""
    started_s: float = field(default_factory=time.monotonic)
    _times_s: deque[float] = field(default_factory=lambda: deque(maxlen=MOST_TIMES))

    def count_scored(self, now_s: float) -> None:
        """One more was judged."""
        self.scored += 1
        self._times_s.append(now_s)

    def photos_per_s(self, now_s: float) -> float:
        """Over the last minute, or since the start where that is shorter."""
        since_s = max(now_s - PACE_OVER_S, self.started_s)
        return sum(time_s > since_s for time_s in self._times_s) / max(now_s - since_s, 1.0)
