"""TID2013 (Ponomarenko et al. 2015): 25 photos, each damaged in 24 ways at 5 levels; quality, not beauty.

Read from `mos_with_names.txt`, a mean in 0..9 and a picture's name on each line; pictures in `distorted_images/`, their
names in whatever case. The means count how often a picture won a comparison with another, in nine rounds (the same
paper), so `mos_std.txt` is no spread of ratings and is not read.
"""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np

from scoring.training.datasets.label_table import Line, read_words
from scoring.training.datasets.opinions import HOW_FROM_MEANS, from_means, stretched
from scoring.training.datasets.rated_photos import DatasetError, RatedPhotos

PICTURE = re.compile(r"i(\d\d)_(\d\d)_(\d)\.bmp", re.IGNORECASE)
"""Photo, kind of damage, level."""


def read_tid2013(folder: Path) -> RatedPhotos:
    """Read the TID2013 set in `folder`; `subset` is the kind of damage, the tag is the photo; raises `DatasetError`."""
    lines = read_words(folder / "mos_with_names.txt", ("mos", "picture"))
    mos = stretched(np.array([line.number("mos", 0.0, 9.0) for line in lines]), 0.0, 9.0)
    parts = [parts_of(line) for line in lines]
    images = folder / "distorted_images"
    there = {path.name.lower(): path for path in images.iterdir()} if images.is_dir() else {}
    names = [line.text("picture") for line in lines]
    return RatedPhotos(
        tuple(there.get(name.lower(), images / name) for name in names),
        mos,
        tuple(f"damage {damage}" for _, damage in parts),
        from_means(mos),
        HOW_FROM_MEANS,
        tags=tuple((f"photo {photo}",) for photo, _ in parts),
    ).whose_pictures_exist()


def parts_of(line: Line) -> tuple[str, str]:
    """The photo and the kind of damage that a picture's name tells; raises `DatasetError`."""
    parts = PICTURE.fullmatch(line.text("picture"))
    if parts is None:
        raise DatasetError(
            f"{line.where}: {line.text('picture')} is not named like I01_01_1.bmp", "copy the file again"
        )
    return parts[1], parts[2]
