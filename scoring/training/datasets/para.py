"""PARA (Yang et al. 2022): 31,220 photos, their beauty rated 1 to 5 in halves by about 25 people each.

Read from `annotation/PARA-GiaaTrain.csv` and `PARA-GiaaTest.csv`, whose columns aestheticScore_1.0 .. aestheticScore_5.0
count the nine answers; pictures in `imgs/<sessionId>/<imageName>`.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from scoring.training.datasets.label_table import read_csv
from scoring.training.datasets.opinions import from_votes, how_from_votes, means_of
from scoring.training.datasets.rated_photos import RatedPhotos

LABELS = {"train": "PARA-GiaaTrain.csv", "test": "PARA-GiaaTest.csv"}
ANSWERS = tuple(f"aestheticScore_{score / 2:.1f}" for score in range(2, 11))
COLUMNS = ("imageName", "sessionId", "semantic", *ANSWERS)
MOST_VOTES = 1_000
"""About 25 votes a photo (Yang et al. 2022): a count beyond this is another column."""


def read_para(folder: Path) -> RatedPhotos:
    """Read the PARA set in `folder`; `subset` is the scene, `split` train or test; raises `DatasetError`."""
    sides = {side: read_csv(folder / "annotation" / file, COLUMNS) for side, file in LABELS.items()}
    lines = [line for side in sides.values() for line in side]
    distribution = from_votes(np.array([line.votes(ANSWERS, MOST_VOTES) for line in lines], np.float64))
    return RatedPhotos(
        tuple(folder / "imgs" / line.text("sessionId") / line.text("imageName") for line in lines),
        means_of(distribution),
        tuple(line.text("semantic") for line in lines),
        distribution,
        how_from_votes(len(ANSWERS), "1 to 5 in halves"),
        tuple(side for side, of_side in sides.items() for _ in of_side),
    ).whose_pictures_exist()
