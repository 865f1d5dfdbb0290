"""Ctrl-C and a polite kill, as one exception that arrives at a safe moment."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Interrupted(BaseException):
    """The person, or the system, asked us to stop; its text, if any, says what becomes of the work done so far.

    Not an `Exception`: nothing may mistake it for a photo's trouble.
    """


class StopSignals:
    """SIGINT, SIGTERM and SIGHUP (a closed terminal) raise `Interrupted` in the main thread, at the end of a hold if `held`."""

    def __init__(self) -> None:
        self._holds = 0
        self._arrived = False
        self.asked = False
        """Whether a signal ever came. Code that is not ours may swallow its exception (an import, an event loop): whoever goes on
        for days looks here too.
        """

    def install(self) -> None:
        """Take over the signals that this system has; call once, from the main thread."""
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            if number := getattr(signal, name, None):
                signal.signal(number, self._arrive)

    @contextmanager
    def held(self) -> Iterator[None]:
        """No interruption inside, nor inside another hold around it: for a write that must end or not begin. Only the main thread
        is ever interrupted.
        """
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        self._holds += 1
        try:
            yield
        finally:
            self._holds -= 1
        if self._arrived and not self._holds:
            self._arrived = False
            raise Interrupted

    def _arrive(self, _number: int, _frame: FrameType | None) -> None:
        self.asked = True
        if self._holds:
            self._arrived = True
            return
        raise Interrupted


STOP_SIGNALS = StopSignals()
"""Signals belong to the process, so there is one of these."""
