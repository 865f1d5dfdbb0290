"""Photos that training never sees: which they are, what they are asked, and how a network answers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch

from scoring.metrics.emd import emd
from scoring.models.rating_network import RatingNetwork
from scoring.training.batches import Batches, Ints
from scoring.training.datasets.rated_photos import DatasetError, RatedPhotos
from scoring.training.evaluation import agreement
from scoring.training.loop import predict
from scoring.training.near_duplicate_split import near_duplicate_groups, validation_mask
from scoring.training.pictures import open_pictures
from scoring.training.rating_prior import BUCKETS
from scoring.training.recipe_tables import Recipe
from scoring.training.report import Report
from scoring.training.scenes import scene_embeddings
from scoring.training.splits import KnownSplit, known_split

Floats = npt.NDArray[np.float64]
SHIPPED = "the photos that the split shipped with photo-assist holds out, by near-duplicate scene"
Results = dict[str, dict[str, object]]


@dataclass(frozen=True)
class HeldOut:
    """The photos (N) of a set, those of them that are held out, and the scene of each."""

    photos: RatedPhotos
    rows: Ints
    """Which are held out."""
    scenes: Ints
    """(N,)"""
    asked: Batches
    """The held-out ones alone, as they will be scored."""
    how: str
    """How they were chosen."""

    def predictions(self, network: RatingNetwork) -> Floats:
        """(len(rows), 10) distributions."""
        return predict(network, self.asked, np.arange(len(self.rows)))

    def agreement(self, predictions: Floats) -> Results:
        """How well the means of `predictions` agree with people, overall and within each subset."""
        subsets = [self.photos.subset[row] for row in self.rows]
        return agreement(predictions @ BUCKETS, self.photos.mos[self.rows], self.scenes[self.rows], subsets)

    def loss(self, predictions: Floats) -> float:
        """Mean EMD (r = 2) between `predictions` and target distributions: beside the training loss it shows overfitting."""
        return float(emd(predictions, self.photos.distribution[self.rows]).mean())


def hold_out(
    plan: Recipe, photos: RatedPhotos, batches: Batches, network: RatingNetwork, report: Report
) -> tuple[Ints, HeldOut]:
    """The rows to train on, and the rest: by the split that ships for the set, else by scenes that the trunk tells apart.

    Raises `DatasetError` when one side is too small to work with.
    """
    known = known_split(plan.dataset, photos)
    split = known or split_by_scenes(plan, photos, batches, network)
    kept, rows = np.flatnonzero(~split.held_out), np.flatnonzero(split.held_out)
    if len(kept) < plan.schedule.batch or len(rows) == 0:
        raise DatasetError(
            f"{len(kept)} photos to train on and {len(rows)} held out are too few for batches of {plan.schedule.batch}",
            "take a larger data set, or smaller batches and another split in the recipe",
        )
    _, pictures = open_pictures(photos.taken(split.held_out), plan.preprocessing, report)
    asked = Batches(pictures, batches.targets[torch.from_numpy(rows)], batches.device)
    return kept, HeldOut(photos, rows, split.scene, asked, words_of(plan) if known is None else SHIPPED)


def split_by_scenes(plan: Recipe, photos: RatedPhotos, batches: Batches, network: RatingNetwork) -> KnownSplit:
    """A split as the recipe asks for it."""
    scenes = near_duplicate_groups(scene_embeddings(network, batches), plan.split.near_duplicate_cosine)
    return KnownSplit(scenes, validation_mask(scenes, photos.subset, plan.split.validation_share, plan.split.salt))


def words_of(plan: Recipe) -> str:
    """How the recipe chooses."""
    split = plan.split
    return f"{split.validation_share:.0%} of each subset by near-duplicate scene (cosine {split.near_duplicate_cosine})"
