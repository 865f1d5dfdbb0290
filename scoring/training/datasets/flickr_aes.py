"""FLICKR-AES (Ren et al. 2017): about 40,000 photos of Flickr, their beauty rated 1 to 5 by five people each.

Read from `FLICKR-AES_image_labeled_by_each_worker.csv`, a vote a line (worker, imagePair, score); pictures in `40K/`.
The scores that the authors made of these votes (`FLICKR-AES_image_score.txt`) are not read: they are means only.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from scoring.training.datasets.label_table import read_csv
from scoring.training.datasets.opinions import from_votes, how_from_votes, means_of
from scoring.training.datasets.rated_photos import RatedPhotos
from scoring.training.datasets.single_votes import count_votes

LABELS = "FLICKR-AES_image_labeled_by_each_worker.csv"


def read_flickr_aes(folder: Path) -> RatedPhotos:
    """Read the FLICKR-AES set in `folder`; raises `DatasetError`."""
    lines = read_csv(folder / LABELS, ("worker", "imagePair", "score"))
    counts = count_votes(lines, "imagePair", "score", 1, 5)
    distribution = from_votes(np.stack(list(counts.values())))
    return RatedPhotos(
        tuple(folder / "40K" / picture for picture in counts),
        means_of(distribution),
        ("flickr_aes",) * len(counts),
        distribution,
        how_from_votes(5, "1 to 5"),
    ).whose_pictures_exist()
