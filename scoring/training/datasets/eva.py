"""EVA (Kang, Valenzise & Dufaux 2020): 4,070 photos of AVA, their beauty rated 0 to 10 by 30 people or more each.

Read from `data/votes_filtered.csv`, a vote a line with `=` between values (image_id, user_id, score, …), and, where it is
there, `data/image_content_category.csv`, a photo and the number of its content on each line; pictures in
`images/EVA_together/<image_id>.jpg`, as the authors' repository has them once their archive is unpacked there.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from scoring.training.datasets.label_table import as_line, read_csv, text_of
from scoring.training.datasets.opinions import from_votes, how_from_votes, means_of
from scoring.training.datasets.rated_photos import RatedPhotos
from scoring.training.datasets.single_votes import count_votes


def read_eva(folder: Path) -> RatedPhotos:
    """Read the EVA set in `folder`; `subset` is the content; raises `DatasetError`."""
    lines = read_csv(folder / "data" / "votes_filtered.csv", ("image_id", "score"), delimiter="=")
    counts = count_votes(lines, "image_id", "score", 0, 10)
    distribution = from_votes(np.stack(list(counts.values())))
    contents = contents_by_image(folder / "data" / "image_content_category.csv")
    return RatedPhotos(
        tuple(folder / "images" / "EVA_together" / f"{image}.jpg" for image in counts),
        means_of(distribution),
        tuple(f"content {contents[image]}" if image in contents else "content unknown" for image in counts),
        distribution,
        how_from_votes(11, "0 to 10"),
    ).whose_pictures_exist()


def contents_by_image(file: Path) -> dict[str, str]:
    """`{"100196": "1"}`; empty without the file. The names of its two columns do not matter: its order is published."""
    if not file.is_file():
        return {}
    rows = [row.replace('"', "").split(",") for row in text_of(file).splitlines() if row.strip()]
    lines = [as_line(file, number, ("image", "content"), row) for number, row in enumerate(rows, start=1)]
    return {line.text("image"): line.text("content") for line in lines[1:]}
