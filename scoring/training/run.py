"""`assist train`: from a recipe to a weights file with its entry; on one CPU the same numbers every time, interrupted or not.

A GPU adds in an order of its own, so there they agree to rounding only.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import cast

import numpy as np
import torch

from scoring.models.multi_level import MultiLevel
from scoring.models.rating_network import RatingNetwork
from scoring.opinion_shape import LEARNED
from scoring.training.batches import Batches, Ints, in_batches
from scoring.training.datasets.opinions import WITHOUT_VOTES
from scoring.training.datasets.rated_photos import RatedPhotos
from scoring.training.device import training_device
from scoring.training.entry_toml import Learned
from scoring.training.export import export_weights
from scoring.training.frozen_features import frozen_features
from scoring.training.held_out import HeldOut, Results, hold_out
from scoring.training.loop import FineTuning
from scoring.training.loss_balance import LossBalance
from scoring.training.objective import objective_of
from scoring.training.pictures import open_pictures
from scoring.training.preparation import (
    but_the_test_side,
    left_out_in_words,
    read_photos,
    run_digest,
    untrained_network,
)
from scoring.training.rating_prior import BUCKETS
from scoring.training.recipe import read_recipe
from scoring.training.recipe_tables import Recipe
from scoring.training.report import Report
from scoring.training.ridge_start import start_from_ridge
from scoring.training.shipped_files import as_shipped
from scoring.training.sources import Sources
from scoring.training.teachers import School, taught, teachers_files


@dataclass(frozen=True)
class Trained:
    """What a run made."""

    onnx: Path
    safetensors: Path
    entry: Path
    results: Results


@dataclass(frozen=True)
class Course:
    """One network, what it learns from, and what it is asked."""

    plan: Recipe
    network: RatingNetwork
    batches: Batches
    """All photos of the set, as they are trained on."""
    kept: Ints
    """Which are trained on."""
    held_out: HeldOut
    unfinished: Path
    """A folder for what is needed to take an interrupted run up again."""
    report: Report


def train(recipe: str | Path, sources: Sources, report: Report, device: str = "auto") -> Trained:
    """Run `recipe` on `device` (`auto`, `cpu`, `cuda`); an interrupted run goes on after its last whole epoch.

    Raises `RecipeError`, `DatasetError`, `DeviceError`, `CheckpointError` or `DivergedError`, each with a hint.
    """
    plan = read_recipe(recipe)
    published = read_photos(plan, sources.data)
    photos = but_the_test_side(published)
    files = teachers_files(plan, sources.teachers, sources.backbone)
    where = training_device(device)
    network = untrained_network(plan, sources.backbone).to(where).to(memory_format=torch.channels_last)
    sources.output.mkdir(parents=True, exist_ok=True)
    report.line(f"reading {len(photos)} pictures, to train on {where}")
    if len(photos) < len(published):
        report.line(f"{len(published) - len(photos)} more are the published test side, which training never sees")
    photos, pictures = open_pictures(photos, plan.training_preprocessing, report)
    learned_from = [sources.backbone, *(files[teacher.backbone] for teacher in plan.teachers)]
    unfinished = sources.output / f"unfinished-{run_digest(plan, photos, learned_from, where)}"
    unfinished.mkdir(exist_ok=True)
    report.line(f"targets: {photos.how}")
    if photos.left_out:
        report.line(left_out_in_words(photos.left_out))
    batches = Batches(pictures, torch.from_numpy(photos.distribution).float().to(where), where)
    kept, held_out = hold_out(plan, photos, batches, network, report)
    scenes = len(np.unique(held_out.scenes))
    report.line(f"{len(kept)} photos to train on, {len(held_out.rows)} held out, in {scenes} scenes")
    if plan.teachers:
        school = School(
            photos.taken(np.isin(np.arange(len(photos)), kept)), held_out.scenes[kept], where, unfinished, report
        )
        batches.targets[torch.from_numpy(kept)] = torch.from_numpy(taught(plan, school, files)).float().to(where)
        report.line(f"{plan.teaching.share:.0%} of each target is what {len(plan.teachers)} teachers expect")
    course = Course(plan, network, batches, kept, held_out, unfinished, report)
    start = begin(course)
    trained = fine_tune(course)
    shipped = as_shipped(trained)
    predictions = held_out.predictions(shipped)
    results = held_out.agreement(predictions)
    report.line(f"held out: {in_words(results)}")
    percentiles = [round(float(v), 4) for v in np.percentile(predictions @ BUCKETS, np.arange(101))]
    learned = Learned(spread_in_words(photos), held_out.how, results, start, percentiles)
    made = export_weights(plan, shipped.to("cpu").float(), sources.output, learned)
    return Trained(*made, results)


def begin(course: Course) -> Results:
    """Set the head as the recipe says; what that alone is worth on the photos held out, empty for a random head."""
    start = course.plan.start
    if start.head == "random":
        return {}
    cache = course.unfinished / "features.npy"
    features = frozen_features(course.network, course.batches, course.kept, cache, course.report)
    targets = course.batches.targets[torch.from_numpy(course.kept)]
    means = targets @ torch.from_numpy(BUCKETS).float().to(targets.device)
    start_from_ridge(cast("MultiLevel", course.network), features, means, start.ridge_penalty)
    results = course.held_out.agreement(course.held_out.predictions(course.network))
    course.report.line(f"ridge on frozen features: {in_words(results)}")
    return results


def fine_tune(course: Course) -> RatingNetwork:
    """The averaged network after the epochs that are left, each told with its losses in training and on the photos held out."""
    plan, held_out = course.plan, course.held_out
    steps = len(in_batches(course.batches.pictures.sizes, course.kept, plan.schedule.batch))
    checkpoint = course.unfinished / "checkpoint.pt"
    tuning = FineTuning(course.network, plan.schedule, steps, checkpoint, LossBalance(plan.losses))
    tuning.step = course.report.step

    def after_epoch(epoch: int, losses: dict[str, float]) -> None:
        predictions = held_out.predictions(tuning.learner.average)
        told = ", ".join(f"{name} {value:.4f}" for name, value in losses.items())
        agreed = in_words(held_out.agreement(predictions))
        course.report.line(f"epoch {epoch}: {told}, held out emd {held_out.loss(predictions):.4f}; {agreed}")

    objective = objective_of(plan.network.architecture, plan.losses, plan.preprocessing)
    return tuning.run(course.batches, course.kept, objective, plan.seed, after_epoch)


def spread_in_words(photos: RatedPhotos) -> str:
    """Whether the width of distributions was learned, and from what: the entry says so, and `show` reads the first word."""
    return f"{'a prior, not learned' if photos.how in WITHOUT_VOTES else LEARNED}: {photos.how}"


def in_words(results: Results) -> str:
    """`overall srcc .80 plcc .81; ss01 …` on one line."""
    return "; ".join(f"{name} srcc {value['srcc']} plcc {value['plcc']}" for name, value in results.items())
