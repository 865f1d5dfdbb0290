"""The photos of a rated set that the exposure map learns from, and those that it is measured on."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scoring.training.datasets.rated_photos import DatasetError, RatedPhotos
from scoring.training.exposure.lessons import Album
from scoring.training.exposure.recipe import ExposureRecipe
from scoring.training.exposure.well_exposed import better_half, is_well_exposed
from scoring.training.pictures import Pictures, open_pictures
from scoring.training.report import Report
from scoring.training.splits import known_split
from weights.entry import Preprocessing

Ints = npt.NDArray[np.int64]
FEWEST = 4
"""Fewer photos on either side teach, and show, nothing."""


@dataclass(frozen=True)
class Sides:
    """What is learned from, and what is held out."""

    album: Album
    held_out: Ints
    """Rows of the album's pictures that are well exposed, and teach nothing."""
    names: tuple[str, ...]
    digest: str
    """sha256 of all pictures; with the names it tells one run from another."""


def both_sides(photos: RatedPhotos, plan: ExposureRecipe, report: Report) -> Sides:
    """Read the photos and take them apart by the split that ships for their set, else every fifth is held out.

    Raises `DatasetError` where too few are well exposed and liked.
    """
    edge_px = plan.lessons.stored_px
    square = Preprocessing("square", edge_px, edge_px, 1, (0.0, 0.0, 0.0), (1.0, 1.0, 1.0))
    photos, opened = open_pictures(photos, square, report)
    well_exposed, digest = _looked_through(opened)
    liked = liked_photos(photos)
    good = liked & well_exposed
    known = known_split(plan.dataset, photos)
    away = np.arange(len(photos)) % 5 == 4 if known is None else known.held_out
    chosen = [np.flatnonzero(side) for side in (good & ~away, liked & ~away, good & away)]
    if min(map(len, chosen)) < FEWEST:
        raise DatasetError(
            f"{len(chosen[0])} photos to train on and {len(chosen[2])} held out are well exposed and liked: too few",
            "take a larger data set",
        )
    report.line(
        f"{len(chosen[0])} well-exposed photos to train on, {len(chosen[1])} liked ones, {len(chosen[2])} held out"
    )
    names = tuple(path.name for path in photos.paths)
    return Sides(Album(opened, chosen[0], chosen[1]), chosen[2], names, digest)


def _looked_through(pictures: Pictures) -> tuple[npt.NDArray[np.bool_], str]:
    """(N,) which are well exposed, and the sha256 of all: one after the other, for together they may not fit into memory."""
    well_exposed, digest = [], hashlib.sha256()
    for row in range(len(pictures.paths)):
        rgb = pictures[row]
        well_exposed.append(is_well_exposed(rgb))
        digest.update(rgb.tobytes())
    return np.array(well_exposed, bool), digest.hexdigest()


def liked_photos(photos: RatedPhotos) -> npt.NDArray[np.bool_]:
    """(N,) True for the better half of the set, and of each of its parts, that all kinds of photos are there."""
    subset = np.array(photos.subset)
    liked = better_half(photos.mos)
    for name in np.unique(subset):
        liked[subset == name] |= better_half(photos.mos[subset == name])
    return liked
