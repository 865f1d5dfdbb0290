"""How fast photos are judged with networks on a GPU, beside the CPU alone, and how alike: `python -m tests.benchmarks.gpu PHOTOS`.

PHOTOS is a folder; some hundred photos tell more than sixteen. Printed as Markdown, with the GPU's name: photos a second of
whole runs, in turn; what a photo costs one thread, stage by stage; how many pictures the networks answer when all threads ask;
what bounds the pace; and how far numbers are from the CPU's. Put it into `docs/performance.md`. Without a CUDA device it says
so, and ends well; `--rehearse` then goes through all of it on torch's CPU, which shows that this program works and nothing
else.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from pathlib import Path
from time import perf_counter

import numpy as np
import torch

from assist_cli.workflows.judging_desk import default_workers
from assist_cli.workflows.judging_pool import JudgeOne
from assist_cli.workflows.photo_outcome import ScoredPhoto
from assist_cli.workflows.progress import Progress
from assist_cli.workflows.score_photos import ScoreRequest, score_photos
from index.catalog.database import open_catalog
from index.photo.errors import UnreadablePhoto
from index.photo.files import find_assets
from index.photo.read import read_photo
from index.photo.record import Asset
from scoring.engines.torch_cuda.available import cuda_available
from scoring.engines.torch_cuda.open_networks import open_places, open_rating
from scoring.engines.torch_cuda.precision import AGREEMENT, Precision
from scoring.frame import Frame
from scoring.judge import Judge, Judgement, open_judge
from scoring.open_frame import face_finder, open_frame
from tests.benchmarks.score_stages import Bench, measured, table
from weights.registry import DEFAULT_RATING_WEIGHTS, find_entry

HINT = "no CUDA device here: nothing is measured (a driver and a CUDA build of torch are needed; --rehearse tries this program)"
ON_DEVICE = "rating and embedding", "shared: saliency", "shared: exposure_reading"
"""Stages that wait for the device."""


class OnDevice:
    """Networks on any of torch's devices, and who judges with them."""

    def __init__(self, device: str, precision: Precision) -> None:
        open_judge("cpu")  # holds OpenCV and the linear algebra to one thread, as for a run
        self.engine = open_rating(find_entry(DEFAULT_RATING_WEIGHTS), device, precision)
        self.networks = open_places(device)
        self.judge = Judge(self.engine, face_finder(), networks=self.networks).judge

    def ask(self, frame: Frame) -> None:
        """All that a judge asks of networks on the device."""
        self.engine.rate_with_features(frame.working)
        self.networks.saliency().read(frame.small)
        self.networks.exposure().read(frame.small)


def photos_a_second(folder: Path, workers: int, judge: JudgeOne | None) -> float:
    """Of a whole run into a new catalogue; without a judge on a device as `--device cpu`."""
    with tempfile.TemporaryDirectory() as scratch:
        given = None if judge is None else lambda _device, _weights: judge
        request = ScoreRequest([folder], Path(scratch) / "c.db", "cpu", workers=workers, open_judge=given)
        start = perf_counter()
        with closing(score_photos(request, Progress(), lambda _: None)) as outcomes:
            scored = sum(isinstance(outcome, ScoredPhoto) for outcome in outcomes)
        return scored / (perf_counter() - start)


def pace(folder: Path, workers: int, rounds: int, judges: Mapping[str, JudgeOne | None]) -> dict[str, float]:
    """Photos a second by device: the median of `rounds`, which take turns after one to warm up."""
    runs = [[photos_a_second(folder, workers, judge) for judge in judges.values()] for _ in range(rounds + 1)][1:]
    return {name: statistics.median(each) for name, each in zip(judges, zip(*runs, strict=True), strict=True)}


def asked_a_second(device: OnDevice, assets: list[Asset], workers: int, seconds: float = 3.0) -> float:
    """How many pictures all three networks answer a second while `workers` threads ask, decoding and assessors left out."""
    photos = [photo for photo in map(read_photo, assets[:16]) if not isinstance(photo, UnreadablePhoto)]
    frames = [open_frame(*photo, None) for photo in photos]
    until = perf_counter() + seconds

    def ask(first: int) -> int:
        count = 0
        while perf_counter() < until:
            device.ask(frames[(first + count) % len(frames)])
            count += 1
        return count

    start = perf_counter()
    with ThreadPoolExecutor(workers) as threads:
        asked = sum(threads.map(ask, range(workers)))
    return asked / (perf_counter() - start)


