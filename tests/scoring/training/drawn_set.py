"""A rated set in BIQ2021's layout, drawn for a test, and a recipe of ours made small enough to run in seconds."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
from PIL import Image

from scoring.training.recipe import RECIPES


def write_rated_set(folder: Path, photos: Iterable[tuple[np.ndarray, float]]) -> None:
    """`0.png`, `1.png` … from ((h, w, 3) uint8 RGB, opinion in 0..1), all of subset ss01."""
    (folder / "images").mkdir()
    with (folder / "labels.csv").open("w", newline="", encoding="utf-8") as labels:
        table = csv.writer(labels)
        table.writerow(["file", "subset", "mos"])
        for number, (rgb, mos) in enumerate(photos):
            Image.fromarray(rgb).save(folder / "images" / f"{number}.png")
            table.writerow([f"{number}.png", "ss01", f"{mos:.3f}"])


def write_recipe(file: Path, name: str, changed: Mapping[str, str]) -> Path:
    """The shipped recipe `name` with lines changed, each of which must be there."""
    text = (RECIPES / f"{name}.toml").read_text(encoding="utf-8")
    for old, new in changed.items():
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")
    return file
