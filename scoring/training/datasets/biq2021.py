"""BIQ2021 (Ahmed & Asif 2022): photos of 512 x 512 px with the mean opinion of about 30 people each.

Published for research without a licence file: it may be trained on and measured with, its pictures are not passed on.
"""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np

from scoring.training.datasets.rated_photos import DatasetError, RatedPhotos


def read_biq2021(folder: Path) -> RatedPhotos:
    """Read `labels.csv` (file, subset, mos in 0..1) and `images/` in `folder`; raises `DatasetError` when they are not there."""
    labels = folder / "labels.csv"
    if not labels.is_file():
        raise DatasetError(
            f"no BIQ2021 labels at {labels}", "name the folder that holds labels.csv and images/ with --data"
        )
    with labels.open(newline="", encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    paths = tuple(folder / "images" / row["file"] for row in rows)
    missing = [path.name for path in paths if not path.is_file()]
    if missing:
        raise DatasetError(
            f"{len(missing)} of {len(paths)} pictures are missing, {missing[0]} first", "copy the whole set"
        )
    return RatedPhotos(
        paths,
        1.0 + 9.0 * np.array([float(row["mos"]) for row in rows]),
        tuple(row["subset"] for row in rows),
    )
