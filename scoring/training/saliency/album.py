"""The photos of a set whose subject their focus tells: those to learn from, those held out, and grounds to put subjects on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from scoring.training.datasets.rated_photos import DatasetError, RatedPhotos
from scoring.training.pictures import read_fitted
from scoring.training.report import Report
from scoring.training.saliency.focused_subject import SEEN_PX, focused_subject
from scoring.training.saliency.lessons import Album
from scoring.training.saliency.recipe import SaliencyRecipe
from scoring.training.splits import known_split
from weights.entry import Preprocessing

U8 = npt.NDArray[np.uint8]
FEWEST = 4
"""Fewer photos on either side teach, and show, nothing."""
AS_PUBLISHED = Preprocessing("square", SEEN_PX, SEEN_PX, 1, (0.0, 0.0, 0.0), (1.0, 1.0, 1.0))
"""Focus is looked for at the size of the set's own pictures."""


@dataclass(frozen=True)
class Sides:
    """What is learned from, and what is held out."""

    album: Album
    held_out: Sequence[tuple[U8, U8]]
    """(S, S, 3) uint8 sRGB and its mask, of photos that teach nothing."""
    names: tuple[str, ...]
    digest: str
    """sha256 of all that is learned from and measured on; with the names it tells one run from another."""


def both_sides(photos: RatedPhotos, plan: SaliencyRecipe, report: Report) -> Sides:
    """Read the photos, look for their subjects, and take them apart by the split that ships for their set, else every fifth is
    held out. Raises `DatasetError` where a photo cannot be read, or too few tell their subject."""
    known = known_split(plan.dataset, photos)
    away = np.arange(len(photos)) % 5 == 4 if known is None else known.held_out
    learned: list[tuple[U8, U8]] = []
    held_out: list[tuple[U8, U8]] = []
    grounds: list[U8] = []
    apart = max(1, len(photos) // (2 * plan.lessons.grounds))
    for place, (rgb, mask) in enumerate(_looked_at(photos.paths, plan.lessons.stored_px)):
        report.step("looking for subjects", place + 1, len(photos))
        if mask is not None:
            (held_out if away[place] else learned).append((rgb, mask))
        elif not away[place] and place % apart == 0:
            grounds.append(rgb)
    if min(len(learned), len(held_out), len(grounds)) < FEWEST:
        raise DatasetError(
            f"{len(learned)} photos to train on and {len(held_out)} held out tell their subject by what is sharp: too few",
            "take a larger data set",
        )
    album = Album(learned, grounds[: plan.lessons.grounds])
    report.line(f"{len(learned)} photos tell their subject, and {len(held_out)} of those held out")
    return Sides(album, held_out, tuple(path.name for path in photos.paths), _digest(album, held_out))


def _looked_at(paths: Sequence[Path], stored_px: int) -> Iterator[tuple[U8, U8 | None]]:
    """Each photo and its subject's mask, both squares of `stored_px`."""

    def look(path: Path) -> tuple[U8, U8 | None]:
        rgb = read_fitted(path, AS_PUBLISHED)
        if rgb is None:
            raise DatasetError(f"{path.name} cannot be read", "copy the set again")
        mask, size = focused_subject(rgb), (stored_px, stored_px)
        small = np.asarray(cv2.resize(rgb, size, interpolation=cv2.INTER_AREA), np.uint8)
        if mask is None:
            return small, None
        return small, np.asarray(cv2.resize(mask, size, interpolation=cv2.INTER_NEAREST), np.uint8)

    with ThreadPoolExecutor() as pool:
        yield from pool.map(look, paths)


def _digest(album: Album, held_out: Sequence[tuple[U8, U8]]) -> str:
    digest = hashlib.sha256()
    for rgb, mask in (*album.subjects, *held_out):
        digest.update(rgb.tobytes() + mask.tobytes())
    for rgb in album.grounds:
        digest.update(rgb.tobytes())
    return digest.hexdigest()
