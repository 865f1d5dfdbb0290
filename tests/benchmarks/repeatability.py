"""How far each reading strays where nobody sees a change: `python -m tests.benchmarks.repeatability PHOTOS [--biq2021 DIR]`.

Every photo is shifted by 1 to 4 px, resized by 2 % and encoded anew (JPEG 92 to 95); what its readings then differ by is no
difference between two frames of a burst. `Factor.repeats_within` are the figures of the last but one column; the last tells what a
blur of 1 px costs, the smallest fault that one sees at 100 %.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import cv2
import numpy as np
from rich.console import Console
from rich.progress import track

from assist_cli.render.markdown_table import markdown_table
from scoring.ranking.picks.ranked_photo import RankedPhoto
from scoring.ranking.picks.readings import FACTORS, difference, readings_of
from tests.benchmarks.truth.looked_at import Looker
from tests.benchmarks.truth.photos import Photo, middle, photos_in, photos_of
from tests.benchmarks.truth.small_changes import UNMOVED, small_changes

BLUR = "blur of 1 px"
KINDS = ("shift", "resize", "JPEG")
HEAD = ["reading", "pairs", "sd", *(f"95 % within: {kind}" for kind in KINDS), "all", BLUR]
EVERY, MOST, LEAST_FACE = 9, 25, 0.04
"""Of BIQ2021 the first so many, of each ninth photo, with a face over that share of the frame: for the eyes, which the camera
photos lack. Focus abstains at their 512 px."""
TALK = Console(stderr=True)


def changes(photo: Photo, looker: Looker) -> Iterator[tuple[str, str, float]]:
    """Kind of change, reading, and by how much it rose."""
    before = looker.look(UNMOVED(photo.rgb), photo.exif, "before")
    for kind, change in small_changes():
        yield from _differences(kind, before, looker.look(change(photo.rgb), photo.exif, "after"))
    blurred = cv2.GaussianBlur(UNMOVED(photo.rgb), (0, 0), 1.0)
    yield from _differences(BLUR, before, looker.look(np.asarray(blurred, np.uint8), photo.exif, "blurred"))


def _differences(kind: str, before: RankedPhoto, after: RankedPhoto) -> Iterator[tuple[str, str, float]]:
    # A zoom of 2 % is a zoom: pixels are compared as if the picture had kept its size.
    first, second = readings_of([before, replace(after, size_px=before.size_px)])
    for name in (*FACTORS, "crispness"):
        if name in first and name in second:
            yield kind, name, difference(second, first, name)


def with_faces(folder: Path, looker: Looker) -> Iterator[Photo]:
    """Photos whose main face is large enough."""
    for photo in photos_of(sorted(folder.iterdir())[::EVERY]):
        if any(face.area >= LEAST_FACE for face in looker.faces(photo.rgb)[:1]):
            yield photo


def table(found: dict[tuple[str, str], list[float]]) -> list[list[str]]:
    """A row a reading."""
    rows = [HEAD]
    for name in (*FACTORS, "crispness"):
        by_kind = {kind: np.abs(found.get((kind, name), [])) for kind in KINDS}
        everything = np.concatenate(list(by_kind.values()))
        if not len(everything):
            continue
        within = [f"{np.quantile(part, 0.95):.3f}" if len(part) else "-" for part in (*by_kind.values(), everything)]
        blur = found.get((BLUR, name), [])
        cost = f"{np.median(blur):+.3f}" if blur else "-"
        rows.append([name, str(len(everything)), f"{np.sqrt(np.mean(everything**2)):.3f}", *within, cost])
    return rows


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("photos", type=Path)
    parser.add_argument("--biq2021", type=Path)
    asked = parser.parse_args()
    looker = Looker()
    photos = [middle(photo) for photo in photos_in(asked.photos)]
    if asked.biq2021:
        photos += islice(with_faces(asked.biq2021 / "images", looker), MOST)
    found: dict[tuple[str, str], list[float]] = defaultdict(list)
    for photo in track(photos, "repeated", console=TALK):
        for kind, name, rise in changes(photo, looker):
            found[kind, name].append(rise)
    print("\n".join(markdown_table(table(found))))


if __name__ == "__main__":
    main()
