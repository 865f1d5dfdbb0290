"""How fast the screens of a cull follow the keys: `python -m tests.benchmarks.cull_screen PHOTOS`.

PHOTOS is a folder of JPEGs; each is enlarged to 24 megapixels (`tests.benchmarks.pictures`) and lies in a temporary folder under
many names. The real app runs on a screen of 160 x 48 cells of 10 x 20 pixels without a terminal, for each protocol in a process of
its own, and a thread presses its keys. Timed is from the key to the moment when the photo's picture has been written to the driver:

- cached: the next photo, which is prepared while the last one is looked at;
- cold: a photo far off, of which nothing is prepared (but the file is in the system's cache);
- held: 25 keys a second; how many photos were seen, as drafts and sharp, and when the last one was sharp after its key;
- memory: the most that the process had, after culling and after zoom, grid and comparison on the way through all photos.

Medians, with the best in brackets: on a busy machine that is nearer to what the program itself takes, as is the CPU time (of all
that follows a key, with the neighbours). Printed as Markdown. The rest of the machine should rest.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.benchmarks.pictures import TERMINALS, large_photos

CACHED_MS, COLD_MS, A_SECOND, MEMORY_MB = 50, 200, 25, 700
"""Issue "Culling in the terminal"."""
PHOTOS = 320
PATIENCE_S = 900
COLUMNS = (
    "terminal",
    "cached",
    "cold: draft",
    "cold: sharp",
    "held: seen/s",
    "of them sharp",
    "last sharp",
    "CPU a step",
    "memory",
)


def shoot(photos: Path, folder: Path, count: int) -> Path:
    """So many files: each photo under many names."""
    sources, target = folder / "sources", folder / "shoot"
    sources.mkdir()
    target.mkdir()
    large = large_photos(photos, sources)
    for number in range(count):
        os.link(large[number % len(large)], target / f"IMG_{number:04}.JPG")
    return target


def measured(terminal: str, folder: Path, seconds: float, *, judges: bool) -> dict[str, Any]:
    """In a terminal that says it has all colours."""
    command = [
        sys.executable,
        "-m",
        "tests.benchmarks.cull.one_terminal",
        terminal,
        str(folder),
        "--seconds",
        str(seconds),
    ]
    environ = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    done = subprocess.run(
        command + ["--judging"] * judges, env=environ, stdout=subprocess.PIPE, check=True, timeout=PATIENCE_S
    )
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def row(terminal: str, told: dict[str, Any]) -> list[str]:
    """As `COLUMNS`; what misses its target has a cross."""
    cached, cold, held, memory = told["cached"], told["cold"], told["held"], told["memory"]
    seen = held["drafts"] + held["sharp"]
    return [
        terminal,
        _within(cached["sharp"], CACHED_MS, f"{cached['sharp']:.0f} ({cached['best']:.0f}) ms"),
        f"{cold['first']:.0f} ms",
        _within(cold["sharp"], COLD_MS, f"{cold['sharp']:.0f} ({cold['best']:.0f}) ms"),
        _within(-seen, -0.9 * A_SECOND, f"{seen:.1f}"),
        f"{held['sharp']:.1f}",
        f"{held['late']:.0f} ms",
        f"{cached['cpu']:.0f} ms",
        _within(max(memory.values()), MEMORY_MB, f"{memory['culling']:.0f}, {memory['looking around']:.0f} MB"),
    ]


def _within(value: float, most: float, words: str) -> str:
    return f"{words} {'✓' if value <= most else '✗'}"


def main() -> None:
    """Measure each protocol."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("photos", type=Path)
    parser.add_argument("--seconds", type=float, default=4.0, help="for which a key is held")
    parser.add_argument("--count", type=int, default=PHOTOS, help="photos of the shoot")
    parser.add_argument("--only", choices=TERMINALS, action="append", help="this protocol")
    parser.add_argument("--judging", action="store_true", help="with scores made in the background")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        photos = shoot(options.photos, Path(folder), options.count)
        print(f"| {' | '.join(COLUMNS)} |\n|{'---|' * len(COLUMNS)}")
        targets = ("target", f"{CACHED_MS} ms", "", f"{COLD_MS} ms", f"{A_SECOND}", "", "", "", f"{MEMORY_MB} MB")
        print(f"| {' | '.join(targets)} |", flush=True)
        for terminal in options.only or TERMINALS:
            told = measured(terminal, photos, options.seconds, judges=options.judging)
            print(f"| {' | '.join(row(terminal, told))} |", flush=True)


if __name__ == "__main__":
    main()
