"""Single pictures to plant from: no two of one scene."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple

import cv2

from scoring.training import splits

NUMBERS_APART = 25
"""ss01 are one photographer's frames, in order: its neighbours show one scene more often than the split's scenes tell (looked at).
ss02 shows every scene several times, with faults made on purpose: none of it is planted from."""
LARGEST_EDGE_PX = 1600


class Picture(NamedTuple):
    """A picture to plant from."""

    path: Path

    def rgb(self):
        """(H, W, 3) uint8 sRGB, at most 1,600 px."""
        rgb = cv2.imread(str(self.path))[..., ::-1]
        share = LARGEST_EDGE_PX / max(rgb.shape[:2])
        if share < 1:
            rgb = cv2.resize(rgb, None, fx=share, fy=share, interpolation=cv2.INTER_AREA)
        return rgb.copy()


def biq2021(folder, held_out, at_most):
    """Pictures of the half that the embedding was not made from (`held_out`), or of the other; one of each scene."""
    with (Path(splits.__file__).parent / "biq2021.csv").open(encoding="utf-8") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: row["file"])
    scenes, numbers, chosen = set(), [], []
    for row in rows:
        subset, number = row["file"].split(".")[0].split("_")
        if subset == "ss02" or (row["held_out"] == "1") != held_out or row["scene"] in scenes:
            continue
        if subset == "ss01" and any(abs(int(number) - known) < NUMBERS_APART for known in numbers):
            continue
        scenes.add(row["scene"])
        numbers += [int(number)] if subset == "ss01" else []
        chosen.append(Picture(Path(folder) / "images" / row["file"]))
    step = max(1.0, len(chosen) / at_most)
    return [chosen[int(at * step)] for at in range(min(at_most, len(chosen)))]


def photos_of(folder):
    """The photos of a folder, each a scene of its own."""
    return [Picture(path) for path in sorted(Path(folder).iterdir()) if path.suffix.lower() in (".jpg", ".jpeg")]
