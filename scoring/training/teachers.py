"""What a few larger networks would say of photos that they were not taught: opinions for a small one to learn from.

Each photo's opinion is that of about 30 people and noisy. A ridge regression on the frozen features of all teachers, fitted on
four of five folds by scene, says of the fifth what its looks let one expect; the recipe mixes both (distillation: Hinton et al.
2015, arXiv:1503.02531; out of fold, so that the teachers cannot repeat a label that they have seen).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch

from scoring.models.multi_level import MultiLevel
from scoring.training.backbone import load_backbone
from scoring.training.balanced_ridge import balanced_scale, dual_solution, standardisation
from scoring.training.batches import Batches, Ints
from scoring.training.datasets.rated_photos import DatasetError, RatedPhotos
from scoring.training.frozen_features import frozen_features
from scoring.training.near_duplicate_split import hash_to_unit
from scoring.training.pictures import Pictures, open_pictures
from scoring.training.rating_prior import flattest_distribution
from scoring.training.recipe import RecipeError
from scoring.training.recipe_tables import Recipe, Teacher, Teaching
from scoring.training.report import Report

Floats = npt.NDArray[np.float64]

MOST_PHOTOS = 20_000
"""A kernel of all pairs of more photos would fill more than 3 GB."""


@dataclass(frozen=True)
class School:
    """What teachers work with: the photos (N) that are learned from, each with its scene."""

    photos: RatedPhotos
    scenes: Ints
    device: str
    cache: Path
    """A folder for what takes minutes to see."""
    report: Report


def teachers_files(plan: Recipe, given: Mapping[str, Path], backbone: Path | None) -> dict[str, Path]:
    """The weights of each teacher's trunk; the student's own serve too.

    Raises `RecipeError` that names the first that is missing, or that the recipe does not learn from.
    """
    strangers = set(given) - {teacher.backbone for teacher in plan.teachers}
    if strangers:
        taught_by = ", ".join(teacher.backbone for teacher in plan.teachers) or "no teacher"
        raise RecipeError(f"{plan.name} does not learn from {min(strangers)}", f"its teachers: {taught_by}")
    known = {**({plan.network.backbone: backbone} if backbone else {}), **given}
    for teacher in plan.teachers:
        if teacher.backbone not in known:
            raise RecipeError(
                f"{plan.name} learns from {teacher.backbone}, whose weights were not named",
                f"name them with {option(teacher)}",
            )
        if not known[teacher.backbone].is_file():
            raise RecipeError(f"there is no file {known[teacher.backbone]}", f"name the weights with {option(teacher)}")
    return known


def option(teacher: Teacher) -> str:
    """How the command line names a teacher's weights."""
    return f"--teacher {teacher.backbone}=FILE"


def taught(plan: Recipe, school: School, files: Mapping[str, Path]) -> Floats:
    """(N, 10) targets: each photo's own opinions, their mean moved towards what the teachers expect."""
    photos, share = school.photos, plan.teaching.share
    if len(photos) > MOST_PHOTOS:
        raise RecipeError(
            f"{len(photos)} photos are too many for teachers", f"leave teachers out above {MOST_PHOTOS:,} photos"
        )
    kernel = sum(teacher_kernel(teacher, school, files[teacher.backbone]) for teacher in plan.teachers)
    assert isinstance(kernel, torch.Tensor)
    expected = expected_opinions(kernel, photos.mos, school.scenes, plan.teaching)
    means = (1.0 - share) * photos.mos + share * expected
    buckets = np.arange(1, photos.distribution.shape[1] + 1)
    variance = photos.distribution @ buckets**2 - (photos.distribution @ buckets) ** 2
    return np.stack([flattest_distribution(float(m), float(s)) for m, s in zip(means, np.sqrt(variance), strict=True)])


def teacher_kernel(teacher: Teacher, school: School, file: Path) -> torch.Tensor:
    """(N, N) float64: how alike photos look to one teacher."""
    network = MultiLevel(teacher.backbone, 0.0)
    load_backbone(network.blocks, teacher.backbone, file, option(teacher))
    _, pictures = open_pictures(school.photos, teacher.preprocessing, school.report, room_bytes=0)
    features = teacher_features(network.to(school.device), pictures, school, teacher)
    mean, sd = standardisation(features)
    rows = ((features - mean) / sd * balanced_scale(network.channels).to(features.device)).double().cpu()
    return rows @ rows.T


def teacher_features(network: MultiLevel, pictures: Pictures, school: School, teacher: Teacher) -> torch.Tensor:
    """(N, F) float32 frozen features, kept on disk."""
    batches = Batches(pictures, torch.empty(0), school.device)
    everything = np.arange(len(pictures.sizes))
    # Two teachers may share a trunk and differ in their input.
    cache = school.cache / f"teacher-{teacher.backbone}-{hashlib.sha256(repr(teacher).encode()).hexdigest()[:12]}.npy"
    return frozen_features(network.to(memory_format=torch.channels_last), batches, everything, cache, school.report)


def expected_opinions(kernel: torch.Tensor, mos: Floats, scenes: Ints, teaching: Teaching) -> Floats:
    """(N,) mean opinions, each by a ridge that was fitted without its fold; raises `DatasetError` where all are in one fold."""
    folds = np.array([int(hash_to_unit(f"fold:{scene}") * teaching.folds) for scene in scenes])
    if len(np.unique(folds)) < 2:
        raise DatasetError(
            f"{len(mos)} photos of {len(np.unique(scenes))} scenes are too few for teachers",
            "take a larger data set, or leave teachers out of the recipe",
        )
    opinions = torch.from_numpy(mos)
    expected = torch.empty_like(opinions)
    for fold in np.unique(folds):
        asked, told = torch.from_numpy(folds == fold), torch.from_numpy(folds != fold)
        mean = opinions[told].mean()
        solution = dual_solution(kernel[told][:, told], opinions[told] - mean, teaching.ridge_penalty)
        expected[asked] = kernel[asked][:, told] @ solution + mean
    return expected.clamp(1.0, 10.0).numpy()
