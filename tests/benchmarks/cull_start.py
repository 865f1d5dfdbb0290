"""How long `assist cull` takes to its first picture: `python -m tests.benchmarks.cull_start [--photos N] [--runs N]`.

The command itself, in a pseudo-terminal of 160 x 48 that answers as one without pictures does, over a folder of photos of 24
megapixels without a camera's thumbnail: never scored, and scored, culled and advised on. Printed for each: seconds from the start
of the process to the first output that holds a photo, the shortest and the middle of all runs, and CPU seconds until then. Files
lie in the disk's cache. The rest of the machine should rest; where it does not, CPU time tells more.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import re
import select
import shutil
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import cv2
import numpy as np
import simplejpeg

from index.catalog.database import open_catalog
from index.catalog.decisions import StoredDecision
from index.catalog.people_marks import PersonsMarks
from index.catalog.stored import FileStamp
from index.photo.marks import Flag, Marks
from tests.benchmarks.catalogue import photo as stored_photo

PHOTOS, RUNS = 5_000, 7
"""Issue "Culling in the terminal": the first picture within 1 s of start on a folder of 5,000."""
LARGE, ROWS, COLUMNS = (4000, 6000), 48, 160
LARGE_FILES = 24
"""The first ones of the folder, and all that is prepared beside them; the others are 320 px, for nobody looks at them."""
AT_ONCE = 500
GIVES_UP_AFTER_S = 20.0
COLOURED = re.compile(rb"48;2;\d+;\d+;\d+m")
"""A run of cells with a colour behind it (ECMA-48 SGR 48): only a photo in block characters has hundreds."""
A_PHOTO = 800
DA1, ANSWER = b"\x1b[c", b"\x1b[?62;22c"
"""The question that every terminal answers, and what one says that draws no pictures (DEC, VT220)."""


@dataclass(frozen=True, slots=True)
class Start:
    """One start, from the process to its first picture."""

    wall_s: float
    cpu_s: float


def make_photos(folder: Path, count: int) -> list[Path]:
    """So many photos, the first few large."""
    random = np.random.default_rng(1)
    large = [_jpeg(random, LARGE) for _ in range(4)]
    small = _jpeg(random, (213, 320))
    made = [folder / f"DSC_{number:05d}.JPG" for number in range(count)]
    for number, path in enumerate(made):
        path.write_bytes(large[number % len(large)] if number < LARGE_FILES else small + number.to_bytes(4, "big"))
    return made


def _jpeg(random: np.random.Generator, shape: tuple[int, int]) -> bytes:
    """A scene of soft patches with a sensor's noise."""
    patches = random.integers(0, 256, (40, 60, 3), np.uint8)
    scene = cv2.resize(patches, shape[::-1], interpolation=cv2.INTER_CUBIC)
    noise = random.integers(-6, 7, (*shape, 1), np.int16)
    return simplejpeg.encode_jpeg(np.clip(scene + noise, 0, 255).astype(np.uint8), quality=90)


def fill(catalog_path: Path, photos: list[Path]) -> None:
    """All of them as `score` and `pick` store them, a third of them marked by a person."""
    random, now = np.random.default_rng(0), datetime.now(UTC)
    advice = StoredDecision("keeper", "burst", 1, ("The sharpest of five frames.",), now)
    with open_catalog(catalog_path) as catalog:
        for start in range(0, len(photos), AT_ONCE):
            part = range(start, min(start + AT_ONCE, len(photos)))
            catalog.store([_as_stored(number, photos[number], random) for number in part])
        seen = catalog.seen_photos([photos[0].parent])
        catalog.decisions.store((one.photo_id, advice) for one in seen)
        catalog.people.store(
            PersonsMarks(one.path, one.asset_id, Marks(flag=Flag.PICK), "cull, in sidecars", now) for one in seen[1::3]
        )


def _as_stored(number: int, path: Path, random: np.random.Generator):
    info, known = path.stat(), stored_photo(number, random)
    record = replace(known.record, path=path, companions=())
    return replace(known, record=record, stamps=(FileStamp(path, info.st_size, info.st_mtime_ns),))


def first_picture(folder: Path, catalog: Path) -> Start:
    """Start a cull, and end it at once when it shows a photo."""
    command = [sys.executable, "-m", "assist_cli", "--catalog", str(catalog), "cull", str(folder), "--images", "half"]
    begun = time.perf_counter()
    process, terminal = pty.fork()
    if process == 0:
        os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
        for within in ("TMUX", "STY", "ZELLIJ", "NO_COLOR", "SSH_TTY", "SSH_CONNECTION"):
            os.environ.pop(within, None)
        os.execv(sys.executable, command)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("4H", ROWS, COLUMNS, 0, 0))
    try:
        _wait_for_photo(terminal, begun)
        wall_s = time.perf_counter() - begun
    finally:
        os.kill(process, signal.SIGKILL)
        _, _, used = os.wait4(process, 0)
        os.close(terminal)
    return Start(wall_s, used.ru_utime + used.ru_stime)


def _wait_for_photo(terminal: int, begun: float) -> None:
    heard, is_answered = b"", False
    while len(COLOURED.findall(heard)) < A_PHOTO:
        readable, _, _ = select.select([terminal], [], [], GIVES_UP_AFTER_S)
        heard += _read(terminal) if readable else b""
        if not readable or time.perf_counter() - begun > GIVES_UP_AFTER_S:
            raise TimeoutError(f"no photo came; the last that was heard: {heard[-400:]!r}")
        if not is_answered and DA1 in heard:
            os.write(terminal, ANSWER)
            is_answered = True


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # EIO: the command ended
        time.sleep(0.1)
        return b""


def catalogues(photos: list[Path], folder: Path) -> Iterator[tuple[str, Path, Path]]:
    """What it is called, the catalogue as it is to be before each start, and where it is to lie."""
    never, scored = folder / "never.db", folder / "scored.db"
    with open_catalog(never):
        pass
    fill(scored, photos)
    for name, path in (("never scored", never), ("scored", scored)):
        yield name, path, folder / "catalog.db"


def report(count: int, runs: int) -> None:
    """Make photos, start culls and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "photos"
        folder.mkdir()
        photos = make_photos(folder, count)
        print(f"{count:,} photos, {os.cpu_count()} processors, {runs} runs each")
        for called, kept, catalog in catalogues(photos, Path(name)):
            starts = []
            for _ in range(runs + 1):
                shutil.copy(kept, catalog)
                starts.append(first_picture(folder, catalog))
                for left in Path(name).glob("catalog.db*"):
                    left.unlink()
            walls, cpus = [one.wall_s for one in starts[1:]], [one.cpu_s for one in starts[1:]]
            print(
                f"  {called:14}first picture {min(walls):.2f} s (median {statistics.median(walls):.2f}), "
                f"CPU {min(cpus):.2f} s (median {statistics.median(cpus):.2f})"
            )


def main() -> None:
    """Read the arguments and report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, default=PHOTOS)
    parser.add_argument("--runs", type=int, default=RUNS)
    arguments = parser.parse_args()
    report(arguments.photos, arguments.runs)


if __name__ == "__main__":
    main()
