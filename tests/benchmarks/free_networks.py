"""What bounds the pace on any device, measured without one: `python -m tests.benchmarks.free_networks PHOTOS`.

Photos are judged with networks that answer at once, always the same: by threads, and by processes that ask the program, as
`--device cuda` does; beside them by processes with networks of their own, as `--device cpu` does. Printed as Markdown: photos a
second of whole runs in turn, whose processes have been opened before, and the processor time that each photo costs the program
itself, which is one and cannot be shared out. No device can be faster than both allow. Some hundred photos, and nothing else
running.
"""

from __future__ import annotations

import argparse
from contextlib import closing
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assist_cli.workflows.judges_apart import JudgesApart
from assist_cli.workflows.worker_counts import default_processes
from scoring.engines.embedder import Embedder
from scoring.engines.rating_engine import open_rating_engine
from scoring.engines.said_of import Said
from scoring.engines.served_networks import EXPOSURE, RATING, SALIENCY
from scoring.judge import open_asking_judge
from tests.benchmarks.run_pace import paces
from weights.registry import DEFAULT_RATING_WEIGHTS


def ask(network: str, picture: npt.NDArray[np.uint8]) -> Said:
    """Numbers of the shapes that the networks tell: a subject in the middle, exposed as it should be."""
    height, width = picture.shape[0] // 4, picture.shape[1] // 4
    places = np.zeros((height, width), np.float32)
    if network == SALIENCY:
        places[height // 3 : -height // 3, width // 3 : -width // 3] = 1.0
        return (places,)
    return {RATING: rated(), EXPOSURE: (places, places + 0.5)}[network]


@cache
def rated() -> tuple[npt.NDArray[np.float32], ...]:
    """What the network that ships says of a grey picture, the embedding with it, as a device tells it."""
    grey = np.full((64, 96, 3), 128, np.uint8)
    engine = open_rating_engine("cpu")
    features = engine.rate_with_features(grey).features
    assert features is not None, "the network that ships tells its features"
    ratings, embedding = Embedder(engine).rate(engine, grey)
    return ratings, features, embedding


def main() -> None:
    """Read the arguments and report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("photos", type=Path)
    parser.add_argument("--workers", type=int, default=default_processes(beside_a_device=True))
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with (
        closing(JudgesApart(DEFAULT_RATING_WEIGHTS, options.workers, ask)) as apart,
        closing(JudgesApart(DEFAULT_RATING_WEIGHTS, options.workers)) as with_own,
    ):
        judges = {
            "threads": open_asking_judge(ask).judge,
            "processes": apart.judge,
            "as `--device cpu`": with_own.judge,
        }
        told = paces(options.photos, options.workers, options.rounds, judges)
    print(
        f"| {options.workers} of | photos a second | processor time of the program itself, ms a photo |\n|---|---|---|"
    )
    for name, pace in told.items():
        print(f"| {name} | {pace.photos_a_second:.1f} | {pace.own_ms:.1f} |")


if __name__ == "__main__":
    main()
