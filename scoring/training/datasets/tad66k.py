"""TAD66K (He et al. 2022): 66,327 photos of 47 themes with mean opinions of their beauty.

Read from `labels/merge/train.csv` and `test.csv` (image, score); pictures in `TAD66K/`. Not checked: whether the scores go
down to 0 or to 1. The authors' code divides them by 10, so the scale is taken as 0..10.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from scoring.training.datasets.label_table import read_csv
from scoring.training.datasets.opinions import HOW_FROM_MEANS, from_means, stretched
from scoring.training.datasets.rated_photos import RatedPhotos


def read_tad66k(folder: Path) -> RatedPhotos:
    """Read the TAD66K set in `folder`; `split` is train or test; raises `DatasetError`."""
    sides = {
        side: read_csv(folder / "labels" / "merge" / f"{side}.csv", ("image", "score")) for side in ("train", "test")
    }
    lines = [line for side in sides.values() for line in side]
    mos = stretched(np.array([line.number("score", 0.0, 10.0) for line in lines]), 0.0, 10.0)
    return RatedPhotos(
        tuple(folder / "TAD66K" / line.text("image") for line in lines),
        mos,
        ("tad66k",) * len(mos),
        from_means(mos),
        HOW_FROM_MEANS,
        tuple(side for side, of_side in sides.items() for _ in of_side),
    ).whose_pictures_exist()
