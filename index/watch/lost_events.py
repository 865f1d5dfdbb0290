"""Hears when watchdog says that events were lost: it says so in its log only."""

from __future__ import annotations

import logging
from collections.abc import Callable

WATCHDOG_LOG = "watchdog.observers.inotify_c"
OVERFLOW_WORDS = "overflowed"
"""watchdog 7.1, InotifyFD.handle_event: "Inotify queue overflowed; filesystem events were lost" (inotify(7), IN_Q_OVERFLOW)."""


class LostEvents(logging.Filter):
    """Calls `lost` for each such message between `listen` and `stop`, and keeps it off the terminal."""

    def __init__(self, lost: Callable[[], None]) -> None:
        super().__init__()
        self._lost = lost

    def listen(self) -> None:
        """From now on."""
        logging.getLogger(WATCHDOG_LOG).addFilter(self)

    def stop(self) -> None:
        """No more; may be called twice."""
        logging.getLogger(WATCHDOG_LOG).removeFilter(self)

    def filter(self, record: logging.LogRecord) -> bool:
        """Called by `logging`, in watchdog's thread."""
        if record.levelno < logging.WARNING or OVERFLOW_WORDS not in record.getMessage():
            return True
        self._lost()
        return False
