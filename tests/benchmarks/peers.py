"""How long `assist score` takes beside programs of the same field: `python -m tests.benchmarks.peers PHOTOS`.

pyiqa's NIMA rates beauty, imagededup finds near-duplicates by its CNN or its hashes, cleanvision finds dark, bright, blurred and
doubled photos: each does a part of what `score` does. Whichever of them is installed beside photo-assist is run on the same photos
in the same run, each in a process of its own, in turn with `score` (new catalogue); the ratio is taken pair by pair, because
machines drift. One that is not installed, or cannot load its weights, is named. None of them is a dependency, and all may use as
many threads as they like. Prints Markdown.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HASHES = "from imagededup.methods import {name} as M; M(verbose=False).encode_images(image_dir=sys.argv[1])"
PEERS = {
    "imagededup, PHash": HASHES.format(name="PHash"),
    "imagededup, DHash": HASHES.format(name="DHash"),
    "imagededup, CNN": HASHES.format(name="CNN"),
    "cleanvision": "from cleanvision import Imagelab; Imagelab(data_path=sys.argv[1]).find_issues()",
    "pyiqa, NIMA": (
        "import pyiqa, pathlib; rate = pyiqa.create_metric('nima', device='cpu'); "
        "[float(rate(str(photo))) for photo in sorted(pathlib.Path(sys.argv[1]).iterdir())]"
    ),
}
"""Name -> a program that looks at each photo of a folder, its argument, once."""


def seconds_of(command: list[str]) -> float | str:
    """By the clock, with the start; or the last words of one that failed."""
    began = time.perf_counter()
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        return done.stderr.strip().rpartition("\n")[2]
    return time.perf_counter() - began


def own(folder: Path) -> float:
    """`assist score` into a new catalogue."""
    with tempfile.TemporaryDirectory() as scratch:
        catalog = str(Path(scratch, "catalog.db"))
        seconds = seconds_of(
            [sys.executable, "-m", "assist_cli", "--catalog", catalog, "--quiet", "score", str(folder)]
        )
    assert isinstance(seconds, float), seconds
    return seconds


def report(folder: Path, rounds: int) -> None:
    """Print a row a peer."""
    for name, program in PEERS.items():
        command = [sys.executable, "-c", f"import sys; {program}", str(folder)]
        first = seconds_of(command)  # compiles its files, and reads the photos into the disk's cache
        if isinstance(first, str):
            print(f"| {name} | not run: {first} | | |", flush=True)
            continue
        pairs = [(own(folder), seconds_of(command)) for _ in range(rounds)]
        ours = statistics.median(mine for mine, _ in pairs)
        theirs = statistics.median(float(peer) for _, peer in pairs)
        ratio = statistics.median(mine / float(peer) for mine, peer in pairs)
        print(f"| {name} | {theirs:.1f} | {ours:.1f} | {ratio:.2f} |", flush=True)


def main() -> None:
    """Read the arguments and report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("photos", type=Path, metavar="PHOTOS")
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    print("| peer | its s | score, s | score over peer |\n|---|---|---|---|")
    report(arguments.photos, arguments.rounds)


if __name__ == "__main__":
    main()
