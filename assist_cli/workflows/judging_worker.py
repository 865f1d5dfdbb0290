"""One process that judges photos, or the one that took its place; this is the end of the line that asks."""

from __future__ import annotations

import logging
import multiprocessing
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import forkserver, resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from typing import TYPE_CHECKING

from assist_cli.failures import AssistError
from assist_cli.workflows.judging_process import Answer, Asked, Opening, Seen, Wanted, serve
from index.photo.errors import FailureKind, UnreadablePhoto
from index.photo.memory_budget import BUDGETS, reserve
from index.photo.record import Asset

if TYPE_CHECKING:
    from scoring.engines.said_of import Said
    from scoring.engines.served_networks import AskNetwork
    from scoring.judge import Judgement

log = logging.getLogger(__name__)

SERVER = "assist_cli.workflows.judging_server"
"""What the server imports from which processes are copied, where the system can copy them."""
END_S = 5.0
"""How long a process that was told to go, or that has gone, may take to be no more; the system takes milliseconds."""
MOST_FAILED_STARTS = 3
"""A choice: memory that is short for a moment costs a photo or two, which are tried again next time; more, and the run ends."""

_starting = threading.Lock()
"""Held where multiprocessing starts a process or asks how one ended: it keeps an unguarded list of them."""


class JudgingEndedError(AssistError):
    """No process can be had that judges photos."""


class JudgingWorker:
    """One thread may ask, and any may `end` it meanwhile."""

    def __init__(self, opening: Opening, ask: AskNetwork | None) -> None:
        """`ask`: the networks that are served, where `opening` says so."""
        self._opening = opening
        self._ask = ask
        self._process: BaseProcess | None = None
        self._line: Connection
        self._is_ready = self._is_over = False
        self._changing = threading.Lock()
        self._failed_starts = 0

    def start(self) -> None:
        """Returns before the networks are open; does nothing after the end. Raises `JudgingEndedError`."""
        context = _context()
        with self._changing:
            if self._is_over:
                return
            line, theirs = context.Pipe()
            process = context.Process(  # type: ignore[attr-defined]  # every context has one
                target=serve, args=(theirs, self._opening), name="judge", daemon=True
            )
            try:
                with _starting:
                    _started(process)
                    self._process, self._line, self._is_ready = process, line, False
            except (OSError, EOFError) as error:  # no memory, no room for processes, or their server has gone
                raise JudgingEndedError(f"no program could be started that judges photos: {error}") from error
            finally:
                theirs.close()

    def make_ready(self) -> Answer:
        """Waits until the networks are open; returns what was logged meanwhile. Raises why they cannot be opened."""
        try:
            answer: Answer = self._line.recv()
        except (EOFError, OSError) as error:
            words = "the program that judges photos ended before its first photo"
            raise JudgingEndedError(f"{words}: {self._cause_of_end()}", "is there memory left?") from error
        if isinstance(answer.outcome, Exception):
            tell(answer)
            raise answer.outcome
        self._is_ready, self._failed_starts = True, 0
        return answer

    def judge(self, asked: Asked) -> Judgement | UnreadablePhoto:
        """What the process says, or why it no longer can. Raises what ends the run."""
        try:
            self._bring_up()
        except JudgingEndedError as error:
            self._failed_starts += 1
            if self._failed_starts == MOST_FAILED_STARTS:
                raise
            return _crashed(asked.asset, str(error))
        try:
            answer = self._answer(asked)
        except (EOFError, OSError):
            return _crashed(asked.asset, f"reading it ended the program that read it: {self._cause_of_end()}")
        tell(answer)
        if isinstance(answer.outcome, Exception):
            raise answer.outcome
        assert answer.outcome is not None, "only opening the networks has no outcome"
        return answer.outcome

    def end(self) -> None:
        """Ends the process, and starts no other."""
        with self._changing:
            self._is_over = True
            self._kill()  # whoever asks meanwhile hears of it, and closes the line

    def _kill(self) -> None:
        if self._process is not None and self._is_alive():
            self._process.kill()
            self._exit_code()

    def _bring_up(self) -> None:
        # One that ended while it had nothing to read is no photo's fault.
        if not self._is_alive():
            self.start()
        if self._process is None or self._is_over:
            raise JudgingEndedError("the run has ended")
        if not self._is_ready:
            self.make_ready()

    def _answer(self, asked: Asked) -> Answer:
        try:
            self._line.send(asked)
            while not isinstance(said := self._line.recv(), Answer):
                self._line.send(self._given(said))
        except (EOFError, OSError):
            raise
        except BaseException:
            self._kill()  # it waits, and would take the next photo for what it waits for
            self._line.close()
            raise
        return said

    def _given(self, question: Wanted | Seen) -> Said:
        if isinstance(question, Seen):
            return self._said_of(question)
        reserve(BUDGETS[question.budget], question.amount)
        return None

    def _said_of(self, seen: Seen) -> Said:
        assert self._ask is not None, "only what is served is asked for"
        try:
            return self._ask(seen.network, seen.picture)
        except Exception as error:
            # All whose pictures were in one batch hear of it, and none is to blame: their own CPUs are asked.
            log.info("asking the served network of %s failed", seen.network, exc_info=error)
            return None

    def _is_alive(self) -> bool:
        with _starting:
            return self._process is not None and self._process.is_alive()

    def _cause_of_end(self) -> str:
        exit_code = self._exit_code()
        self._line.close()
        return _cause(exit_code)

    def _exit_code(self) -> int | None:
        """Waits for the end; a process that hangs without a line to us is ended."""
        process = self._process
        assert process is not None, "it was started"
        if not wait([process.sentinel], END_S):
            process.kill()
            wait([process.sentinel], END_S)
        with _starting:
            process.join(0)
            return process.exitcode


def tell(answer: Answer) -> None:
    """What was logged there, as if it were logged here."""
    for record in answer.logged:
        logging.getLogger(record.name).handle(record)


def _crashed(asset: Asset, words: str) -> UnreadablePhoto:
    log.info("%s: %s", asset.path, words)
    return UnreadablePhoto(asset.path, FailureKind.CRASHED, words)


def _context() -> BaseContext:
    """A server from which processes are copied: a copy of this one would have its threads' locks. Elsewhere than on Linux each is
    started anew, for macOS lets libraries break in copies (python.org/issue33725) and Windows makes none.
    """
    if sys.platform != "linux":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([SERVER])
    return context


def _started(process: BaseProcess) -> None:
    if sys.platform == "linux":
        resource_tracker.ensure_running()  # the server's start begins with it, which would let interruptions through again
        with _interruptions_are_for_us():
            forkserver.ensure_running()
        process.start()  # waits until the server has imported everything, which may be interrupted
    else:
        with _interruptions_are_for_us():
            process.start()


@contextmanager
def _interruptions_are_for_us() -> Iterator[None]:
    """What is started inside never hears of Ctrl-C, not even while Python itself starts there; ours arrives at the end."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _cause(exit_code: int | None) -> str:
    """How a process ended, for a person."""
    if exit_code is None or exit_code >= 0:
        return f"it left with exit code {exit_code}"
    try:
        name = signal.Signals(-exit_code).name
    except ValueError:  # a signal of the system that Python has no name for
        name = f"signal {-exit_code}"
    return f"{name}, as where memory runs out" if name == "SIGKILL" else name
