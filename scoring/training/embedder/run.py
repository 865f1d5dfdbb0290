"""`assist train embedder.<tag>`: from a recipe to a weights file with its entry; minutes, so that nothing is resumed."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch

from scoring.engines.rating_engine import RatingEngine, open_rating_engine
from scoring.models.embedder import Embedder
from scoring.training.datasets.rated_photos import DatasetError, RatedPhotos
from scoring.training.embedder.discriminant import discriminant
from scoring.training.embedder.export import export_embedder
from scoring.training.embedder.held_out import held_out_results
from scoring.training.embedder.recipe import EmbedderRecipe, read_embedder_recipe
from scoring.training.embedder.views import another_view
from scoring.training.pictures import read_fitted
from scoring.training.preparation import but_the_test_side, read_set
from scoring.training.recipe import COMPARE, RecipeError
from scoring.training.report import Report
from scoring.training.run import Trained
from scoring.training.shipped_files import rounded_to_half
from scoring.training.sources import Sources
from scoring.training.splits import KnownSplit, known_split
from weights.registry import find_entry

F16 = npt.NDArray[np.float16]

FEWEST = 4
"""Fewer photos on either side teach, and show, nothing."""


def train_embedder(recipe: str | Path, sources: Sources, report: Report, _device: str = "auto") -> Trained:
    """Run `recipe`; always on the CPU, where looking at the photos takes nearly all of the time.

    Raises `RecipeError`, `DatasetError`, `WeightsError` or `CheckpointError`, each with a hint.
    """
    plan = read_embedder_recipe(recipe)
    photos = but_the_test_side(read_set(plan.dataset, sources.data))
    sources.output.mkdir(parents=True, exist_ok=True)
    split = _split(photos, plan)
    away = split.held_out
    report.line(f"looking at {int((~away).sum())} photos to train on and {int(away.sum())} held out")
    features = _features(photos, plan, report)
    network = fitted_embedder(features[~away], plan)
    results = held_out_results(_embedded(network, features[away]), split.scene[away])
    for name, measured in results.items():
        report.line(f"held out, {name}: " + ", ".join(f"{key} {value}" for key, value in measured.items()))
    seen_by = find_entry(plan.projection.features_of).files["safetensors"].sha256
    return Trained(*export_embedder(plan, network, sources.output, results, seen_by), results)


def fitted_embedder(features: F16, plan: EmbedderRecipe) -> Embedder:
    """(photos, views, F) -> the network, rounded as it ships."""
    to_map, offset = discriminant(features, plan.projection)
    network = Embedder(*to_map.shape)
    with torch.no_grad():
        network.map.weight.copy_(torch.from_numpy(to_map.T.astype(np.float32)))
        network.map.bias.copy_(torch.from_numpy(offset.astype(np.float32)))
    return rounded_to_half(network.eval())


def _split(photos: RatedPhotos, plan: EmbedderRecipe) -> KnownSplit:
    """The split that ships for their set, else every fifth is held out and every photo a scene of its own."""
    places = np.arange(len(photos))
    split = known_split(plan.dataset, photos) or KnownSplit(places, places % 5 == 4)
    if min(split.held_out.sum(), (~split.held_out).sum()) < FEWEST:
        raise DatasetError(f"{len(photos)} photos are too few to train on and to hold out", "take a larger data set")
    return split


def _features(photos: RatedPhotos, plan: EmbedderRecipe, report: Report) -> F16:
    """(photos, 1 + views, F); every photo has a seed of its own, so that no other changes what it teaches."""
    engine = open_rating_engine("cpu", plan.projection.features_of)
    rows: list[F16] = []
    for place, path in enumerate(photos.paths):
        report.step("looking", place + 1, len(photos))
        rgb = read_fitted(path, plan.preprocessing)
        if rgb is None:
            raise DatasetError(f"{path.name} cannot be read", "copy the set again")
        rng = np.random.default_rng((plan.seed, place))
        views = [rgb, *(another_view(rgb, rng) for _ in range(plan.lessons.views))]
        rows.append(np.stack([_seen(engine, view, plan) for view in views]))
    return np.stack(rows)


def _seen(engine: RatingEngine, rgb: npt.NDArray[np.uint8], plan: EmbedderRecipe) -> F16:
    features = engine.rate_with_features(rgb).features
    if features is None:
        raise RecipeError(f"{plan.projection.features_of} does not tell its features", COMPARE)
    return features.astype(np.float16)


def _embedded(network: Embedder, features: F16) -> npt.NDArray[np.float32]:
    with torch.inference_mode():
        rows = network(torch.from_numpy(features.reshape(-1, features.shape[2]).astype(np.float32))).numpy()
    return np.asarray(rows.reshape(*features.shape[:2], -1), np.float32)
