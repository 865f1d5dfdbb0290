"""Measures and prints what `gpu` tells."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from pathlib import Path
from time import perf_counter

import torch

from assist_cli.workflows.judges_apart import JudgesApart
from index.catalog.database import open_catalog
from index.photo.errors import UnreadablePhoto
from index.photo.files import find_assets
from index.photo.read import read_photo
from index.photo.record import Asset
from scoring.engines.served_networks import ServedNetworks
from scoring.engines.torch_cuda.open_networks import open_places, open_rating
from scoring.engines.torch_cuda.precision import AGREEMENT, Precision
from scoring.frame import Frame
from scoring.judge import Judge, open_judge
from scoring.open_frame import face_finder, open_frame
from tests.benchmarks.run_pace import paces
from tests.benchmarks.score_stages import Bench, measured, table
from tests.benchmarks.told_apart import differences
from weights.registry import DEFAULT_RATING_WEIGHTS, find_entry

ON_DEVICE = "rating and embedding", "shared: saliency", "shared: exposure_reading"
"""Stages that wait for the device."""
BY_THE_PROGRAM = "store"
CPU, IN_THREADS, APART, APART_IN_FULL = "cpu", "cuda, judged by threads", "cuda", "cuda-full"


class OnDevice:
    """Networks on any of torch's devices, and who judges with them."""

    def __init__(self, device: str, precision: Precision) -> None:
        open_judge("cpu")  # holds OpenCV and the linear algebra to one thread, as for a run
        self.engine = open_rating(find_entry(DEFAULT_RATING_WEIGHTS), device, precision)
        self.networks = open_places(device)
        self.judge = Judge(self.engine, face_finder(), networks=self.networks).judge

    def apart(self, workers: int) -> JudgesApart:
        """Processes that ask these networks."""
        return JudgesApart(DEFAULT_RATING_WEIGHTS, workers, ServedNetworks(self.engine, self.networks).said_of)

    def ask(self, frame: Frame) -> None:
        """All that a judge asks of networks on the device."""
        self.engine.rate_with_features(frame.working)
        self.networks.saliency().read(frame.small)
        self.networks.exposure().read(frame.small)


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


def limits(stages: Mapping[str, float], workers: int, asked: float, own_ms: float) -> dict[str, float]:
    """Photos a second that each part could give if nothing else bounded them."""
    processor = {name: took for name, took in stages.items() if name not in (*ON_DEVICE, BY_THE_PROGRAM)}
    dearest = max(processor, key=lambda name: processor[name])
    return {
        "networks on the device, all threads asking": asked,
        f"all else in {workers} processes, dearest of it {dearest}": 1000 * workers / sum(processor.values()),
        "the program that asks the device and keeps what is said": 1000 / own_ms,
    }


def report(folder: Path, workers: int, rounds: int, device: str) -> None:
    """Measure and print."""
    assets = [found for found in find_assets([folder]) if isinstance(found, Asset)]
    half, full = OnDevice(device, Precision.HALF), OnDevice(device, Precision.FULL)
    with (
        closing(JudgesApart(DEFAULT_RATING_WEIGHTS, workers)) as with_own,
        closing(half.apart(workers)) as apart,
        closing(full.apart(workers)) as apart_in_full,
    ):
        judges = {CPU: with_own.judge, IN_THREADS: half.judge, APART: apart.judge, APART_IN_FULL: apart_in_full.judge}
        speeds = paces(folder, workers, rounds, judges)
    print(f"{len(assets)} photos, {workers} workers, torch {torch.__version__}\n")
    print("| device | photos a second | processor time of the program itself, ms a photo |\n|---|---|---|")
    for name, speed in speeds.items():
        print(f"| {name} | {speed.photos_a_second:.1f} | {speed.own_ms:.1f} |")
    jpegs = [asset.path for asset in assets if asset.path.suffix.lower() in (".jpg", ".jpeg")]
    with tempfile.TemporaryDirectory() as scratch, open_catalog(Path(scratch) / "c.db") as catalog:
        stages = measured(jpegs, rounds, Bench(catalog, half.engine, half.networks).stages)
    print("\n" + table("stage, one thread", {**stages, "**all**": sum(stages.values())}, stages["decode"]))
    print("\n| what bounds the pace | photos a second |\n|---|---|")
    bounds = limits(stages, workers, asked_a_second(half, assets, workers), speeds[APART].own_ms)
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
