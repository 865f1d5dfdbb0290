"""How fast `assist score` is beside decoding alone, on the same files, in the same run: `python -m tests.benchmarks.score DIR`.

Both run on the same number of threads, in turn, several times; the ratio is taken pair by pair, because machines drift.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from assist_cli.workflows.photo_outcome import ScoredPhoto
from assist_cli.workflows.progress import Progress
from assist_cli.workflows.score_photos import ScoreRequest, score_photos
from index.photo.decode import decode
from index.photo.errors import PhotoReadError
from index.photo.exif import read_exif
from index.photo.files import find_assets
from index.photo.record import Asset
from tests.benchmarks.memory_of_all import MemoryOfAll


@dataclass(frozen=True)
class Pass:
    """One pass over all photos."""

    seconds: float
    photos: int
    megapixels: float


def orientation_of(asset: Asset) -> int:
    """EXIF orientation of the file that is judged; 1 where it cannot be read."""
    try:
        return read_exif(asset.path).orientation
    except PhotoReadError:
        return 1


def decode_alone(assets: Sequence[Asset], orientations: Sequence[int], workers: int) -> Pass:
    """Decode every photo to upright full-size sRGB and throw it away; `orientations` are known beforehand."""

    def pixels_of(asset: Asset, orientation: int) -> int:
        try:
            height, width = decode(asset.path, orientation).rgb.shape[:2]
        except PhotoReadError:
            return 0
        return int(height * width)

    start = time.perf_counter()
    with ThreadPoolExecutor(workers) as pool:
        sizes = [size for size in pool.map(pixels_of, assets, orientations) if size]
    return Pass(time.perf_counter() - start, len(sizes), sum(sizes) / 1e6)


def score_into(catalog: Path, folder: Path, workers: int) -> Pass:
    """Score every photo into a fresh catalogue, as the command does."""
    start = time.perf_counter()
    outcomes = score_photos(ScoreRequest([folder], catalog, "cpu", workers=workers), Progress(), lambda _: None)
    with closing(outcomes):
        sizes = [out.record.size_px for out in outcomes if isinstance(out, ScoredPhoto)]
    return Pass(time.perf_counter() - start, len(sizes), sum(w * h for w, h in sizes) / 1e6)


@dataclass(frozen=True)
class Command:
    """One run of the command: seconds to its first line and to its end, and the most memory of all its processes."""

    first_s: float
    whole_s: float
    peak_mb: float


def run_command(folder: Path, catalog: Path) -> Command:
    """`assist score` in a process of its own."""
    command = [sys.executable, "-m", "assist_cli", "--catalog", str(catalog), "--quiet", "score", str(folder)]
    start, first_s = time.perf_counter(), None
    with (
        subprocess.Popen([*command, "--format", "jsonl"], stdout=subprocess.PIPE) as process,
        MemoryOfAll(process.pid) as memory,
    ):
        assert process.stdout is not None
        for _line in process.stdout:
            first_s = first_s or time.perf_counter() - start
    assert first_s is not None, "no photo was told"
    return Command(first_s, time.perf_counter() - start, memory.peak_mb)


def in_turn(rounds: int, *passes: Callable[[], Pass]) -> list[tuple[Pass, ...]]:
    """Run the passes one after the other, `rounds` times, after one round to warm up."""
    results = [tuple(run() for run in passes) for _ in range(rounds + 1)]
    return results[1:]


def report(folder: Path, workers: int, rounds: int) -> None:
    """Measure and print."""
    assets = [found for found in find_assets([folder]) if isinstance(found, Asset)]
    orientations = [orientation_of(asset) for asset in assets]
    with tempfile.TemporaryDirectory() as scratch:
        catalogs = iter(Path(scratch) / f"{i}.db" for i in range(rounds + 1))
        pairs = in_turn(
            rounds,
            lambda: decode_alone(assets, orientations, workers),
            lambda: score_into(next(catalogs), folder, workers),
        )
        catalog = Path(scratch) / "command.db"
        cold, warm = run_command(folder, catalog), run_command(folder, catalog)
    print_speed("decode alone", [decoded for decoded, _ in pairs])
    print_speed("score", [scored for _, scored in pairs])
    ratios = sorted(scored.seconds / decoded.seconds for decoded, scored in pairs)
    spread = f"{ratios[0]:.2f} .. {ratios[-1]:.2f} in {rounds} rounds, {workers} workers"
    print(f"score / decode {statistics.median(ratios):8.2f} times ({spread})")
    print(f"first result   {cold.first_s:8.2f} s with an empty catalogue (whole run {cold.whole_s:.2f} s)")
    print(f"               {warm.first_s:8.2f} s when all is known (whole run {warm.whole_s:.2f} s)")
    print(f"peak memory    {cold.peak_mb:8.0f} MB, all processes of the command together")


def print_speed(name: str, passes: Sequence[Pass]) -> None:
    """One line: photos and megapixels a second, by the median pass."""
    seconds = statistics.median(p.seconds for p in passes)
    photos, megapixels = passes[0].photos / seconds, passes[0].megapixels / seconds
    print(f"{name:14}{photos:8.2f} photos/s {megapixels:8.1f} MP/s {seconds:8.2f} s")


def main() -> None:
    """Read the arguments and report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    report(arguments.folder, arguments.workers, arguments.rounds)


if __name__ == "__main__":
    main()
