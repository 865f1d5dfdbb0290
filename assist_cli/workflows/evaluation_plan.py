"""What an evaluation will look at: the photos of a data set that are measured, and some that baselines are fitted on."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from assist_cli.failures import BadRequestError
from index.photo.errors import FailureKind, UnreadablePhoto
from scoring.evaluation.baselines import FEWEST_TO_FIT
from scoring.evaluation.measured_side import MeasuredSide, measured_side
from scoring.evaluation.opinions import Ints
from scoring.evaluation.side import Side
from scoring.training.datasets import READERS
from scoring.training.datasets.rated_photos import RatedPhotos
from weights.entry import WeightsEntry
from weights.registry import bundled_entries, find_entry

MOST_TO_FIT = 1000
"""Photos opened only to fit a line through: of a signal with a plcc of .3 its slope is then known to a tenth."""


@dataclass(frozen=True, slots=True)
class EvaluationRequest:
    """What is to be measured."""

    dataset: str
    folder: Path
    weights: str
    side: Side | None
    """None: the side that is fair to the weights."""


@dataclass(frozen=True)
class EvaluationPlan:
    """A data set and which of its photos are measured; nothing is opened yet."""

    request: EvaluationRequest
    photos: RatedPhotos
    side: MeasuredSide

    @property
    def missing(self) -> list[UnreadablePhoto]:
        """Pictures of the set that are not there."""
        return [UnreadablePhoto(path, FailureKind.MISSING, "not there") for path in self.photos.left_out]

    @property
    def rows(self) -> Ints:
        """The rows to measure."""
        return np.flatnonzero(self.side.measured)

    @property
    def rows_to_fit(self) -> Ints:
        """Some of the other rows, always the same; none where they are too few."""
        others = np.flatnonzero(~self.side.measured)
        if len(others) < FEWEST_TO_FIT:
            return others[:0]
        if len(others) <= MOST_TO_FIT:
            return others
        return np.sort(np.random.default_rng(0).choice(others, MOST_TO_FIT, replace=False))


def plan_evaluation(request: EvaluationRequest) -> EvaluationPlan:
    """Read the labels and choose the photos; raises `BadRequestError`, `DatasetError`, `SideError` or `WeightsError`."""
    if request.dataset not in READERS:
        near = difflib.get_close_matches(request.dataset, READERS, n=1)
        suggestion = f"did you mean {near[0]}? " if near else ""
        raise BadRequestError(
            f"no data set is called {request.dataset!r}", f"{suggestion}there are: {', '.join(READERS)}"
        )
    if not request.folder.is_dir():
        raise BadRequestError(f"there is no folder {request.folder}", "name the data set's folder")
    entry = find_entry(request.weights)
    photos = READERS[request.dataset](request.folder)
    ours = entry.name in bundled_entries()
    side = measured_side(request.dataset, photos, trained_on_by(entry), request.side, ours=ours)
    return EvaluationPlan(request, photos, side)


def trained_on_by(entry: WeightsEntry) -> str | None:
    """The set that weights were trained on: as their entry says, else as their name does, `<arch>.<set>_<whose>`."""
    told = entry.facts.get("dataset")
    named = entry.name.rpartition(".")[2]
    return told or next((name for name in READERS if named == name or named.startswith(f"{name}_")), None)
