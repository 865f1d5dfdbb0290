"""Ctrl-C and a polite kill, as one exception that arrives at a safe moment."""

from __future__ import annotations

import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

AGAIN_S = 0.05
"""A choice: nobody notices, and whatever swallowed the interruption is over."""


class Interrupted(BaseException):
    """The person, or the system, asked us to stop; its text, if any, says what becomes of the work done so far.

    Not an `Exception`: nothing may mistake it for a photo's trouble.
    """


class StopSignals:
    """SIGINT, SIGTERM and SIGHUP (a closed terminal) raise `Interrupted` in the main thread, at the end of a hold if `held`."""

    def __init__(self) -> None:
        self._holds = 0
        self._longest_s: float | None = None
        self._arrived = False
        self._arrived_s = 0.0
        self._was_swallowed = False
        self.asked = False
        """Whether a signal ever came. Code that is not ours may swallow its exception (an import, an event loop): whoever goes on
        for days looks here too.
        """

    def install(self) -> None:
        """Take over the signals that this system has; call once, from the main thread."""
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            if number := getattr(signal, name, None):
                signal.signal(number, self._arrive)
        if hasattr(signal, "setitimer"):
            signal.signal(signal.SIGALRM, self._remind)
            sys.unraisablehook = self._come_again

    @contextmanager
    def held(self, longest_s: float | None = None) -> Iterator[None]:
        """No interruption inside, nor inside another hold around it: for a write that must end or not begin. Only the main thread
        is ever interrupted.

        `longest_s`: what is inside may wait for somebody who never comes, such as the reader of a pipe. So long after a signal it
        is interrupted all the same; on Windows, by the next signal after that.
        """
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        self._holds += 1
        before_s, self._longest_s = self._longest_s, longest_s
        try:
            yield
        finally:
            self._holds -= 1
            self._longest_s = before_s
        if self._arrived and not self._holds:
            self._raise()

    def _arrive(self, _number: int, _frame: FrameType | None) -> None:
        self.asked = True
        if not self._holds:
            self._raise()
        if not self._arrived:
            self._arrived, self._arrived_s = True, time.monotonic()
        self._interrupt_if_overdue()

    def _remind(self, number: int, frame: FrameType | None) -> None:
        if self._was_swallowed:
            self._was_swallowed = False
            self._arrive(number, frame)
        elif self._arrived and self._holds:
            self._interrupt_if_overdue()

    def _come_again(self, unraisable: sys.UnraisableHookArgs) -> None:
        """The import of an extension, or a finalizer, drops what is raised within it: then it arrives a moment later."""
        if isinstance(unraisable.exc_value, Interrupted):
            self._was_swallowed = True
            signal.setitimer(signal.ITIMER_REAL, AGAIN_S)
        else:
            sys.__unraisablehook__(unraisable)

    def _interrupt_if_overdue(self) -> None:
        if self._longest_s is None:
            return
        left_s = self._arrived_s + self._longest_s - time.monotonic()
        if left_s <= 0:
            self._raise()
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, left_s)

    def _raise(self) -> NoReturn:
        self._arrived = False
        raise Interrupted


STOP_SIGNALS = StopSignals()
"""Signals belong to the process, so there is one of these."""
