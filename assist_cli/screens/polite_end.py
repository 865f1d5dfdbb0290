"""What ends a cull from outside: a closed terminal or a polite kill. Every mark is in the catalogue already, so it ends at once."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from collections.abc import Callable

from assist_cli.failures import ExitCode

SIGNALS = ("SIGTERM", "SIGHUP")
AT_MOST_S = 2.0
"""Writing to a terminal that is gone may hang: a choice, long enough to give one that is there its own screen back."""


def heed_signals(leave: Callable[[], None]) -> None:
    """Calls `leave` in the event loop when one of them comes, and ends the process where that does not within `AT_MOST_S`.

    An exception raised by a signal would not do: asyncio takes one that hits a callback for that callback's own trouble, and
    goes on.
    """
    loop = asyncio.get_running_loop()

    def end() -> None:
        last = threading.Timer(AT_MOST_S, os._exit, (int(ExitCode.INTERRUPTED),))
        last.daemon = True
        last.start()
        leave()

    if threading.current_thread() is not threading.main_thread():
        return  # only there signals arrive; tests drive the app elsewhere
    for name in SIGNALS:
        number = getattr(signal, name, None)
        if number is not None:
            loop.add_signal_handler(number, end)
