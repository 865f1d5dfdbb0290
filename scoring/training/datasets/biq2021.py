"""BIQ2021 (Ahmed & Asif 2022): photos of 512 x 512 px with the mean opinion of about 30 people each.

Published for research without a licence file: it may be trained on and measured with, its pictures are not passed on.
"""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np

from scoring.training.datasets.opinions import HOW_FROM_MEANS, from_means, stretched
from scoring.training.datasets.rated_photos import DatasetError, RatedPhotos

COLUMNS = ("file", "subset", "mos")
WHOLE_SET = "name the folder that holds BIQ2021's labels.csv and images/ with --data"


def read_biq2021(folder: Path) -> RatedPhotos:
    """Read `labels.csv` (file, subset, mos in 0..1) and `images/` in `folder`; raises `DatasetError` when they are not there."""
    rows = read_labels(folder / "labels.csv")
    images = folder / "images"
    if not images.is_dir():
        raise DatasetError(f"there is no folder {images}", WHOLE_SET)
    paths = tuple(images / row["file"] for row in rows)
    mos = stretched(np.array([opinion(row["mos"], row["file"]) for row in rows]), 0.0, 1.0)
    subset = tuple(row["subset"] for row in rows)
    return RatedPhotos(paths, mos, subset, from_means(mos), HOW_FROM_MEANS).whose_pictures_exist()


def read_labels(labels: Path) -> list[dict[str, str]]:
    """The rows of `labels`, each with a text in each of `COLUMNS`; raises `DatasetError`."""
    if not labels.is_file():
        raise DatasetError(f"no BIQ2021 labels at {labels}", WHOLE_SET)
    try:
        with labels.open(newline="", encoding="utf-8") as lines:
            table = csv.DictReader(lines)
            absent = [name for name in COLUMNS if name not in (table.fieldnames or ())]
            rows = list(table)
    except (csv.Error, UnicodeDecodeError) as error:
        raise DatasetError(f"{labels} is not a CSV table: {error}", WHOLE_SET) from error
    if absent:
        raise DatasetError(
            f"{labels} has no column {', '.join(absent)}", f"its first line must name {', '.join(COLUMNS)}"
        )
    if not rows:
        raise DatasetError(f"{labels} lists no photos", WHOLE_SET)
    for row in rows:
        if not all(row[name] for name in COLUMNS):
            raise DatasetError(f"{labels} has a line that ends early: {row['file']}", "copy the file again")
    return rows


def opinion(text: str, file: str) -> float:
    """A mean opinion in 0..1; raises `DatasetError` that names `file`."""
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not 0.0 <= value <= 1.0:
        raise DatasetError(f"the opinion of {file} is {text}, not a number in 0..1", "copy labels.csv again")
    return value
