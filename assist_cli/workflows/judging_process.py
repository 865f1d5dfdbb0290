"""Judges photos in a process of its own, one after the other, for the program that started it; `judges_apart` is the other end."""

from __future__ import annotations

import logging
import os
import signal
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from logging.handlers import QueueHandler
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from assist_cli.hold_memory import hold_memory
from assist_cli.return_memory import return_memory
from assist_cli.workflows.judging_pool import unexpected_trouble
from index.photo.errors import UnreadablePhoto
from index.photo.memory_budget import BUDGETS
from index.photo.record import Asset

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from scoring.assessment import Assessment
    from scoring.engines.said_of import Said
    from scoring.judge import Judge, Judgement

log = logging.getLogger(__name__)

IDLE_S = 2.0
"""So long without a photo, and memory that is kept for the next one goes back; a choice: a watch may wait for days."""
OUR_OWN_END = Path("/proc/self/oom_score_adj")
FIRST_TO_GO = "500"
"""Where memory runs out, Linux ends a process that reads one photo before the one that holds the catalogue
(proc_pid_oom_score_adj(5), -1000 to 1000); a choice."""


@dataclass(frozen=True, slots=True)
class Opening:
    """How the networks are opened: weights, whether they are those of a device that whoever asks us serves, or this process's own
    on the CPU; whether a photo may have two threads; from which level on logs are told; and the environment, for the server that
    this process is copied from has that of its own start."""

    weights: str
    served: bool
    in_two: bool
    log_level: int
    environment: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Asked:
    """One photo, what is known of it by assessor, and how many others are under way in other processes."""

    asset: Asset
    known: Mapping[str, Assessment]
    others: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """Room for a photo in memory, which all processes share: of which budget, and how much. Whoever gives it answers None."""

    budget: str
    amount: int


@dataclass(frozen=True, slots=True)
class Seen:
    """A picture that a served network is asked about; whoever serves it answers what it says."""

    network: str
    picture: npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a photo, or of opening the networks (None where they are open), and what was logged meanwhile."""

    outcome: Judgement | UnreadablePhoto | Exception | None
    logged: tuple[logging.LogRecord, ...]


def serve(asker: Connection, opening: Opening) -> None:
    """Answers until whoever asks has gone. Interruptions are for them: they end us."""
    for name in ("SIGINT", "SIGHUP"):
        if number := getattr(signal, name, None):
            signal.signal(number, signal.SIG_IGN)
    with suppress(OSError):  # elsewhere than on Linux there is no such file
        OUR_OWN_END.write_text(FIRST_TO_GO)
    os.environ.clear()
    os.environ.update(opening.environment)
    hold_memory()
    logged = _Logged(opening.log_level)
    line = _Line(asker)
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):  # nobody listens any more
        _share_memory(line)
        judge = _opened(opening, line)
        asker.send(Answer(judge if isinstance(judge, Exception) else None, logged.taken()))
        while not isinstance(judge, Exception):
            if not asker.poll(IDLE_S):
                return_memory()
            asked: Asked = asker.recv()
            asker.send(Answer(_outcome(judge, asked), logged.taken()))


def _opened(opening: Opening, line: _Line) -> Judge | Exception:
    try:
        from scoring.judge import open_asking_judge, open_judge

        if opening.served:
            return open_asking_judge(line.seen, opening.weights, in_two=opening.in_two)
        return open_judge("cpu", opening.weights, in_two=opening.in_two)
    except Exception as error:  # whoever asked raises it
        log.info("opening the networks failed", exc_info=error)
        return error


def _outcome(judge: Judge, asked: Asked) -> Judgement | UnreadablePhoto | Exception:
    try:
        return judge.judge(asked.asset, asked.known, others=asked.others)
    except Exception as error:  # told by whoever asked: it ends the run, or concerns this photo only
        return error if hasattr(error, "exit_code") else unexpected_trouble(asked.asset, error)


def _share_memory(line: _Line) -> None:
    for name, budget in BUDGETS.items():
        budget.ask_elsewhere(partial(line.wanted, name))


class _Line:
    """To whoever asks: what this process wants of them for the photo that it reads. Two threads may want something at once."""

    def __init__(self, asker: Connection) -> None:
        self._asker = asker
        self._in_use = threading.Lock()

    def wanted(self, budget: str, amount: int) -> None:
        """Returns when there is room."""
        self._told(Wanted(budget, amount))

    def seen(self, network: str, picture: npt.NDArray[np.uint8]) -> Said:
        """An `AskNetwork`."""
        return self._told(Seen(network, picture))

    def _told(self, question: Wanted | Seen) -> Said:
        with self._in_use:
            self._asker.send(question)
            answer: Said = self._asker.recv()
        return answer


class _Logged(QueueHandler):
    """What is logged here, until whoever asked takes it over: they know whether and how it is told."""

    def __init__(self, level: int) -> None:
        self._records: list[logging.LogRecord] = []
        super().__init__(self._records)  # type: ignore[arg-type]  # `enqueue` alone touches it
        logging.basicConfig(level=level, handlers=[self], force=True)

    def enqueue(self, record: logging.LogRecord) -> None:
        self._records.append(record)

    def taken(self) -> tuple[logging.LogRecord, ...]:
        """The records since the last time."""
        taken = tuple(self._records)
        self._records.clear()
        return taken
