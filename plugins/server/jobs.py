"""The requests that are being answered: how far each is, and which of them nobody wants any more."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from plugins.hearing import Cancelled, PlugProgress

MOST_AT_ONCE = 8
"""One is answered, the others wait: a choice, more than the editors that anybody has open."""
NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")
"""What a client may call its request."""


class Job:
    """One request."""

    def __init__(self) -> None:
        self.progress = PlugProgress(0, 0, "waiting")
        self.cancelled = False

    def hear(self, progress: PlugProgress) -> None:
        """Called by the thread that answers. Raises `Cancelled`."""
        self.progress = progress
        if self.cancelled:
            raise Cancelled


class Jobs:
    """Named by their clients; used from the loop and from the threads that answer."""

    def __init__(self) -> None:
        self._jobs: dict[str, Job] = {}
        self._turn = threading.Lock()

    @property
    def busy(self) -> bool:
        """Whether anybody waits for an answer."""
        return bool(self._jobs)

    @contextmanager
    def begun(self, name: str) -> Iterator[Job | None]:
        """A new job for as long as it lasts; None where there are too many, or one of that name."""
        if len(self._jobs) >= MOST_AT_ONCE or name in self._jobs:
            yield None
            return
        job = self._jobs[name] = Job()
        try:
            yield job
        finally:
            del self._jobs[name]

    @contextmanager
    def turn(self) -> Iterator[None]:
        """One at a time: networks and the catalogue are no faster for two."""
        with self._turn:
            yield

    def named(self, name: object) -> Job | None:
        """The job of that name, while it lasts."""
        return self._jobs.get(name) if isinstance(name, str) else None

    def cancel_all(self) -> None:
        """When the server ends."""
        for job in list(self._jobs.values()):
            job.cancelled = True
