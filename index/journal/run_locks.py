"""Which runs are alive: each locks a file of its own beside the journal while it writes, and a kill unlocks it."""

from __future__ import annotations

import fcntl
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

log = logging.getLogger(__name__)

_BEGINNING, _SUFFIX = ".run-", ".lock"


class RunLocks:
    """The locks that one opened journal holds. Where a file system cannot lock, every other run counts as dead."""

    def __init__(self, journal: Path) -> None:
        self._journal = Path(os.path.realpath(journal))
        self._held: dict[int, int] = {}

    def hold(self, run: int) -> None:
        """Says that the run is alive, from now until `release`."""
        if run not in self._held:
            self._take(run, fcntl.LOCK_EX)

    @contextmanager
    def if_dead(self, run: int) -> Iterator[bool]:
        """Whether nobody else is at this run, who is kept away meanwhile; runs of our own count as dead."""
        if run in self._held:
            yield True
            return
        is_dead = self._take(run, fcntl.LOCK_EX | fcntl.LOCK_NB)
        try:
            yield is_dead
        finally:
            self._release(run)

    def left_behind(self) -> frozenset[int]:
        """The runs of which such a file is there, but for our own: alive, or killed."""
        beginning = self._journal.name + _BEGINNING
        names = (path.name for path in self._journal.parent.glob(f"*{_SUFFIX}"))
        runs = (name[len(beginning) : -len(_SUFFIX)] for name in names if name.startswith(beginning))
        return frozenset(int(run) for run in runs if run.isdecimal()) - self._held.keys()

    def release(self) -> None:
        """Says that our runs have ended."""
        for run in list(self._held):
            self._release(run)

    def _take(self, run: int, how: int) -> bool:
        """Whether the lock is ours now, or could be nobody's."""
        path = self._path(run)
        try:
            while True:
                descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
                try:
                    fcntl.flock(descriptor, how)
                    if _leads_to(path, descriptor):
                        self._held[run] = descriptor
                        return True
                finally:
                    if run not in self._held:
                        os.close(descriptor)
        except BlockingIOError:
            return False
        except OSError as error:
            log.debug("%s cannot be locked (%s); going on without", path, error.strerror)
            return True

    def _release(self, run: int) -> None:
        descriptor = self._held.pop(run, None)
        if descriptor is None:
            return
        try:
            self._path(run).unlink(missing_ok=True)  # while it is locked, so that nobody else's goes
        except OSError as error:
            log.debug("the lock of run %s stays: %s", run, error.strerror)
        finally:
            os.close(descriptor)

    def _path(self, run: int) -> Path:
        return self._journal.with_name(f"{self._journal.name}{_BEGINNING}{run}{_SUFFIX}")


def _leads_to(path: Path, descriptor: int) -> bool:
    """Whether the file was not taken away, by whoever held it before, while we waited for its lock."""
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False
