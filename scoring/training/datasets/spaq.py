"""SPAQ (Fang et al. 2020): 11,125 photos of 66 phones with mean opinions of their quality.

The authors publish a spreadsheet, `Annotations/MOS and Image attribute scores.xlsx`. Reading it would take a library of
its own, so it is read as the CSV that any spreadsheet program saves, under the same name and beside it: columns `Image name`
and `MOS` in 0..100, between commas or semicolons. Pictures in `TestImage/`.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from scoring.training.datasets.label_table import read_csv, text_of
from scoring.training.datasets.opinions import HOW_FROM_MEANS, from_means, stretched
from scoring.training.datasets.rated_photos import DatasetError, RatedPhotos

SPREADSHEET = Path("Annotations") / "MOS and Image attribute scores.xlsx"


def read_spaq(folder: Path) -> RatedPhotos:
    """Read the SPAQ set in `folder`; raises `DatasetError`, with the way out where only the spreadsheet is there."""
    labels = (folder / SPREADSHEET).with_suffix(".csv")
    if not labels.is_file():
        raise DatasetError(
            f"there is no {labels}", f"open {SPREADSHEET.name} in a spreadsheet program and save it as CSV"
        )
    delimiter = ";" if ";" in text_of(labels).splitlines()[0] else ","
    lines = read_csv(labels, ("Image name", "MOS"), delimiter)
    mos = stretched(np.array([line.number("MOS", 0.0, 100.0) for line in lines]), 0.0, 100.0)
    paths = tuple(folder / "TestImage" / line.text("Image name") for line in lines)
    return RatedPhotos(paths, mos, ("spaq",) * len(mos), from_means(mos), HOW_FROM_MEANS).whose_pictures_exist()
