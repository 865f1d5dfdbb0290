"""Measures weights on a data set: looks at each photo as `score` does, and compares with what people said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import cv2
import numpy as np
from threadpoolctl import threadpool_limits

from assist_cli.workflows.bounded_map import bounded_map
from assist_cli.workflows.evaluation_plan import EvaluationPlan
from assist_cli.workflows.look_at_photo import Look, look_at
from assist_cli.workflows.progress import Progress
from assist_cli.workflows.worker_counts import default_workers
from index.photo.errors import UnreadablePhoto
from scoring.engines.rating_engine import RatingEngine, open_rating_engine
from scoring.evaluation.baselines import FEWEST_TO_FIT, Looks, OtherSide
from scoring.evaluation.evaluation import Evaluation, evaluate
from scoring.evaluation.opinions import opinions_of
from scoring.training.datasets.rated_photos import MOST_LEFT_OUT


@dataclass(frozen=True)
class Evaluated:
    """What was measured with which weights, and the photos that could not be."""

    plan: EvaluationPlan
    weights: str
    """`name@digest`"""
    device: str
    evaluation: Evaluation
    other: OtherSide | None
    """The photos that are not measured, on which baselines were fitted; None: they were too few."""
    unreadable: tuple[UnreadablePhoto, ...]
    """The missing ones among them."""


@dataclass
class Watch:
    """Looks at photos on threads, counts them and keeps those that could not be read."""

    progress: Progress
    report: Callable[[Progress], None]
    unreadable: list[UnreadablePhoto] = field(default_factory=list)

    def look(self, paths: Sequence[Path], engine: RatingEngine | None, most_unreadable: float) -> list[Look | None]:
        """A look at each of `paths`, None for the unreadable; gives up, the rest unseen, after `most_unreadable` of those."""
        looks: list[Look | None] = []
        bad = 0
        with closing(bounded_map(partial(look_at, engine=engine), paths, default_workers())) as seen:
            for look in seen:
                looks.append(self._noted(look))
                bad += looks[-1] is None
                if bad > most_unreadable:
                    break
        return looks

    def _noted(self, look: Look | UnreadablePhoto) -> Look | None:
        if isinstance(look, UnreadablePhoto):
            self.unreadable.append(look)
            self.progress.failed += 1
        else:
            self.progress.scored += 1
        self.report(self.progress)
        return None if isinstance(look, UnreadablePhoto) else look


def evaluate_weights(plan: EvaluationPlan, device: str, watch: Watch) -> Evaluated:
    """Look at the photos of `plan` and measure; raises `DatasetError` when too many cannot be read, `DeviceError`."""
    # Photos run beside each other on the threads; the libraries' own would fight them for the same cores.
    cv2.setNumThreads(1)
    with threadpool_limits(1, user_api="blas"):
        engine = open_rating_engine(device, plan.request.weights)
        watch.progress.total = len(plan.rows) + len(plan.rows_to_fit)
        watch.unreadable += plan.missing
        chosen = plan.photos.taken(plan.side.measured)
        looks = watch.look(chosen.paths, engine, MOST_LEFT_OUT * len(chosen))
        # Where it gave up the rest counts as readable: the refusal tells how many were met.
        readable = np.array([look is not None for look in looks] + [True] * (len(chosen) - len(looks)), bool)
        measured = chosen.only(readable)
        other = look_at_others(plan, watch)
    seen = [look for look in looks if look is not None]
    evaluation = evaluate(
        opinions_of(measured, plan.side.scene[plan.rows][readable]),
        measured.subset,
        np.stack([look.rating_dist for look in seen if look.rating_dist is not None]),
        looks_of(seen),
        other,
    )
    return Evaluated(plan, engine.weights, engine.device, evaluation, other, tuple(watch.unreadable))


def look_at_others(plan: EvaluationPlan, watch: Watch) -> OtherSide | None:
    """The photos that are not measured, some of them looked at; None where too few can be read."""
    rows = plan.rows_to_fit
    looks = watch.look([plan.photos.paths[row] for row in rows], None, len(rows))
    known = np.array([look is not None for look in looks], bool)
    if np.count_nonzero(known) < FEWEST_TO_FIT:
        return None
    others = np.flatnonzero(~plan.side.measured)
    return OtherSide(
        mean=plan.photos.mos[others],
        subset=tuple(plan.photos.subset[row] for row in others),
        looked_at=np.searchsorted(others, rows[known]),
        looks=looks_of([look for look in looks if look is not None]),
    )


def looks_of(looks: Sequence[Look]) -> Looks:
    """What the baselines are told of N photos."""
    return Looks(np.array([float(look.file_bytes) for look in looks]), np.array([look.sharpness for look in looks]))
