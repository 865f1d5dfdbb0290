"""The most memory that a process and all that it started had together, looked at now and then."""

from __future__ import annotations

import threading
from contextlib import suppress
from types import TracebackType
from typing import Self

import psutil

EVERY_S = 0.5


class MemoryOfAll:
    """Looks while its block lasts; `peak_mb` in MB of a million bytes.

    Memory that several of them share is counted once (PSS, proc_pid_smaps(5)); where the system does not tell it, each counts all
    that it sees.
    """

    def __init__(self, pid: int) -> None:
        self._process = psutil.Process(pid)
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self.peak_mb = 0.0

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(EVERY_S):
            with suppress(psutil.Error):  # ended meanwhile
                everybody = [self._process, *self._process.children(recursive=True)]
                self.peak_mb = max(self.peak_mb, sum(bytes_of(one) for one in everybody) / 1e6)


def bytes_of(process: psutil.Process) -> int:
    """Its share of the memory that it sees; 0 once it has ended."""
    try:
        facts = process.memory_full_info()
    except psutil.Error:
        return 0
    return int(getattr(facts, "pss", facts.rss))
