"""Photos judged on threads, a bounded number at a time, so that memory stays flat however many there are.

They judge here, where decoding, filtering and the networks let go of the interpreter lock, or hand photos to other processes
(`judges_apart`).
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from index.catalog.stored import FileStamp
from index.photo.errors import FailureKind, UnreadablePhoto
from index.photo.record import Asset

if TYPE_CHECKING:
    from scoring.assessment import Assessment
    from scoring.judge import Judgement

log = logging.getLogger(__name__)

JudgeOne = Callable[[Asset, "Mapping[str, Assessment]"], "Judgement | UnreadablePhoto"]
"""Judges one photo; what is known of it by assessor is taken over."""

IN_FLIGHT_PER_WORKER = 2
"""One photo being judged and one waiting, so that no thread idles while the main thread stores."""


@dataclass(frozen=True, slots=True)
class Task:
    """One photo to judge: its place in the order of the run, its files, how they looked before reading, and what is known."""

    turn: int
    asset: Asset
    stamps: tuple[FileStamp, ...]
    known: Mapping[str, Assessment] = field(default_factory=dict)


class JudgingPool:
    """Hands photos to `workers` threads and gives back what they say, in the order they finish."""

    def __init__(self, judge: JudgeOne, workers: int, ended: Callable[[], None] | None = None) -> None:
        """`ended` is told, in a thread of the pool, that one more has finished."""
        self._judge = judge
        self._ended = ended
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="judge")
        self._limit = workers * IN_FLIGHT_PER_WORKER
        self._running: dict[Future[Judgement | UnreadablePhoto], Task] = {}

    @property
    def full(self) -> bool:
        """Whether as many photos are in flight as may be."""
        return len(self._running) >= self._limit

    @property
    def busy(self) -> bool:
        """Whether any photo is in flight."""
        return bool(self._running)

    def submit(self, task: Task) -> None:
        """Queue one photo."""
        future = self._threads.submit(self._judge, task.asset, task.known)
        self._running[future] = task
        future.add_done_callback(self._tell_end)

    def finished(self, wait_s: float | None) -> Iterator[tuple[Task, Judgement | UnreadablePhoto]]:
        """What has finished, waiting at most `wait_s` (`None`: as long as it takes) for the first; raises what ends the run."""
        done, _ = wait(self._running, timeout=wait_s, return_when=FIRST_COMPLETED)
        for future in done:
            task = self._running.pop(future)
            yield task, _outcome(future, task)

    def close(self) -> None:
        """Start nothing more. Photos that are being read are dropped; nobody waits for them."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        self._running = {future: task for future, task in self._running.items() if not future.cancelled()}

    def _tell_end(self, _future: Future[Judgement | UnreadablePhoto]) -> None:
        if self._ended is not None:
            self._ended()


def _outcome(future: Future[Judgement | UnreadablePhoto], task: Task) -> Judgement | UnreadablePhoto:
    error = future.exception()
    if error is None:
        return future.result()
    if not isinstance(error, Exception) or hasattr(error, "exit_code"):
        raise error
    return unexpected_trouble(task.asset, error)


def unexpected_trouble(asset: Asset, error: Exception) -> UnreadablePhoto:
    """A bug that one photo brings to light must not cost the other ten thousand: it is listed, not hidden."""
    log.info("judging %s failed", asset.path, exc_info=error)
    return UnreadablePhoto(asset.path, FailureKind.UNEXPECTED, f"{type(error).__name__}: {error}")
