"""`assist train tilt_reader.<tag>`: from a recipe to a weights file with its entry; a few minutes, so that nothing is resumed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt

from scoring.training.datasets.rated_photos import DatasetError, RatedPhotos
from scoring.training.pictures import read_fitted
from scoring.training.preparation import but_the_test_side, read_set
from scoring.training.report import Report
from scoring.training.run import Trained
from scoring.training.shipped_files import rounded_to_half
from scoring.training.sources import Sources
from scoring.training.tilts.export import export_reader
from scoring.training.tilts.halves import is_reported
from scoring.training.tilts.held_out import held_out_results
from scoring.training.tilts.loop import fit_lean_reader
from scoring.training.tilts.recipe import TiltRecipe, read_tilt_recipe
from scoring.training.tilts.turned import TurnedPhoto, turned_photo

Mask = npt.NDArray[np.bool_]

FEWEST = 4
"""Fewer photos on either side teach, and show, nothing."""


def train_tilt_reader(recipe: str | Path, sources: Sources, report: Report, _device: str = "auto") -> Trained:
    """Run `recipe`; always on the CPU, where finding the lines takes most of the time.

    Raises `RecipeError`, `DatasetError` or `CheckpointError`, each with a hint.
    """
    plan = read_tilt_recipe(recipe)
    photos = but_the_test_side(read_set(plan.dataset, sources.data))
    sources.output.mkdir(parents=True, exist_ok=True)
    away = _held_out(photos)
    report.line(f"finding lines in {int((~away).sum())} photos to train on and {int(away.sum())} held out")
    turned = dict(_turned(photos, plan, report))
    reader = rounded_to_half(
        fit_lean_reader(plan, [turned[place] for place in np.flatnonzero(~away).tolist()], report.step)
    )
    results = held_out_results(reader, [turned[place] for place in np.flatnonzero(away).tolist()])
    for name, measured in results.items():
        report.line(f"held out, {name}: " + ", ".join(f"{key} {value}" for key, value in measured.items()))
    return Trained(*export_reader(plan, reader, sources.output, results), results)


def _held_out(photos: RatedPhotos) -> Mask:
    """Which photos are held out: the half that the finding of tilts is measured on."""
    away = np.array([is_reported(path.name) for path in photos.paths], np.bool_)
    if min(away.sum(), (~away).sum()) < FEWEST:
        raise DatasetError(f"{len(photos)} photos are too few to train on and to hold out", "take a larger data set")
    return away


def _turned(photos: RatedPhotos, plan: TiltRecipe, report: Report) -> Iterator[tuple[int, TurnedPhoto]]:
    """Each photo's copies, by its place; every photo has a seed of its own, so that no other changes what it teaches."""
    for place, path in enumerate(photos.paths):
        report.step("finding lines", place + 1, len(photos))
        rgb = read_fitted(path, plan.preprocessing)
        if rgb is None:
            raise DatasetError(f"{path.name} cannot be read", "copy the set again")
        yield place, turned_photo(rgb, plan.lessons.copies, np.random.default_rng((plan.seed, place)))
