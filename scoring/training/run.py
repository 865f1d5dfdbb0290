"""`assist train`: from a recipe to a weights file with its entry; on one CPU the same numbers every time, interrupted or not.

A GPU adds in an order of its own, so there they agree to rounding only.
"""

from __future__ import annotations

import dataclasses
import hashlib
import os
from collections.abc import Mapping, Sequence
from contextlib import redirect_stderr
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import cast

import numpy as np
import torch

from scoring.engines.network_input import input_size
from scoring.evaluation.measured_side import TEST
from scoring.models.architectures import build_network
from scoring.models.multi_level import MultiLevel
from scoring.models.rating_network import RatingNetwork
from scoring.models.torchvision_trunk import TrunkError
from scoring.training.backbone import load_backbone
from scoring.training.batches import Batches, Ints, in_batches
from scoring.training.datasets import READERS
from scoring.training.datasets.rated_photos import DatasetError, RatedPhotos
from scoring.training.device import training_device
from scoring.training.export import export_weights
from scoring.training.frozen_features import frozen_features
from scoring.training.held_out import HeldOut, Results, hold_out
from scoring.training.loop import FineTuning
from scoring.training.loss_balance import LossBalance
from scoring.training.objective import objective_of
from scoring.training.pictures import open_pictures
from scoring.training.rating_prior import BUCKETS
from scoring.training.recipe import RecipeError, read_recipe
from scoring.training.recipe_tables import Recipe
from scoring.training.report import Report
from scoring.training.ridge_start import start_from_ridge
from scoring.training.teachers import School, taught, teachers_files
from weights.digest import sha256

NARROWEST = 20
"""Aspect ratios up to this score (issue "The rating-distribution model")."""


@dataclass(frozen=True)
class Sources:
    """What a run reads besides its recipe, and where it writes."""

    data: Path
    """The data set's folder."""
    backbone: Path | None
    """ImageNet weights of the trunk; None starts from random parameters."""
    teachers: Mapping[str, Path]
    """ImageNet weights of the recipe's teachers, by the name of their trunk."""
    output: Path
    """Receives the weights, their entry, and what is needed to take an interrupted run up again."""


@dataclass(frozen=True)
class Trained:
    """What a run made."""

    onnx: Path
    safetensors: Path
    entry: Path
    results: Results


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
    photos, pictures = open_pictures(photos, plan.preprocessing, report)
    learned_from = [sources.backbone, *(files[teacher.backbone] for teacher in plan.teachers)]
    unfinished = sources.output / f"unfinished-{run_digest(plan, photos, learned_from, where)}"
    unfinished.mkdir(exist_ok=True)
    report.line(f"targets: {photos.how}")
    if photos.left_out:
        report.line(left_out_in_words(photos.left_out))
    batches = Batches(pictures, torch.from_numpy(photos.distribution).float().to(where), where)
    kept, held_out = hold_out(plan, photos, batches, network)
    scenes = len(np.unique(held_out.scenes))
    report.line(f"{len(kept)} photos to train on, {len(held_out.rows)} held out, in {scenes} scenes")
    if plan.teachers:
        school = School(
            photos.taken(np.isin(np.arange(len(photos)), kept)), held_out.scenes[kept], where, unfinished, report
        )
        batches.targets[torch.from_numpy(kept)] = torch.from_numpy(taught(plan, school, files)).float().to(where)
        report.line(f"{plan.teaching.share:.0%} of each target is what {len(plan.teachers)} teachers expect")
    start = begin(plan, network, held_out, kept, unfinished, report)
    trained = fine_tune(plan, network, held_out, kept, unfinished / "checkpoint.pt", report)
    predictions = held_out.predictions(trained)
    results = held_out.agreement(predictions)
    report.line(f"held out: {in_words(results)}")
    percentiles = [round(float(v), 4) for v in np.percentile(predictions @ BUCKETS, np.arange(101))]
    made = export_weights(plan, trained.to("cpu").float(), sources.output, photos.how, results, start, percentiles)
    return Trained(*made, results)


def read_photos(plan: Recipe, folder: Path) -> RatedPhotos:
    """The data set that `plan` names; raises `RecipeError` or `DatasetError`."""
    if plan.dataset not in READERS:
        raise RecipeError(f"no data set is called {plan.dataset!r}", f"there are: {', '.join(READERS)}")
    return READERS[plan.dataset](folder)


