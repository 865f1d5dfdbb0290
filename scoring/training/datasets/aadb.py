"""AADB (Kong et al. 2016): photos of Flickr, their beauty rated by five people each.

Read from `imgListFiles_label/imgList{Train,Validation,TestNew}Regression_score.txt`, a picture's name and its score in
0..1 on each line; pictures in `datasetImages_originalSize/`, those of the test in `AADB_newtest_originalSize/`. Not checked:
how the authors brought answers of 1 to 5 to 0..1; the scale is taken from end to end.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from scoring.training.datasets.label_table import read_words
from scoring.training.datasets.opinions import HOW_FROM_MEANS, from_means, stretched
from scoring.training.datasets.rated_photos import RatedPhotos

LABELS = "imgListFiles_label"
SPLITS = {
    "train": ("imgListTrainRegression_score.txt", "datasetImages_originalSize"),
    "validation": ("imgListValidationRegression_score.txt", "datasetImages_originalSize"),
    "test": ("imgListTestNewRegression_score.txt", "AADB_newtest_originalSize"),
}
"""The label file of each side of the split, and the folder of its pictures."""


def read_aadb(folder: Path) -> RatedPhotos:
    """Read the AADB set in `folder`; `split` is train, validation or test; raises `DatasetError`."""
    labels = folder / LABELS
    # The published archive holds a folder of its own name.
    labels = labels / LABELS if (labels / LABELS).is_dir() else labels
    paths: list[Path] = []
    scores: list[float] = []
    split: list[str] = []
    for name, (file, pictures) in SPLITS.items():
        lines = read_words(labels / file, ("picture", "score"))
        paths += [folder / pictures / line.text("picture") for line in lines]
        scores += [line.number("score", 0.0, 1.0) for line in lines]
        split += [name] * len(lines)
    mos = stretched(np.array(scores), 0.0, 1.0)
    photos = RatedPhotos(tuple(paths), mos, ("aadb",) * len(mos), from_means(mos), HOW_FROM_MEANS, tuple(split))
    return photos.whose_pictures_exist()
