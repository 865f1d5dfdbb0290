"""Which photos of a set may be asked: never, unless a person insists, those that the weights were trained on."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import compress

import numpy as np

from scoring.evaluation.opinions import Bools, Ints
from scoring.evaluation.side import Side
from scoring.training.datasets.rated_photos import RatedPhotos
from scoring.training.splits import HERE, KnownSplit, known_split

TEST, TRAIN = frozenset({"test"}), frozenset({"train", "training"})
"""What the sets call the sides of their published splits."""


class SideError(Exception):
    """The set has no such side."""

    exit_code = 2

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True)
class MeasuredSide:
    """The photos to measure, as rows of the set."""

    side: Side
    measured: Bools
    """(N,)"""
    scene: Ints
    """(N,) photos of one scene share a number."""
    scenes_known: bool
    warning: str
    """Why the numbers may flatter; empty where nothing speaks against them."""


def measured_side(
    dataset: str, photos: RatedPhotos, trained_on: str | None, wanted: Side | None, *, ours: bool = True
) -> MeasuredSide:
    """The photos of `wanted`, or of the side that is fair to weights trained on the set called `trained_on`.

    `ours`: the weights are those that ship, trained on nothing but what the shipped split says.

    Raises `SideError` when there is no such side, `DatasetError` when photos of the set cannot be told apart.
    """
    known = known_split(dataset, photos)
    side = wanted or fair_side(photos, known, trained=trained_on == dataset)
    measured = rows_of(side, dataset, photos, known)
    scene = scenes_of(photos, known)
    alone = np.arange(len(photos), dtype=np.int64)
    warning = warning_about(dataset, photos, known, measured, ours=ours) if trained_on == dataset else ""
    return MeasuredSide(side, measured, alone if scene is None else scene, scene is not None, warning)


def fair_side(photos: RatedPhotos, known: KnownSplit | None, *, trained: bool) -> Side:
    """Held-out photos where the weights were `trained` on the set, else the published test side, else all."""
    if trained and known is not None:
        return Side.HELD_OUT
    return Side.TEST if TEST.intersection(photos.split) else Side.ALL


def rows_of(side: Side, dataset: str, photos: RatedPhotos, known: KnownSplit | None) -> Bools:
    """(N,) which photos are on `side`; raises `SideError` when none is."""
    if side is Side.ALL:
        return np.ones(len(photos), bool)
    if side is Side.HELD_OUT:
        rows = np.zeros(len(photos), bool) if known is None else known.held_out
    else:
        names = TEST if side is Side.TEST else TRAIN
        rows = np.array([name in names for name in photos.split] or [False] * len(photos), bool)
    if not rows.any():
        raise SideError(
            f"no photos of {dataset} here are known as {side.value}", "leave --split out, or say --split all"
        )
    return np.asarray(rows)


def scenes_of(photos: RatedPhotos, known: KnownSplit | None) -> Ints | None:
    """(N,) numbers: the split's, or those of the photo that damages were made of (TID2013); None where nobody says."""
    if known is not None:
        return known.scene
    origins = [next((tag for tag in tags if tag.startswith("photo ")), "") for tags in photos.tags]
    if not origins or not all(origins):
        return None
    return np.unique(origins, return_inverse=True)[1].astype(np.int64)


def warning_about(dataset: str, photos: RatedPhotos, known: KnownSplit | None, measured: Bools, *, ours: bool) -> str:
    """What to say of weights that were trained on a part of the set."""
    if known is not None:
        seen = int(np.count_nonzero(measured & ~known.held_out))
        told = f"{seen} of the {np.count_nonzero(measured)} photos measured were trained on: the numbers flatter"
        return told if seen else ""
    another_part = ours and (HERE / f"{dataset}.csv").is_file()
    test_only = bool(photos.split) and all(name in TEST for name in compress(photos.split, measured))
    if another_part or test_only:
        return ""
    return f"these weights were trained on photos of {dataset}, perhaps on these: the numbers may flatter"