def but_the_test_side(photos: RatedPhotos) -> RatedPhotos:
    """The photos that are not on a published test side: what every other network is measured on teaches none.

    Raises `DatasetError` when no others are here.
    """
    others = np.array([side not in TEST for side in photos.split or [""] * len(photos)], bool)
    if not others.any():
        raise DatasetError("all photos here are the published test side", "copy the whole set")
    return dataclasses.replace(photos.taken(others), left_out=photos.left_out)


def untrained_network(plan: Recipe, backbone: Path | None) -> RatingNetwork:
    """The network with its trunk's published parameters, the rest drawn by the recipe's seed; raises `RecipeError`."""
    torch.manual_seed(plan.seed)
    try:
        network = build_network(dataclasses.asdict(plan.network))
    except TrunkError as error:
        raise RecipeError(str(error), "name another backbone in the recipe's [network]") from error
    if backbone is not None:
        load_backbone(network.blocks, plan.network.backbone, backbone)
    require_narrow_pictures(plan, network)
    return network


def require_narrow_pictures(plan: Recipe, network: RatingNetwork) -> None:
    """Raises `RecipeError` where the network cannot take the narrowest picture that must score."""
    size = input_size(NARROWEST, 1, plan.preprocessing)
    try:
        with redirect_stderr(StringIO()), torch.inference_mode():  # torch.fx prints the traced code before it raises
            network.eval()(torch.zeros(1, 3, *size))
    except RuntimeError as error:
        raise RecipeError(
            f"{plan.network.backbone} takes no pictures as narrow as {size[1]} px, as a panorama of {NARROWEST}:1 becomes",
            "name another backbone in the recipe's [network], or a larger edge_px, or fit by short_edge",
        ) from error


def begin(
    plan: Recipe, network: RatingNetwork, held_out: HeldOut, kept: Ints, unfinished: Path, report: Report
) -> Results:
    """Set the head as the recipe says; what that alone is worth on the photos held out, empty for a random head."""
    if plan.start.head == "random":
        return {}
    features = frozen_features(network, held_out.batches, kept, unfinished / "features.npy", report)
    targets = held_out.batches.targets[torch.from_numpy(kept)]
    means = targets @ torch.from_numpy(BUCKETS).float().to(targets.device)
    start_from_ridge(cast("MultiLevel", network), features, means, plan.start.ridge_penalty)
    results = held_out.agreement(held_out.predictions(network))
    report.line(f"ridge on frozen features: {in_words(results)}")
    return results


def fine_tune(
    plan: Recipe, network: RatingNetwork, held_out: HeldOut, kept: Ints, checkpoint: Path, report: Report
) -> RatingNetwork:
    """The averaged network after the epochs that are left, each told with its losses in training and on the photos held out."""
    batches = held_out.batches
    steps = len(in_batches(batches.pictures.sizes, kept, plan.schedule.batch))
    tuning = FineTuning(network, plan.schedule, steps, checkpoint, LossBalance(plan.losses))
    tuning.step = report.step

    def after_epoch(epoch: int, losses: dict[str, float]) -> None:
        predictions = held_out.predictions(tuning.average)
        told = ", ".join(f"{name} {value:.4f}" for name, value in losses.items())
        agreed = in_words(held_out.agreement(predictions))
        report.line(f"epoch {epoch}: {told}, held out emd {held_out.loss(predictions):.4f}; {agreed}")

    objective = objective_of(plan.network.architecture, plan.losses, plan.preprocessing)
    return tuning.run(batches, kept, objective, plan.seed, after_epoch)


def run_digest(plan: Recipe, photos: RatedPhotos, learned_from: Sequence[Path | None], device: str) -> str:
    """Names what a run may be taken up from: no other recipe, photos, opinions, backbone, teachers or device go on with it."""
    digest = hashlib.sha256(f"{plan}{device}".encode())
    for path in photos.paths:
        digest.update(os.fsencode(path.resolve()) + b"\0")
    digest.update(photos.distribution.tobytes() + photos.mos.tobytes())
    for file in learned_from:
        digest.update(b"none" if file is None else sha256(file).encode())
    return digest.hexdigest()[:12]


def left_out_in_words(left_out: Sequence[Path]) -> str:
    """`2 pictures are missing or unreadable and left out: a.jpg, b.jpg`, every one named."""
    return f"{len(left_out)} pictures are missing or unreadable and left out: {', '.join(p.name for p in left_out)}"


def in_words(results: Results) -> str:
    """`overall srcc .80 plcc .81; ss01 …` on one line."""
    return "; ".join(f"{name} srcc {value['srcc']} plcc {value['plcc']}" for name, value in results.items())
