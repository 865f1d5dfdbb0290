"""What a training run needs before its first step: photos, a network, and a name for the run."""

from __future__ import annotations

import dataclasses
import hashlib
import os
from collections.abc import Sequence
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path

import numpy as np
import torch

from scoring.engines.network_input import input_size
from scoring.evaluation.measured_side import TEST
from scoring.models.architectures import build_network
from scoring.models.rating_network import RatingNetwork
from scoring.models.torchvision_trunk import TrunkError
from scoring.training.backbone import load_backbone
from scoring.training.datasets import READERS
from scoring.training.datasets.rated_photos import DatasetError, RatedPhotos
from scoring.training.recipe import RecipeError
from scoring.training.recipe_tables import Recipe
from weights.digest import sha256

NARROWEST = 20
"""Aspect ratios up to this score (issue "The rating-distribution model")."""


def read_photos(plan: Recipe, folder: Path) -> RatedPhotos:
    """The data set that `plan` names; raises `RecipeError` or `DatasetError`."""
    return read_set(plan.dataset, folder)


def read_set(dataset: str, folder: Path) -> RatedPhotos:
    """The data set called `dataset`; raises `RecipeError` or `DatasetError`."""
    if dataset not in READERS:
        raise RecipeError(f"no data set is called {dataset!r}", f"there are: {', '.join(READERS)}")
    return READERS[dataset](folder)


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
