"""`assist train exposure_map.<tag>`: from a recipe to a weights file with its entry, interrupted or not."""

from __future__ import annotations

import hashlib
from pathlib import Path

import torch

from scoring.models.exposure_map import ExposureMap
from scoring.training.device import training_device
from scoring.training.exposure.album import Sides, both_sides
from scoring.training.exposure.export import export_exposure_map
from scoring.training.exposure.held_out import held_out_results
from scoring.training.exposure.loop import ExposureTraining
from scoring.training.exposure.recipe import ExposureRecipe, read_exposure_recipe
from scoring.training.preparation import but_the_test_side, read_set
from scoring.training.recipe import RecipeError
from scoring.training.report import Report
from scoring.training.run import Trained
from scoring.training.shipped_files import as_shipped
from scoring.training.sources import Sources


def train_exposure_map(recipe: str | Path, sources: Sources, report: Report, device: str = "auto") -> Trained:
    """Run `recipe` on `device` (`auto`, `cpu`, `cuda`); an interrupted run goes on after its last checkpoint.

    It starts from random parameters and has no teachers: a backbone or a teacher is refused. Raises `RecipeError`,
    `DatasetError`, `DeviceError`, `CheckpointError` or `DivergedError`, each with a hint.
    """
    plan = read_exposure_recipe(recipe)
    if sources.backbone is not None or sources.teachers:
        raise RecipeError(
            f"{plan.name} is an exposure map, which starts from random parameters and has no teachers",
            "leave out --backbone and --teacher",
        )
    photos = but_the_test_side(read_set(plan.dataset, sources.data))
    where = training_device(device)
    sources.output.mkdir(parents=True, exist_ok=True)
    report.line(f"reading {len(photos)} pictures, to train on {where}")
    sides = both_sides(photos, plan, report)
    torch.manual_seed(plan.seed)
    network = ExposureMap().to(where)
    unfinished = sources.output / f"unfinished-{_digest(plan, sides, where)}"
    unfinished.mkdir(exist_ok=True)
    training = ExposureTraining(plan, network, unfinished / "checkpoint.pt", where)
    training.step = report.step

    def after_checkpoint(step: int, losses: dict[str, float]) -> None:
        report.line(f"step {step} of {plan.schedule.steps}: " + ", ".join(f"{n} {v:.3f}" for n, v in losses.items()))

    shipped = as_shipped(training.run(sides.album, after_checkpoint)).to("cpu").float()
    results = held_out_results(shipped, sides.album.pictures, sides.held_out, plan.preprocessing, plan.seed)
    for name, measured in results.items():
        report.line(f"held out, {name}: " + ", ".join(f"{key} {value}" for key, value in measured.items()))
    return Trained(*export_exposure_map(plan, shipped, sources.output, results), results)


def _digest(plan: ExposureRecipe, sides: Sides, device: str) -> str:
    """Names what a run may be taken up from: no other recipe, photos or device go on with it."""
    return hashlib.sha256(f"{plan}{device}{sides.names}{sides.digest}".encode()).hexdigest()[:12]
