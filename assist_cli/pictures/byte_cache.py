"""Keeps what was made, up to a number of bytes: what nobody asked for longest goes first."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class ByteCache(Generic[Key, Value]):
    """Safe from many threads. The newest value stays, however large it is."""

    def __init__(self, most_bytes: int, bytes_of: Callable[[Value], int]) -> None:
        self.most_bytes = most_bytes
        self._bytes_of = bytes_of
        self._kept: OrderedDict[Key, Value] = OrderedDict()
        self._held_bytes = 0
        self._lock = threading.RLock()

    def get(self, key: Key) -> Value | None:
        """The value, which counts as asked for; None where it is not kept."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def put(self, key: Key, value: Value) -> None:
        """Keep it, in the place of what was there before."""
        with self._lock:
            self._drop(key)
            self._kept[key] = value
            self._held_bytes += self._bytes_of(value)
            while self._held_bytes > self.most_bytes and len(self._kept) > 1:
                self._drop(next(iter(self._kept)))

    def put_new(self, key: Key, value: Value) -> bool:
        """Keep it unless there is something already; says whether it is kept."""
        with self._lock:  # reentrant: `put` takes it again
            if key in self._kept:
                return False
            self.put(key, value)
            return True

    def discard_where(self, unwanted: Callable[[Key], bool]) -> None:
        """Let go of every key of which `unwanted` is true."""
        with self._lock:
            for key in [key for key in self._kept if unwanted(key)]:
                self._drop(key)

    def held_bytes(self) -> int:
        """Of all that is kept."""
        with self._lock:
            return self._held_bytes

    def __contains__(self, key: object) -> bool:
        with self._lock:
            return key in self._kept

    def _drop(self, key: Key) -> None:
        if key in self._kept:
            self._held_bytes -= self._bytes_of(self._kept.pop(key))
