"""Listens to watchdog's log: there alone it says that events were lost."""

from __future__ import annotations

import logging

WATCHDOG_LOGS = ("watchdog.observers.inotify_c", "watchdog.observers.inotify")
OVERFLOW_WORDS = "overflowed"
"""watchdog 7.1, InotifyFD.handle_event and InotifyWatchGroup.on_queue_overflow: "Inotify queue overflowed; ..." (inotify(7),
IN_Q_OVERFLOW)."""
ENDING_WORDS = "called when the thread is inactive"
"""watchdog 7.1, InotifyEmitter.queue_events: said as an error whenever a watch ends while its thread waits."""


class WatchdogLog(logging.Filter):
    """Remembers that events were lost, between `listen` and `stop`, and keeps both messages off the terminal."""

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

    def were_events_lost(self) -> bool:
        """Whether some were since this was last asked."""
        are_lost, self._are_lost = self._are_lost, False
        return are_lost

    def filter(self, record: logging.LogRecord) -> bool:
        """Called by `logging`, in watchdog's threads."""
        words = record.getMessage()
        if OVERFLOW_WORDS in words:
            self._are_lost = True
        return OVERFLOW_WORDS not in words and ENDING_WORDS not in words
