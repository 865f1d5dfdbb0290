"""Which photos of a set are one scene, and which are held out: one CSV a set, so that no network decides it anew.

`biq2021.csv`: chains of photos whose pooled ImageNet features (the backbone's last block at 256 px) have a cosine above .80
are one scene; 20 % of each part of the set is held out, by whole scenes, chosen by a hash (`near_duplicate_split`).
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from scoring.training.datasets.rated_photos import DatasetError, RatedPhotos

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class KnownSplit:
    """Which photos belong together, and which training never sees."""

    scene: npt.NDArray[np.int64]
    """(N,) numbers; photos of one scene share one."""
    held_out: npt.NDArray[np.bool_]
    """(N,) True for the photos that every network of ours is measured on and none is trained on."""


def known_split(dataset: str, photos: RatedPhotos) -> KnownSplit | None:
    """The split of the set called `dataset` that ships, for these `photos`; None where none ships, or where not one of them
    is in it: then they are somebody's own photos in the layout of that set.

    Raises `DatasetError` for a photo that the split does not know: it might be a held-out scene under another name.
    """
    file = HERE / f"{dataset}.csv"
    if not file.is_file():
        return None
    with file.open(newline="", encoding="utf-8") as lines:
        rows = {row["file"]: (int(row["scene"]), row["held_out"] == "1") for row in csv.DictReader(lines)}
    names = [path.name for path in photos.paths]
    strangers = [name for name in names if name not in rows]
    if len(strangers) == len(names):
        return None
    if strangers:
        raise DatasetError(
            f"{strangers[0]} is not in the split of {dataset} that ships ({len(strangers)} such photos)",
            f"name the photos as the authors of {dataset} publish them",
        )
    scene, held_out = zip(*(rows[name] for name in names), strict=True)
    return KnownSplit(np.array(scene, np.int64), np.array(held_out, bool))
