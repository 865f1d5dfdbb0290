"""`assist train crop_ranker.<tag>`: from a recipe to a weights file with its entry; a few minutes, so that nothing is resumed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt

from scoring.training.crops.export import export_ranker
from scoring.training.crops.held_out import held_out_results
from scoring.training.crops.lessons import Lesson, lesson_of
from scoring.training.crops.loop import fit_ranker
from scoring.training.crops.recipe import CropRecipe, read_crop_recipe
from scoring.training.datasets.rated_photos import DatasetError, RatedPhotos
from scoring.training.pictures import read_fitted
from scoring.training.preparation import but_the_test_side, read_set
from scoring.training.report import Report
from scoring.training.run import Trained
from scoring.training.shipped_files import rounded_to_half
from scoring.training.sources import Sources
from scoring.training.splits import known_split

Mask = npt.NDArray[np.bool_]

FEWEST = 4
"""Fewer photos on either side teach, and show, nothing."""


def train_crop_ranker(recipe: str | Path, sources: Sources, report: Report, _device: str = "auto") -> Trained:
    """Run `recipe`; always on the CPU, where it takes seconds once the photos are measured.

    Raises `RecipeError`, `DatasetError` or `CheckpointError`, each with a hint.
    """
    plan = read_crop_recipe(recipe)
    photos = but_the_test_side(read_set(plan.dataset, sources.data))
    sources.output.mkdir(parents=True, exist_ok=True)
    away = _held_out(photos, plan)
    report.line(f"measuring crops of {int((~away).sum())} photos to train on and {int(away.sum())} held out")
    lessons = dict(_lessons(photos, plan, report))
    ranker = rounded_to_half(
        fit_ranker(plan, [lessons[place] for place in np.flatnonzero(~away).tolist()], report.step)
    )
    results = held_out_results(ranker, [lessons[place] for place in np.flatnonzero(away).tolist()])
    for name, measured in results.items():
        report.line(f"held out, {name}: " + ", ".join(f"{key} {value}" for key, value in measured.items()))
    return Trained(*export_ranker(plan, ranker, sources.output, results), results)


def _held_out(photos: RatedPhotos, plan: CropRecipe) -> Mask:
    """Which photos are held out: by the split that ships for their set, else every fifth."""
    known = known_split(plan.dataset, photos)
    away = np.arange(len(photos)) % 5 == 4 if known is None else known.held_out
    if min(away.sum(), (~away).sum()) < FEWEST:
        raise DatasetError(f"{len(photos)} photos are too few to train on and to hold out", "take a larger data set")
    return np.asarray(away, np.bool_)


def _lessons(photos: RatedPhotos, plan: CropRecipe, report: Report) -> Iterator[tuple[int, Lesson]]:
    """Each photo's, by its place; every photo has a seed of its own, so that no other changes what it teaches."""
    for place, path in enumerate(photos.paths):
        report.step("measuring", place + 1, len(photos))
        rgb = read_fitted(path, plan.preprocessing)
        if rgb is None:
            raise DatasetError(f"{path.name} cannot be read", "copy the set again")
        yield place, lesson_of(rgb, plan.lessons.canvases, np.random.default_rng((plan.seed, place)))
