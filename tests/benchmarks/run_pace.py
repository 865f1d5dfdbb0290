"""How fast whole runs are, and what they cost the program that keeps what is said."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from time import perf_counter, process_time
from typing import NamedTuple

from assist_cli.workflows.judging_pool import JudgeOne
from assist_cli.workflows.photo_outcome import ScoredPhoto
from assist_cli.workflows.progress import Progress
from assist_cli.workflows.score_photos import ScoreRequest, score_photos


class Pace(NamedTuple):
    """Of a whole run into a new catalogue."""

    photos_a_second: float
    own_ms: float
    """Processor time a photo of the program itself, without the processes that judge for it."""


def pace_of(folder: Path, workers: int, judge: JudgeOne) -> Pace:
    """With a judge that is open."""
    with tempfile.TemporaryDirectory() as scratch:
        request = ScoreRequest(
            [folder], Path(scratch) / "c.db", "cpu", workers=workers, open_judge=lambda _device, _weights: judge
        )
        start, spent = perf_counter(), process_time()
        with closing(score_photos(request, Progress(), lambda _: None)) as outcomes:
            scored = sum(isinstance(outcome, ScoredPhoto) for outcome in outcomes)
        return Pace(scored / (perf_counter() - start), 1000 * (process_time() - spent) / scored)


def paces(folder: Path, workers: int, rounds: int, judges: Mapping[str, JudgeOne]) -> dict[str, Pace]:
    """By who judges: the medians of `rounds`, which take turns after one to warm up."""
    runs = [[pace_of(folder, workers, judge) for judge in judges.values()] for _ in range(rounds + 1)][1:]
    medians = (Pace(*map(statistics.median, zip(*each, strict=True))) for each in zip(*runs, strict=True))
    return dict(zip(judges, medians, strict=True))
