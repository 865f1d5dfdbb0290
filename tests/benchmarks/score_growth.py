"""How `assist score` grows with the number of photos: `python -m tests.benchmarks.score_growth PHOTOS --counts 100 1000 10000`.

Whole runs into a new catalogue, in a process of their own, over copies of the JPEGs in PHOTOS, each with picture data of its own,
so that none is recognised as another. Up to `--full-size` photos are copied as they are; larger counts are encoded anew at a
megapixel, for ten thousand of full size would fill a disk. Their pace is another, but whether it stays the same they tell as well:
what grows with their number, the catalogue and the program's memory, does not know of their size.

Printed as Markdown: photos a second and milliseconds a photo of the whole run; of the second tenth of the photos (the first pays
for the start) and of the last, and how many times as long the latter took; the first result; the most memory of the command with
all processes that it started.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.memory_of_all import MemoryOfAll
from tests.benchmarks.own_copies import write_copies

TENTHS = 10


@dataclass(frozen=True)
class Grown:
    """One run: seconds from its start to each told photo and to its end, and the most megabytes of all its processes."""

    told_s: Sequence[float]
    whole_s: float
    peak_mb: float

    def ms_of_tenth(self, number: int) -> float:
        """Milliseconds a photo, in the tenth of this number, from 1."""
        part = len(self.told_s) // TENTHS
        return 1000 * (self.told_s[number * part - 1] - self.told_s[(number - 1) * part - 1]) / part


def grown(folder: Path, catalog: Path) -> Grown:
    """Score the folder."""
    command = [sys.executable, "-m", "assist_cli", "--catalog", str(catalog), "--quiet", "score", str(folder)]
    start, told_s = time.perf_counter(), []
    with (
        subprocess.Popen([*command, "--format", "jsonl"], stdout=subprocess.PIPE) as process,
        MemoryOfAll(process.pid) as memory,
    ):
        assert process.stdout is not None
        for line in process.stdout:
            assert b'"status": "scored"' in line, line
            told_s.append(time.perf_counter() - start)
    return Grown(told_s, time.perf_counter() - start, memory.peak_mb)


def report(photos: Sequence[Path], count: int, *, small: bool) -> None:
    """Measure and print a row."""
    with tempfile.TemporaryDirectory() as scratch:
        write_copies(photos, Path(scratch, "photos"), count, small=small)
        run = grown(Path(scratch, "photos"), Path(scratch, "catalog.db"))
    second, last = run.ms_of_tenth(2), run.ms_of_tenth(TENTHS)
    cells = [
        f"{count:,}",
        "1 megapixel" if small else "as they are",
        f"{count / run.whole_s:.1f}",
        f"{1000 * run.whole_s / count:.1f}",
        f"{second:.1f}",
        f"{last:.1f}",
        f"{last / second:.2f}",
        f"{run.told_s[0]:.2f}",
        f"{run.peak_mb:.0f}",
    ]
    print(f"| {' | '.join(cells)} |", flush=True)


def main() -> None:
    """Read the arguments and report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("photos", type=Path, metavar="PHOTOS")
    parser.add_argument("--counts", type=int, nargs="+", default=[100, 1_000, 10_000])
    parser.add_argument("--full-size", type=int, default=400, metavar="N", help="copy up to N photos as they are")
    options = parser.parse_args()
    photos = sorted(options.photos.glob("*.[jJ][pP]*[gG]"))
    head = ["photos", "size", "photos/s", "ms a photo", "second tenth", "last tenth", "times", "first, s", "MB"]
    print(f"| {' | '.join(head)} |\n|{'---|' * len(head)}")
    for count in options.counts:
        report(photos, count, small=count > options.full_size)


if __name__ == "__main__":
    main()
