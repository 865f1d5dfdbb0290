"""How soon `assist score` on one new photo is done: `python -m tests.benchmarks.score_start PHOTO [--known N] [--rounds N]`.

From the shell to the end of the command, which prints the table last; with an empty catalogue and with one that knows so many other
photos. Python's own compiled files are warm, as after an installation. Each round is followed by one of Python alone, to tell how
busy the machine was. Prints Markdown: seconds by the clock (median and least) and of the processors (least).
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.known_library import make_library

LIMIT_S = 0.8
"""For 12 megapixels on the CPU (issue "As fast as the photos can be decoded")."""
ALONE = [sys.executable, "-c", "pass"]


def timed(command: list[str]) -> tuple[float, float]:
    """Seconds by the clock and of the processors."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    wall_s, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall_s, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def report(photo: Path, known: int, rounds: int) -> None:
    """Score the photo as a new one, again and again, and print a row."""
    runs, alone = [], []
    with tempfile.TemporaryDirectory() as made:
        before, catalog, folder = Path(made, "before.db"), Path(made, "catalog.db"), Path(made, "new")
        folder.mkdir()
        shutil.copy(photo, folder)
        if known:
            make_library(Path(made, "library"), before, known, max(1, known // 400))
        for _ in range(rounds + 1):
            for left in Path(made).glob("catalog.db*"):
                left.unlink()
            if known:
                shutil.copy(before, catalog)
            runs.append(timed([sys.executable, "-m", "assist_cli", "--catalog", str(catalog), "score", str(folder)]))
            alone.append(timed(ALONE))
    walls, cpus = zip(*runs[1:], strict=True)
    by_clock = f"{statistics.median(walls):.2f} | {min(walls):.2f}"
    python_s = statistics.median(wall for wall, _ in alone[1:])
    print(f"| {known:,} | {by_clock} | {min(cpus):.2f} | {python_s:.3f} |", flush=True)


def main() -> None:
    """Read the arguments and report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("photo", type=Path)
    parser.add_argument("--known", type=int, nargs="+", default=[0, 10_000])
    parser.add_argument("--rounds", type=int, default=9)
    arguments = parser.parse_args()
    print(f"The aim is {LIMIT_S} s for 12 megapixels.\n")
    print("| photos known | s, median | s, least | s of processors, least | Python alone, s |\n|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as compiled:
        os.environ |= {"PYTHONPYCACHEPREFIX": compiled, "PYTHONDONTWRITEBYTECODE": ""}
        for known in arguments.known:
            report(arguments.photo, known, arguments.rounds)


if __name__ == "__main__":
    main()
