"""News on their way to the thread that watches: bounded, and a wait for it can be interrupted without losing any."""

from __future__ import annotations

import threading
from collections import deque
from typing import Generic, TypeVar

Item = TypeVar("Item")

MOST = 10_000
"""A choice: as many files as a fast disk makes in some seconds, in about 3 MB."""


class NewsQueue(Generic[Item]):
    """Filled by any thread, emptied by one."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._items: deque[Item] = deque()
        self._lost = False
        self._something = threading.Event()
        self._room = threading.Event()
        self._room.set()

    def __len__(self) -> int:
        return len(self._items)

    def put(self, item: Item) -> None:
        """Never waits: where there is no room the item is lost, and `has_lost` says so."""
        if len(self._items) >= self._most:
            self._lost = True
        else:
            self._items.append(item)
        self._something.set()

    def put_patiently(self, item: Item, given_up: threading.Event) -> None:
        """Waits for room, unless `given_up`; not for the thread that empties the queue."""
        while len(self._items) >= self._most and not given_up.is_set():
            self._room.clear()
            if len(self._items) >= self._most:
                self._room.wait(1.0)
        self._items.append(item)
        self._something.set()

    def wake(self) -> None:
        """Ends a wait without news."""
        self._something.set()

    def wait(self, timeout_s: float) -> None:
        """Until there is news, or somebody wakes us, or time is over. Takes nothing out, so that an interruption costs nothing."""
        self._something.wait(timeout_s)

    def drain(self, at_most: int) -> list[Item]:
        """The oldest news, at most so many; the next `wait` ends at once where some are left."""
        self._something.clear()
        items = [self._items.popleft() for _ in range(min(at_most, len(self._items)))]
        if self._items and at_most > 0:
            self._something.set()
        self._room.set()
        return items

    def has_lost(self) -> bool:
        """Whether news were lost since the last time it was asked."""
        lost, self._lost = self._lost, False
        return lost
