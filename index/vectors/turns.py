"""Many may search at once; who changes the vectors does so alone."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Turns:
    """A readers-writer lock: changes wait for running searches, and new searches wait for a change that waits."""

    def __init__(self) -> None:
        self._turn = threading.Condition()
        self._searching = 0
        self._changing = threading.Lock()

    @contextmanager
    def search(self) -> Iterator[None]:
        """While inside, nothing changes. Not to be entered twice by one thread."""
        with self._changing, self._turn:
            self._searching += 1
        try:
            yield
        finally:
            with self._turn:
                self._searching -= 1
                self._turn.notify_all()

    @contextmanager
    def change(self) -> Iterator[None]:
        """While inside, nobody searches."""
        with self._changing:
            with self._turn:
                self._turn.wait_for(lambda: self._searching == 0)
            yield
