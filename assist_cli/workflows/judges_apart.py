"""Photos judged in processes of their own: none waits for another's interpreter lock, and none ends another's."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Mapping
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from queue import LifoQueue
from typing import TYPE_CHECKING

from assist_cli.failures import AssistError
from assist_cli.workflows.judging_process import Answer, Asked, Opening, Wanted, serve
from index.photo.errors import FailureKind, UnreadablePhoto
from index.photo.memory_budget import BUDGETS, one_photo, reserve
from index.photo.record import Asset

if TYPE_CHECKING:
    from scoring.assessment import Assessment
    from scoring.judge import Judgement

log = logging.getLogger(__name__)

SERVER = "assist_cli.workflows.judging_server"
"""What the server imports from which processes are copied, where the system can copy them."""

END_S = 5.0
"""How long a process that was told to go, or that has gone, may take to be no more; the system takes milliseconds."""

_starting = threading.Lock()
"""Held while a process is started: multiprocessing keeps an unguarded list of them."""


class JudgingEndedError(AssistError):
    """No process can be had that judges photos."""


class JudgesApart:
    """As many processes as `workers`; `judge` may be called from as many threads at once."""

    def __init__(self, device: str, weights: str, workers: int) -> None:
        """Starts them, and waits until the first has opened its networks. Raises what that raises, and `JudgingEndedError`."""
        level = logging.getLogger().getEffectiveLevel()
        opening = Opening(device, weights, workers > 1, level, dict(os.environ))
        self._workers = [_Worker(opening) for _ in range(workers)]
        self._idle: LifoQueue[_Worker] = LifoQueue()
        for worker in reversed(self._workers):
            worker.start()
            self._idle.put(worker)
        try:
            _tell(self._workers[0].make_ready())  # the others would say the same again
        except BaseException:
            self.close()
            raise

    def judge(self, asset: Asset, known: Mapping[str, Assessment]) -> Judgement | UnreadablePhoto:
        """As `Judge.judge`; a photo whose process ends is one that cannot be read. Raises what ends the run."""
        worker = self._idle.get()
        try:
            others = len(self._workers) - self._idle.qsize() - 1
            with one_photo():
                return worker.judge(Asked(asset, known, others))
        finally:
            self._idle.put(worker)

    def close(self) -> None:
        """Ends the processes at once, with whatever they are reading."""
        for worker in self._workers:
            worker.end()


class _Worker:
    """One process, or the one that took its place."""

    def __init__(self, opening: Opening) -> None:
        self._opening = opening
        self._is_ready = self._is_over = False
        self._process: BaseProcess
        self._line: Connection

    def start(self) -> None:
        """Returns before the networks are open."""
        context = _context()
        self._line, theirs = context.Pipe()
        with _starting:
            self._process = context.Process(  # type: ignore[attr-defined]  # every context has one
                target=serve, args=(theirs, self._opening), name="judge", daemon=True
            )
            self._process.start()
        theirs.close()
        self._is_ready = False

    def make_ready(self) -> Answer:
        """Waits until the networks are open; returns what was logged meanwhile."""
        try:
            answer: Answer = self._line.recv()
        except (EOFError, OSError) as error:
            words = "the program that judges photos ended before its first photo"
            raise JudgingEndedError(f"{words}: {_cause(self._wait())}", "is there memory left?") from error
        if isinstance(answer.outcome, Exception):
            _tell(answer)
            raise answer.outcome
        self._is_ready = True
        return answer

    def judge(self, asked: Asked) -> Judgement | UnreadablePhoto:
        """What the process says, or why it no longer can."""
        if not self._process.is_alive():  # ended while it had nothing to read: no photo's fault
            self._wait()
            self.start()
        if not self._is_ready:
            self.make_ready()
        try:
            answer = self._answer(asked)
        except (EOFError, OSError):
            return self._replaced(asked.asset)
        _tell(answer)
        if isinstance(answer.outcome, Exception):
            raise answer.outcome
        assert answer.outcome is not None, "only opening the networks has no outcome"
        return answer.outcome

    def end(self) -> None:
        """Ends the process, and starts no other."""
        self._is_over = True
        self._process.kill()
        self._wait()

    def _answer(self, asked: Asked) -> Answer:
        self._line.send(asked)
        while isinstance(said := self._line.recv(), Wanted):
            reserve(BUDGETS[said.budget], said.amount)
            self._line.send(None)
        answer: Answer = said
        return answer

    def _replaced(self, asset: Asset) -> UnreadablePhoto:
        words = f"reading it ended the program that read it: {_cause(self._wait())}"
        if not self._is_over:
            log.info("%s: %s", asset.path, words)
            self.start()
        return UnreadablePhoto(asset.path, FailureKind.CRASHED, words)

    def _wait(self) -> int | None:
        self._process.join(END_S)
        self._line.close()
        return self._process.exitcode


def _context() -> BaseContext:
    """A server from which processes are copied: a copy of this one would have its threads' locks. Elsewhere than on Linux each is
    started anew, for macOS lets libraries break in copies (python.org/issue33725) and Windows makes none.
    """
    if sys.platform != "linux":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([SERVER])
    return context


def _tell(answer: Answer) -> None:
    for record in answer.logged:
        logging.getLogger(record.name).handle(record)


def _cause(exit_code: int | None) -> str:
    """How a process ended, for a person."""
    if exit_code is None or exit_code >= 0:
        return f"it left with exit code {exit_code}"
    try:
        name = signal.Signals(-exit_code).name
    except ValueError:  # a signal of the system that Python has no name for
        name = f"signal {-exit_code}"
    return f"{name}, as where memory runs out" if name == "SIGKILL" else name
