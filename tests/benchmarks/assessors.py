"""What each assessor costs beyond decoding, on one core: `python -m tests.benchmarks.assessors DIR`.

Processor time, not wall time, so that other work on the machine counts little; the best of several rounds, as the mean of the
photos of 9 megapixels and more, cut to 9. What several assessors share is measured first, on its own line.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import cv2
from threadpoolctl import threadpool_limits

from scoring.engines.open_face_finder import open_face_finder
from scoring.frame import Frame
from scoring.registry import ASSESSORS
from tests.benchmarks.truth.photos import Photo, middle, photos_in

PIXELS = 9_000_000
"""The photo of the issue's target ("Factor assessors a photographer believes")."""
SHARED: tuple[tuple[str, Callable[[Frame], object]], ...] = (
    ("luma", lambda frame: frame.luma_halvings),
    ("working image", lambda frame: (frame.sampled_extremes, frame.thumbnail)),
    ("detail", lambda frame: frame.detail),
    ("subject", lambda frame: frame.subject),
    ("find faces", lambda frame: frame.faces),
)
"""In the order in which they build on each other."""


def costs_of(photo: Photo, frames: Callable[[Photo], Frame]) -> dict[str, float]:
    """Seconds of one core for each shared step and each assessor, in one pass over a fresh frame."""
    frame = frames(photo)
    steps = [*SHARED, *((one.name, one.assess) for one in ASSESSORS)]
    costs = {}
    for name, step in steps:
        start = time.thread_time()
        step(frame)
        costs[name] = time.thread_time() - start
    return costs


def best_costs(photos: Sequence[Photo], rounds: int, frames: Callable[[Photo], Frame]) -> dict[str, float]:
    """Mean milliseconds a photo by step."""
    total: dict[str, float] = {}
    for photo in photos:
        passes = [costs_of(photo, frames) for _ in range(rounds)]
        for name in passes[0]:
            total[name] = total.get(name, 0.0) + min(one[name] for one in passes)
    return {name: 1000.0 * seconds / len(photos) for name, seconds in total.items()}


def cut(photo: Photo) -> Photo:
    """The middle of the photo, of the same shape, with `PIXELS` pixels."""
    height, width = photo.rgb.shape[:2]
    share = (PIXELS / (height * width)) ** 0.5
    return middle(photo, round(height * share), round(width * share))


def large_enough(photos: Iterable[Photo]) -> list[Photo]:
    """Those of 9 megapixels and more, cut to 9."""
    return [cut(photo) for photo in photos if photo.rgb.size >= 3 * PIXELS]


def table(photos: Sequence[Photo], rounds: int) -> list[tuple[str, float]]:
    """Each step with its milliseconds a photo, then all together; OpenCV and the rest keep to one thread meanwhile."""
    find_faces, threads = open_face_finder(), cv2.getNumThreads()

    def fresh(photo: Photo) -> Frame:
        return Frame(photo.rgb, (photo.rgb.shape[1], photo.rgb.shape[0]), photo.exif, find_faces=find_faces)

    cv2.setNumThreads(1)
    with threadpool_limits(1):
        costs = best_costs(photos, rounds, fresh)
    cv2.setNumThreads(threads)
    return [*costs.items(), ("all together", sum(costs.values()))]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    photos = large_enough(photos_in(options.folder))
    if not photos:
        raise SystemExit(f"no photo in {options.folder} has 9 megapixels")
    print(f"{len(photos)} photos")
    for name, milliseconds in table(photos, options.rounds):
        print(f"{name:14}{milliseconds:8.2f} ms")


if __name__ == "__main__":
    main()