def differences(assets: list[Asset], on_cpu: JudgeOne, on_device: JudgeOne, workers: int) -> dict[str, float]:
    """The furthest that any number of any photo is from the CPU's, by what is told."""
    with ThreadPoolExecutor(workers) as threads:
        there = list(threads.map(lambda asset: on_device(asset, {}), assets))
    furthest: dict[str, float] = {}
    for here, said in zip((on_cpu(asset, {}) for asset in assets), there, strict=True):
        if isinstance(here, Judgement) and isinstance(said, Judgement):
            for name, apart in differences_of(here, said):
                furthest[name] = max(furthest.get(name, 0.0), apart)
    return furthest


def differences_of(here: Judgement, there: Judgement) -> Iterator[tuple[str, float]]:
    """What is told of one photo, and how far it is from the other."""
    yield "rating_dist", float(np.abs(np.subtract(here.quality.rating_dist, there.quality.rating_dist)).max())
    yield "mean rating", abs(here.quality.mean - there.quality.mean)
    if here.embedding is not None and there.embedding is not None:
        yield "embedding", float(np.abs(here.embedding - there.embedding).max())
    for name, one in here.assessments.items():
        yield f"{name} (value)", abs(one.value - there.assessments[name].value)


def limits(stages: Mapping[str, float], workers: int, asked: float) -> dict[str, float]:
    """Photos a second that each part could give if nothing else bounded them."""
    processor = {name: took for name, took in stages.items() if name not in ON_DEVICE}
    dearest = max(processor, key=lambda name: processor[name])
    return {
        "networks on the device, all threads asking": asked,
        f"all else on {workers} threads, dearest of it {dearest}": 1000 * workers / sum(processor.values()),
    }


def report(folder: Path, workers: int, rounds: int, device: str) -> None:
    """Measure and print."""
    assets = [found for found in find_assets([folder]) if isinstance(found, Asset)]
    half, full = OnDevice(device, Precision.HALF), OnDevice(device, Precision.FULL)
    judges = {"cpu": None, "cuda": half.judge, "cuda-full": full.judge}
    print(
        f"{len(assets)} photos, {workers} threads, torch {torch.__version__}\n\n| device | photos a second |\n|---|---|"
    )
    for name, speed in pace(folder, workers, rounds, judges).items():
        print(f"| {name} | {speed:.1f} |")
    jpegs = [asset.path for asset in assets if asset.path.suffix.lower() in (".jpg", ".jpeg")]
    with tempfile.TemporaryDirectory() as scratch, open_catalog(Path(scratch) / "c.db") as catalog:
        stages = measured(jpegs, rounds, Bench(catalog, half.engine, half.networks).stages)
    print("\n" + table("stage, one thread", {**stages, "**all**": sum(stages.values())}, stages["decode"]))
    print("\n| what bounds the pace | photos a second |\n|---|---|")
    bounds = limits(stages, workers, asked_a_second(half, assets, workers))
    for name, speed in sorted(bounds.items(), key=lambda bound: bound[1]):
        print(f"| {name} | {speed:.1f} |")
    compare = partial(differences, assets, open_judge("cpu").judge, workers=workers)
    print_differences({Precision.HALF: compare(half.judge), Precision.FULL: compare(full.judge)})


def print_differences(furthest: Mapping[Precision, Mapping[str, float]]) -> None:
    """Markdown; what is further than it may be stands out."""
    print("\n| furthest from the CPU | half precision | full precision |\n|---|---|---|")
    for name in furthest[Precision.HALF]:
        cells = [(furthest[precision].get(name, 0.0), AGREEMENT[precision]) for precision in Precision]
        print(
            f"| {name} |",
            " | ".join(f"{apart:.5f}" if apart <= most else f"**{apart:.5f}**" for apart, most in cells),
            "|",
        )


def main() -> None:
    """Read the arguments and report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("photos", type=Path)
    parser.add_argument("--workers", type=int, default=default_workers())
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--rehearse", action="store_true")
    options = parser.parse_args()
    measure: Callable[[str], None] = partial(report, options.photos, options.workers, options.rounds)
    if cuda_available():
        print(f"{torch.cuda.get_device_name()}, ", end="")
        measure("cuda")
    elif options.rehearse:
        print("REHEARSED ON TORCH'S CPU: these numbers mean nothing. ", end="")
        measure("cpu")
    else:
        print(HINT)


if __name__ == "__main__":
    main()
