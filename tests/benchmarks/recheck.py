"""How long `assist score` takes where every photo is known and unchanged: `python -m tests.benchmarks.recheck [--photos N ...]`.

The whole command, from the shell to the last line, on photos in folders of some hundreds and on photos that all lie in one folder,
told in several ways into nowhere; best of several runs, files and catalogue in the disk's cache. "for the first time": after a
change of program or profile, when all that was said is read and blended anew. Prints Markdown.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.known_library import make_library

SIZES = (100_000,)
PHOTOS_A_FOLDER = 400
LIMIT_S = 5.0
"""For 100,000 photos (issue "As fast as the photos can be decoded")."""
WAYS = {"table": [], "the 20 best": ["--top", "20"], "JSON lines": ["--format", "jsonl"]}


def timed(command: list[str]) -> tuple[float, float]:
    """Seconds by the clock and of the processors, of a command whose output nobody reads."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.monotonic() - began, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def report(count: int, folders: int, rounds: int) -> None:
    """Make a library, run the command in every way, print the best."""
    with tempfile.TemporaryDirectory() as made:
        library, catalog = Path(made, "library"), Path(made, "catalog.db")
        make_library(library, catalog, count, folders)
        command = [sys.executable, "-m", "assist_cli", "--catalog", str(catalog), "score", str(library)]
        tell(count, folders, "table, for the first time", [timed(command)])
        for name, options in WAYS.items():
            tell(count, folders, name, [timed([*command, *options]) for _ in range(rounds)])


def tell(count: int, folders: int, name: str, runs: list[tuple[float, float]]) -> None:
    """One row."""
    wall_s, cpu_s = map(min, zip(*runs, strict=True))
    print(f"| {count:,} | {folders:,} | {name} | {wall_s:.2f} | {cpu_s:.2f} |", flush=True)


def main() -> None:
    """Read the arguments and report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--photos", type=int, nargs="+", default=SIZES)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    print(f"The aim is {LIMIT_S:.0f} s for 100,000.\n")
    print("| photos | folders | told as | s | s of processors |\n|---|---|---|---|---|")
    for count in arguments.photos:
        for folders in (max(1, count // PHOTOS_A_FOLDER), 1):
            report(count, folders, arguments.rounds)


if __name__ == "__main__":
    main()
