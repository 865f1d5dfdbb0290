"""Pictures that several threads ask about at the same time are answered together, as batches of one shape."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Generic, TypeVar

import numpy as np
import numpy.typing as npt

U8 = npt.NDArray[np.uint8]
Said = TypeVar("Said")
Shape = tuple[int, ...]

MOST = 32
"""A choice: more than a machine has threads that judge, as a rule; it bounds what the device must hold."""
PATIENCE_S = 0.002
"""A choice: how long the first of a batch waits for company. Decoding its photo took ten times as long."""
AT_ONCE = 2
"""Batches of one network under way: one is copied to the device while the other is computed there."""


class Batcher(Generic[Said]):
    """Has no thread of its own, and so nothing to close: whoever comes first asks for all who came by then, and they wait."""

    def __init__(
        self, answer: Callable[[Sequence[U8]], Sequence[Said]], most: int = MOST, patience_s: float = PATIENCE_S
    ) -> None:
        """`answer`: 1 to `most` pictures of one shape -> what is said of each, in order; at most `AT_ONCE` threads call it."""
        self._answer, self._most, self._patience_s = answer, most, patience_s
        self._turns = threading.BoundedSemaphore(AT_ONCE)
        self._lock = threading.Lock()
        self._open: dict[Shape, Batch[Said]] = {}

    def __call__(self, picture: U8) -> Said:
        """(h, w, 3) uint8 -> what is said of it. What answering its batch raised is raised in every thread that waits for it."""
        batch, place = self._joined(picture)
        if place == 0:
            self._lead(batch)
        return batch.said[place].result()

    def _joined(self, picture: U8) -> tuple[Batch[Said], int]:
        with self._lock:
            batch = self._open.setdefault(picture.shape, Batch())
            place = batch.add(picture)
            if len(batch.pictures) == self._most:
                self._closed(batch)
        return batch, place

    def _lead(self, batch: Batch[Said]) -> None:
        try:
            batch.full.wait(self._patience_s)
            with self._turns:  # while others have theirs, more may join
                with self._lock:
                    self._closed(batch)
                batch.answered(self._answer(batch.pictures))
        except BaseException as error:
            # Also an interrupt: whatever ends this thread's asking, nobody may wait for ever.
            with self._lock:
                self._closed(batch)
            batch.failed(error)
            raise

    def _closed(self, batch: Batch[Said]) -> None:
        """Nobody may join from now on."""
        batch.full.set()
        shape = batch.pictures[0].shape
        if self._open.get(shape) is batch:
            del self._open[shape]


class Batch(Generic[Said]):
    """Pictures of one shape, and what will be said of each."""

    def __init__(self) -> None:
        self.pictures: list[U8] = []
        self.said: list[Future[Said]] = []
        self.full = threading.Event()

    def add(self, picture: U8) -> int:
        """Its place."""
        self.pictures.append(picture)
        self.said.append(Future())
        return len(self.said) - 1

    def answered(self, said: Sequence[Said]) -> None:
        """Tells everybody who waits."""
        for future, one in zip(self.said, said, strict=True):
            future.set_result(one)

    def failed(self, error: BaseException) -> None:
        """Tells everybody who still waits."""
        for future in self.said:
            if not future.done():
                future.set_exception(error)
