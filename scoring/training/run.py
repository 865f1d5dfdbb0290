"""`assist train`: from a recipe to a weights file with its entry, the same every time."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch

from scoring.models.nima import Nima
from scoring.training.backbone import embeddings, load_backbone
from scoring.training.datasets import READERS
from scoring.training.datasets.rated_photos import RatedPhotos
from scoring.training.evaluation import agreement
from scoring.training.export import export_weights
from scoring.training.loop import Batches, FineTuning, pooled_features, predict
from scoring.training.near_duplicate_split import near_duplicate_groups, validation_mask
from scoring.training.pictures import read_pictures
from scoring.training.rating_prior import BUCKETS, usual_distribution
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
    results: dict[str, dict[str, object]]


def train(recipe: str | Path, sources: Sources, report: Report) -> Trained:
    """Run `recipe`; an interrupted run goes on after its last whole epoch.

    Raises `RecipeError` or `DatasetError`, each with a hint, before any work is done.
    """
    plan = read_recipe(recipe)
    if plan.dataset not in READERS:
        raise RecipeError(f"no data set is called {plan.dataset!r}", f"there are: {', '.join(READERS)}")
    photos = READERS[plan.dataset](sources.data)
    network = Nima()
    load_backbone(network, sources.backbone)
    unfinished = sources.output / f"unfinished-{run_digest(plan, sources)}"
    unfinished.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(plan.seed)

    report(f"reading {len(photos)} pictures at {plan.preprocessing.square_edge_px} px")
    batches = batches_of(photos, plan, "cuda" if torch.cuda.is_available() else "cpu")
    network = network.to(batches.device).to(memory_format=torch.channels_last)
    features = frozen_features(network, batches, unfinished / "features.npy", report)
    groups = near_duplicate_groups(embeddings(features).cpu().numpy(), plan.split.near_duplicate_cosine)
    held_out = validation_mask(groups, photos.subset, plan.split.validation_share, plan.split.salt)
    kept, tested = np.flatnonzero(~held_out), np.flatnonzero(held_out)
    report(f"{len(kept)} photos to train on, {len(tested)} held out, in {len(np.unique(groups))} scenes")

    def measure(trained: Nima) -> dict[str, dict[str, object]]:
        means = predict(trained, batches, tested) @ BUCKETS
        return agreement(means, photos.mos[tested], groups[tested], [photos.subset[i] for i in tested])

    start_from_ridge(
        network, features[kept], torch.from_numpy(photos.mos[kept]).float().to(batches.device), plan.start.ridge_penalty
    )
    start = measure(network)
    report(f"ridge on frozen features: {in_words(start)}")
    tuning = FineTuning(network, plan.schedule, len(kept) // plan.schedule.batch, unfinished / "checkpoint.pt")
    trained = tuning.run(
        batches,
        kept,
        plan.seed,
        lambda epoch, loss: report(f"epoch {epoch}: loss {loss:.4f}; {in_words(measure(tuning.average))}"),
    )
    results = measure(trained)
    report(f"held out: {in_words(results)}")
    ratings = predict(trained, batches, tested) @ BUCKETS
    return finish(plan, trained, sources.output, results, start, ratings)


def finish(
    plan: Recipe,
    trained: Nima,
    output: Path,
    results: dict[str, dict[str, object]],
    start: dict[str, dict[str, object]],
    ratings: npt.NDArray[np.float64],
) -> Trained:
    """Write the weights and the entry that tells how they did."""
    percentiles = [round(float(v), 4) for v in np.percentile(ratings, np.arange(101))]
    onnx, safetensors, entry = export_weights(plan, trained.to("cpu").float(), output, results, start, percentiles)
    return Trained(onnx, safetensors, entry, results)


def run_digest(plan: Recipe, sources: Sources) -> str:
    """Names what a run may be taken up from: another recipe, data set or backbone never continues this one's half-made network."""
    with sources.backbone.open("rb") as backbone:
        digest = hashlib.file_digest(backbone, "sha256")
    digest.update(f"{plan}{sources.data.resolve()}".encode())
    return digest.hexdigest()[:12]


def batches_of(photos: RatedPhotos, plan: Recipe, device: str) -> Batches:
    """All pictures and their target distributions, in memory."""
    targets = np.stack([usual_distribution(float(mean)) for mean in photos.mos])
    return Batches(
        read_pictures(photos.paths, plan.preprocessing.square_edge_px),
        torch.from_numpy(targets).float().to(device),
        plan.preprocessing,
        device,
    )


def frozen_features(network: Nima, batches: Batches, cache: Path, report: Report) -> torch.Tensor:
    """(N, F) features of the untrained network; kept in `cache`, for they take minutes on a CPU."""
    if cache.is_file():
        return torch.from_numpy(np.load(cache)).to(batches.device)
    report("computing frozen features")
    features = pooled_features(network, batches)
    np.save(cache, features.cpu().numpy())
    return features


def in_words(results: dict[str, dict[str, object]]) -> str:
    """`overall srcc .80 plcc .81; ss01 …` on one line."""
    return "; ".join(f"{name} srcc {value['srcc']} plcc {value['plcc']}" for name, value in results.items())
