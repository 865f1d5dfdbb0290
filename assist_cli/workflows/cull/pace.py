"""How fast a person culls: photos a minute, lately."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from pathlib import Path

WINDOW_S = 300.0
"""Five minutes: a choice; long enough to even out a burst that took a minute, short enough to follow a coffee break."""
FEWEST = 5
"""Photos before a pace is told; a choice: of fewer, one long look makes nonsense of it."""


class Pace:
    """Counts each photo once, when it is first marked."""

    def __init__(self, now_s: Callable[[], float] = time.monotonic) -> None:
        self._now_s = now_s
        self._started_s = now_s()
        self._moments_s: deque[float] = deque()
        self._seen: set[Path] = set()

    def marked(self, path: Path) -> None:
        """A person marked this photo."""
        if path not in self._seen:
            self._seen.add(path)
            self._moments_s.append(self._now_s())

    def per_minute(self) -> float | None:
        """Photos a minute over the last five; None where there were too few to tell."""
        now_s = self._now_s()
        while self._moments_s and now_s - self._moments_s[0] > WINDOW_S:
            self._moments_s.popleft()
        if len(self._moments_s) < FEWEST:
            return None
        return len(self._moments_s) * 60.0 / max(min(now_s - self._started_s, WINDOW_S), 1.0)
