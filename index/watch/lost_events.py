"""Hears when watchdog says that events were lost: it says so in its log only."""

from __future__ import annotations

import logging

WATCHDOG_LOGS = ("watchdog.observers.inotify_c", "watchdog.observers.inotify")
OVERFLOW_WORDS = "overflowed"
"""watchdog 7.1, InotifyFD.handle_event and InotifyWatchGroup.on_queue_overflow: "Inotify queue overflowed; ..." (inotify(7),
IN_Q_OVERFLOW)."""


class LostEvents(logging.Filter):
    """Remembers such messages between `listen` and `stop`, and keeps them off the terminal."""

    def __init__(self) -> None:
        super().__init__()
        self._are_lost = False

    def listen(self) -> None:
        """From now on."""
        for name in WATCHDOG_LOGS:
            logging.getLogger(name).addFilter(self)

    def stop(self) -> None:
        """No more; may be called twice."""
        for name in WATCHDOG_LOGS:
            logging.getLogger(name).removeFilter(self)

    def were_lost(self) -> bool:
        """Whether there was one since this was last asked."""
        were_lost, self._are_lost = self._are_lost, False
        return were_lost

    def filter(self, record: logging.LogRecord) -> bool:
        """Called by `logging`, in watchdog's thread."""
        if record.levelno < logging.WARNING or OVERFLOW_WORDS not in record.getMessage():
            return True
        self._are_lost = True
        return False
