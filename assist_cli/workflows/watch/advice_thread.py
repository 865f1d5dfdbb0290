"""Groups, decisions and sidecars follow behind the scoring, in a thread of their own, once a moment seems to be over."""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assist_cli.workflows.watch.arrival_marks import ArrivalMarks
from assist_cli.workflows.watch.growing_shoot import GrowingShoot
from assist_cli.workflows.watch.watch_request import Revision
from assist_cli.workflows.write_sidecars import WrittenShoot

log = logging.getLogger(__name__)

QUIET_S = 0.7
"""A choice: the pause after a photo in which the next of its burst would have come."""
LATEST_S = 10.0
"""A choice: nobody waits longer for advice, however many photos come."""
LOOK_AGAIN_S = 0.5
"""How soon it is noticed that no photo waits to be judged any more."""
REST, REST_BACKED_UP = 4, 30
"""Times as long as a round took, until the next begins: at most a fifth of the time goes into advice that the next photo changes
again, and a thirtieth while photos wait to be judged, for what comes as a dump is to keep the pace of `score` (issue "Watch mode").
Over 600 photos of half an hour a round takes 0.9 s, measured."""
AGAIN_S = (1.0, 5.0, 30.0, 60.0)
"""A choice: a catalogue that another program holds is free within seconds, and a person who frees a full disk needs minutes."""
TRYING_AGAIN = "trying again"
NEXT_WATCH = "the next watch tries again"
GIVEN_UP = "given up for these photos; assist pick advises on them"


@dataclass(frozen=True, slots=True)
class Advised:
    """What one round gave; `error`: why it did not end, and what becomes of its photos."""

    revisions: Sequence[Revision] = ()
    written: WrittenShoot | None = None
    error: Exception | None = None
    outlook: str = ""

    @property
    def sidecars(self) -> int:
        """How many sidecars were written."""
        return 0 if self.written is None else self.written.written


class AdviceThread:
    """Touch it with what is stored; `told` is called in its thread when there is something to `collect`."""

    def __init__(
        self,
        shoot: GrowingShoot,
        marks: ArrivalMarks | None,
        is_backed_up: Callable[[], bool],
        told: Callable[[], None],
    ) -> None:
        self._shoot = shoot
        self._marks = marks
        self._is_backed_up = is_backed_up
        self._told = told
        self._touched: dict[Path, None] = {}
        self._first_s = self._last_s = self._ended_s = self._took_s = 0.0
        self._advised: deque[Advised] = deque()
        self._changed = threading.Condition()
        self._again_s = 0.0
        self._failures = 0
        self._ending = False
        self._working = False
        self._thread = threading.Thread(target=self._main, name="watch-advice", daemon=True)

    def start(self) -> None:
        """Begins; returns at once."""
        self._thread.start()

    def touch(self, photos: Iterable[Path]) -> None:
        """These were stored just now."""
        with self._changed:
            now_s = time.monotonic()
            if not self._touched:
                self._first_s = now_s
            self._last_s = now_s
            self._touched.update(dict.fromkeys(photos))
            self._changed.notify()

    @property
    def is_idle(self) -> bool:
        """Whether all advice is given, and collected."""
        return not (self._touched or self._working or self._advised)

    def collect(self) -> list[Advised]:
        """What was advised since the last time."""
        return [self._advised.popleft() for _ in range(len(self._advised))]

    def end(self, within_s: float) -> list[Advised]:
        """Advises on what is left, and gives back what was not collected. Does not wait longer than that."""
        with self._changed:
            self._ending = True
            self._changed.notify()
        if self._thread.is_alive():
            self._thread.join(within_s)
        return self.collect()

    def _main(self) -> None:
        while touched := self._due():
            self._work(touched)
            if (
                self._ending and self._touched
            ):  # it failed: the folder is not dealt with, and the next watch takes it up
                return

    def _due(self) -> list[Path]:
        """Waits for the next round; nothing when all is done."""
        with self._changed:
            while not self._ending and (not self._touched or self._pause_s() > 0):
                self._changed.wait(min(self._pause_s(), LOOK_AGAIN_S) if self._touched else None)
            # First this: between the two it must not look as if all were done.
            self._working = bool(self._touched)
            touched, self._touched = list(self._touched), {}
            return touched

    def _pause_s(self) -> float:
        latest_s = self._first_s + LATEST_S
        if self._is_backed_up():
            due_s = max(latest_s, self._ended_s + REST_BACKED_UP * self._took_s)
        else:
            due_s = max(min(self._last_s + QUIET_S, latest_s), self._ended_s + REST * self._took_s)
        return max(due_s, self._again_s) - time.monotonic()

    def _work(self, touched: Sequence[Path]) -> None:
        began_s = time.monotonic()
        revisions: Sequence[Revision] = ()
        photos = dict.fromkeys(touched)
        try:
            revisions = self._shoot.revise(touched)
            photos.update(dict.fromkeys(one.path for one in revisions))
            advised = Advised(revisions, self._marks.write(photos.keys()) if self._marks else None)
            self._failures = 0
        except Exception as error:  # a thread has nobody above it: the watch tells a person, and goes on
            log.info("advising failed", exc_info=error)
            # What is revised is stored, and will not be news again.
            advised = Advised(revisions, error=error, outlook=self._try_again(photos))
        self._ended_s = time.monotonic()
        self._took_s = self._ended_s - began_s
        self._advised.append(advised)
        self._working = False
        self._told()

    def _try_again(self, photos: Mapping[Path, None]) -> str:
        """With whatever comes meanwhile, after a growing pause; where that does not help, they hold up the next photos no more."""
        with self._changed:
            if self._failures >= len(AGAIN_S) and not self._ending:
                self._failures = 0
                return GIVEN_UP
            if not self._ending:
                self._again_s = time.monotonic() + AGAIN_S[self._failures]
                self._failures += 1
            self._touched = {**photos, **self._touched}
            return NEXT_WATCH if self._ending else TRYING_AGAIN
