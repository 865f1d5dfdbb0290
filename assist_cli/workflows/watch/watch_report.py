"""What happened in a watch, counted at once and told to the listener a moment later, when nothing is half done."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from assist_cli.failures import told
from assist_cli.interrupts import STOP_SIGNALS
from assist_cli.workflows.photo_outcome import ScoredPhoto
from assist_cli.workflows.watch.advice_thread import Advised
from assist_cli.workflows.watch.totals import Totals
from assist_cli.workflows.watch.watch_request import ArrivedPhoto, WatchedBy, WatchListener
from index.photo.errors import UnreadablePhoto

PATIENCE_S = 0.5
"""A choice: a reader that takes nothing for so long after a signal has stopped reading."""


class WatchReport:
    """A listener may be slow, or be a pipe that nobody reads: it is told between two steps, where a signal ends the wait, a moment
    later.
    """

    def __init__(self, listener: WatchListener) -> None:
        self.totals = Totals()
        self._listener = listener
        self._waiting: deque[Callable[[], None]] = deque()

    def tell(self) -> None:
        """All that happened since the last time. A signal arrives between two things that are told, so that none is lost."""
        while self._waiting:
            with STOP_SIGNALS.held(PATIENCE_S):
                self._waiting.popleft()()
        with STOP_SIGNALS.held(PATIENCE_S):
            self._listener.tick(self.totals)

    def started(self, watched: Sequence[WatchedBy]) -> None:
        """Nothing is missed from now on."""
        self._waiting.append(partial(self._listener.started, watched))

    def scored(self, photo: ScoredPhoto, since_s: float | None, now_s: float) -> None:
        """It is stored; `since_s`: when its last byte came."""
        if photo.cached:
            self.totals.known += 1
        else:
            self.totals.count_scored(now_s)
        arrived = ArrivedPhoto(photo, None if since_s is None else now_s - since_s)
        self._waiting.append(partial(self._listener.scored, arrived))

    def unread(self, photo: UnreadablePhoto, retry_in_s: float | None) -> None:
        """It cannot be read, for now or until it changes."""
        self._waiting.append(partial(self._listener.unread, photo, retry_in_s))

    def advised(self, advised: Advised) -> None:
        """What a round of advice gave."""
        if advised.error is not None:
            self.trouble(advised.error, advised.outlook)
        if advised.revisions:
            self.totals.revised += sum(one.before is not None and one.is_change for one in advised.revisions)
            self._waiting.append(partial(self._listener.revised, advised.revisions))
        if advised.written is not None:
            self.totals.sidecars += advised.sidecars
            self._waiting.append(partial(self._listener.written, advised.written))

    def trouble(self, error: Exception, outlook: str) -> None:
        """Something failed, and what becomes of it."""
        trouble = told(error)
        words = "; ".join(filter(None, (trouble.message, trouble.hint, outlook)))
        self._waiting.append(partial(self._listener.trouble, words))

    def polls(self, watched: WatchedBy) -> None:
        """The folder brings no events."""
        self._waiting.append(partial(self._listener.polls, watched))

    def folder_gone(self, folder: Path) -> None:
        """It is waited for."""
        self._waiting.append(partial(self._listener.folder_gone, folder))

    def folder_back(self, folder: Path) -> None:
        """It is there again."""
        self._waiting.append(partial(self._listener.folder_back, folder))

    def ended(self, unread: Sequence[UnreadablePhoto]) -> None:
        """The last of all."""
        self._waiting.append(partial(self._listener.ended, self.totals, unread))
