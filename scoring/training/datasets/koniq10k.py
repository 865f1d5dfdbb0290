"""KonIQ-10k (Hosu et al. 2020): photos with the votes of about 120 people each, five answers from bad to excellent.

Read from `koniq10k_distributions_sets.csv`, or without it `koniq10k_scores_and_distributions.csv`, whose c1 .. c5 may be
shares or counts; pictures in `1024x768/`, or without it `512x384/`. The mean is that of the votes; the published MOS
(z-scored per person, on another scale in each of the two files) agrees with it at plcc 0.995 over the whole set.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from scoring.training.datasets.label_table import read_csv
from scoring.training.datasets.opinions import from_votes, how_from_votes, means_of
from scoring.training.datasets.rated_photos import RatedPhotos

ANSWERS = ("c1", "c2", "c3", "c4", "c5")
WITH_SETS = "koniq10k_distributions_sets.csv"
WITHOUT_SETS = "koniq10k_scores_and_distributions.csv"
MOST_VOTES = 10_000
"""About 120 votes a photo (Hosu et al. 2020): a count beyond this is another column."""


def read_koniq10k(folder: Path) -> RatedPhotos:
    """Read the KonIQ-10k set in `folder`; `split` is training, validation or test; raises `DatasetError`."""
    return read_labels(folder).whose_pictures_exist()


def read_labels(folder: Path) -> RatedPhotos:
    """All photos of the label file, their pictures there or not; raises `DatasetError`."""
    with_sets = folder / WITH_SETS
    lines = read_csv(with_sets if with_sets.is_file() else folder / WITHOUT_SETS, ("image_name", *ANSWERS))
    distribution = from_votes(np.array([line.votes(ANSWERS, MOST_VOTES) for line in lines], np.float64))
    images = folder / "1024x768" if (folder / "1024x768").is_dir() else folder / "512x384"
    return RatedPhotos(
        tuple(images / line.text("image_name") for line in lines),
        means_of(distribution),
        ("koniq10k",) * len(lines),
        distribution,
        how_from_votes(len(ANSWERS), "1 to 5"),
        tuple(line.text("set") for line in lines) if "set" in lines[0].values else (),
    )
