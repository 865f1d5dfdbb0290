"""`assist train`: from a recipe to a weights file with its entry; on one CPU the same numbers every time, interrupted or not.

A GPU adds in an order of its own, so there they agree to rounding only.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch

from scoring.models.nima import Nima
from scoring.training.backbone import load_backbone
from scoring.training.datasets import READERS
from scoring.training.datasets.rated_photos import RatedPhotos
from scoring.training.device import training_device
from scoring.training.export import export_weights
from scoring.training.held_out import HeldOut, Results, hold_out
from scoring.training.loop import Batches, FineTuning, pooled_features
from scoring.training.pictures import read_pictures
from scoring.training.rating_prior import BUCKETS
from scoring.training.recipe import Recipe, RecipeError, read_recipe
from scoring.training.ridge_start import start_from_ridge

Report = Callable[[str], None]


@dataclass(frozen=True)
class Sources:
    """What a run reads besides its recipe, and where it writes."""

    data: Path
    """The data set's folder."""
    backbone: Path
    """ImageNet weights of the backbone, safetensors."""
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

    Raises `RecipeError`, `DatasetError` or `DeviceError`, each with a hint, before any work is done.
    """
    plan = read_recipe(recipe)
    photos = read_photos(plan, sources.data)
    network = Nima()
    load_backbone(network, sources.backbone)
    where = training_device(device)
    unfinished = sources.output / f"unfinished-{run_digest(plan, sources, where)}"
    unfinished.mkdir(parents=True, exist_ok=True)

    report(f"reading {len(photos)} pictures at {plan.preprocessing.edge_px} px, to train on {where}")
    photos, pictures = read_pictures(photos, plan.preprocessing.edge_px)
    report(f"targets: {photos.how}")
    if photos.left_out:
        report(left_out_in_words(photos.left_out))
    batches = batches_of(photos, pictures, plan, where)
    network = network.to(where).to(memory_format=torch.channels_last)
    features = frozen_features(network, batches, unfinished / "features.npy", report)
    kept, held_out = hold_out(plan, photos, batches, features)
    report(
        f"{len(kept)} photos to train on, {len(held_out.rows)} held out, in {len(np.unique(held_out.scenes))} scenes"
    )

    start_from_ridge(
        network, features[kept], torch.from_numpy(photos.mos[kept]).float().to(where), plan.start.ridge_penalty
    )
    start = held_out.agreement(held_out.predictions(network))
    report(f"ridge on frozen features: {in_words(start)}")
    tuning = FineTuning(network, plan.schedule, len(kept) // plan.schedule.batch, unfinished / "checkpoint.pt")
    trained = fine_tune(tuning, plan.seed, kept, held_out, report)
    predictions = held_out.predictions(trained)
    results = held_out.agreement(predictions)
    report(f"held out: {in_words(results)}")
    return finish(plan, trained, sources.output, results, start, predictions @ BUCKETS)


def read_photos(plan: Recipe, folder: Path) -> RatedPhotos:
    """The data set that `plan` names; raises `RecipeError` or `DatasetError`."""
    if plan.dataset not in READERS:
        raise RecipeError(f"no data set is called {plan.dataset!r}", f"there are: {', '.join(READERS)}")
    return READERS[plan.dataset](folder)


def fine_tune(tuning: FineTuning, seed: int, kept: npt.NDArray[np.int64], held_out: HeldOut, report: Report) -> Nima:
    """The averaged network after the epochs that are left, each told with its loss in training and on the photos held out."""

    def after_epoch(epoch: int, loss: float) -> None:
        predictions = held_out.predictions(tuning.average)
        told = in_words(held_out.agreement(predictions))
        report(f"epoch {epoch}: loss {loss:.4f}, held out {held_out.loss(predictions):.4f}; {told}")

    return tuning.run(held_out.batches, kept, seed, after_epoch)


def finish(
    plan: Recipe,
    trained: Nima,
    output: Path,
    results: Results,
    start: Results,
    ratings: npt.NDArray[np.float64],
) -> Trained:
    """Write the weights and the entry that tells how they did."""
    percentiles = [round(float(v), 4) for v in np.percentile(ratings, np.arange(101))]
    onnx, safetensors, entry = export_weights(plan, trained.to("cpu").float(), output, results, start, percentiles)
    return Trained(onnx, safetensors, entry, results)


def run_digest(plan: Recipe, sources: Sources, device: str) -> str:
    """Names what a run may be taken up from: no other recipe, data set, backbone or device goes on with a half-made network."""
    with sources.backbone.open("rb") as backbone:
        digest = hashlib.file_digest(backbone, "sha256")
    digest.update(f"{plan}{sources.data.resolve()}{device}".encode())
    return digest.hexdigest()[:12]


def batches_of(photos: RatedPhotos, pictures: npt.NDArray[np.uint8], plan: Recipe, device: str) -> Batches:
    """All pictures and their target distributions, in memory."""
    targets = torch.from_numpy(photos.distribution).float().to(device)
    return Batches(pictures, targets, plan.preprocessing, device)


def left_out_in_words(left_out: Sequence[Path]) -> str:
    """`2 pictures are missing or unreadable and left out: a.jpg, b.jpg`, every one named."""
    return f"{len(left_out)} pictures are missing or unreadable and left out: {', '.join(p.name for p in left_out)}"


def frozen_features(network: Nima, batches: Batches, cache: Path, report: Report) -> torch.Tensor:
    """(N, F) features of the untrained network; kept in `cache`, for they take minutes on a CPU."""
    if cache.is_file():
        return torch.from_numpy(np.load(cache)).to(batches.device)
    report("computing frozen features")
    features = pooled_features(network, batches)
    half_written = cache.with_suffix(".part")
    with half_written.open("wb") as stream:
        np.save(stream, features.cpu().numpy())
    half_written.replace(cache)
    return features


def in_words(results: Results) -> str:
    """`overall srcc .80 plcc .81; ss01 …` on one line."""
    return "; ".join(f"{name} srcc {value['srcc']} plcc {value['plcc']}" for name, value in results.items())
