"""How much all threads together may hold of the photos they read: a folder of huge pictures must not take all the memory.

Where photos are judged in several processes, one of them shares it out and the others ask it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

BYTES_AT_ONCE = 1_600_000_000
"""Of files: one of the largest that is read, or eight RAW files of 200 MB."""

PIXELS_AT_ONCE = 400_000_000
"""Eight workers with 45-megapixel photos wait for nobody; of pictures of 200 megapixels two are judged beside each other."""


class Budget:
    """An amount that threads take from, in the order they come, and give back."""

    def __init__(self, amount: int) -> None:
        self._amount = amount
        self._left = amount
        self._door = threading.Lock()
        self._freed = threading.Condition()
        self._ask: Callable[[int], None] | None = None

    def ask_elsewhere(self, ask: Callable[[int], None]) -> None:
        """From now on `ask` returns when there is room; whoever shares it out takes it back at the end of the photo."""
        self._ask = ask

    def take(self, wanted: int) -> int:
        """Wait until that much is left, or all where more is wanted than there is; returns what was taken."""
        if self._ask is not None:
            self._ask(wanted)
            return 0
        taken = min(wanted, self._amount)
        # Who waits for much keeps the door shut, lest a stream of small pictures pass in front for ever.
        with self._door, self._freed:
            self._freed.wait_for(lambda: self._left >= taken)
            self._left -= taken
        return taken

    def give_back(self, taken: int) -> None:
        """Let others have it."""
        with self._freed:
            self._left += taken
            self._freed.notify_all()


FILE_BYTES, PIXELS = Budget(BYTES_AT_ONCE), Budget(PIXELS_AT_ONCE)
BUDGETS = {"file bytes": FILE_BYTES, "pixels": PIXELS}
"""By the name that processes call them by."""

_taken: ContextVar[dict[Budget, int] | None] = ContextVar("_taken", default=None)


@contextmanager
def one_photo() -> Iterator[None]:
    """Within it one photo is read and judged; what `reserve` took for it is given back at its end."""
    taken: dict[Budget, int] = {}
    token = _taken.set(taken)
    try:
        yield
    finally:
        _taken.reset(token)
        for budget, amount in taken.items():
            budget.give_back(amount)


def reserve(budget: Budget, wanted: int) -> None:
    """Called before a file is read, then before its picture is decoded: within `one_photo` waits for room.

    Once a photo, for its first file and its first picture, bytes before pixels: were those that hold some to wait for more,
    two of them could wait for each other for ever.
    """
    taken = _taken.get()
    if taken is not None and budget not in taken:
        taken[budget] = budget.take(wanted)
