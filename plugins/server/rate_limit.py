"""How many requests a second are taken: a bucket that refills, so that a burst is fine and a flood is not."""

from __future__ import annotations

import time
from collections.abc import Callable

PER_S, BURST = 50.0, 100.0
"""A choice: ten times what a plug-in that asks for its progress five times a second needs."""


class RateLimit:
    """Use it in one thread."""

    def __init__(self, per_s: float = PER_S, burst: float = BURST, clock: Callable[[], float] = time.monotonic) -> None:
        self._per_s, self._burst, self._clock = per_s, burst, clock
        self._left, self._seen_s = burst, clock()

    def takes_one(self) -> bool:
        """Whether one more may come in now."""
        now_s = self._clock()
        self._left = min(self._burst, self._left + (now_s - self._seen_s) * self._per_s)
        self._seen_s = now_s
        if self._left < 1:
            return False
        self._left -= 1
        return True
