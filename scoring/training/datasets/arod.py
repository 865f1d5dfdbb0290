"""AROD (Schwarz, Wieschollek & Lensch 2018, "Will People Like Your Image?"): photos of Flickr, how many saw and liked each.

The authors publish `arod/list.txt`, a line `url;faves;views` for each photo, and no pictures; each is looked for in `images/`
under the last part of its address. Nobody rated these photos: what stands for a mean opinion is the share of viewers that left a
fave, both on a logarithmic scale. Not checked against the paper: the exact form of its score.
"""

from __future__ import annotations

import math
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np

from scoring.training.datasets.label_table import Line, as_line, text_of
from scoring.training.datasets.opinions import HOW_FROM_FAVES, from_means, stretched
from scoring.training.datasets.rated_photos import DatasetError, RatedPhotos

LIST = Path("arod") / "list.txt"
COLUMNS = ("url", "faves", "views")
MOST = 10**9
"""No photo has been seen so often: a count beyond this is another column."""


def read_arod(folder: Path) -> RatedPhotos:
    """Read the AROD set in `folder`; raises `DatasetError`."""
    file = folder / LIST
    lines = [
        as_line(file, n, COLUMNS, row.split(";")) for n, row in enumerate(text_of(file).splitlines(), 1) if row.strip()
    ]
    mos = stretched(np.array([liking(line) for line in lines]), 0.0, 1.0)
    paths = tuple(folder / "images" / picture(line) for line in lines)
    return RatedPhotos(paths, mos, ("arod",) * len(lines), from_means(mos), HOW_FROM_FAVES).whose_pictures_exist()


def liking(line: Line) -> float:
    """In 0..1; raises `DatasetError` where more people liked a photo than saw it, or nobody saw it."""
    faves, views = line.whole("faves", 0, MOST), line.whole("views", 1, MOST)
    if faves > views:
        raise DatasetError(f"{line.where} has more faves than views", "copy the file again")
    return math.log1p(faves) / math.log1p(views)


def picture(line: Line) -> str:
    """The last part of the address; raises `DatasetError` where there is none."""
    name = Path(urlsplit(line.text("url")).path).name
    if not name:
        raise DatasetError(f"{line.where}: {line.text('url')} names no picture", "copy the file again")
    return name
