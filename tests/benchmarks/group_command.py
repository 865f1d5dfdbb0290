"""How long `assist groups` takes on photos that were scored before: `python -m tests.benchmarks.group_command [--photos N ...]`.

The whole command as a person runs it, from the shell to the last line: the folder is listed, every file's size and time are
compared with the catalogue, embeddings and glances are read, photos are grouped. Photos are made up: moments of four frames.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np

from assist_cli.workflows.rating_weights import embedder_stamp
from assist_cli.workflows.stored_look import stored_glance
from index.catalog.database import open_catalog
from index.catalog.stored import FileStamp, StoredEmbedding, StoredPhoto
from scoring.glance import Glance
from tests.benchmarks.catalogue import photo as made_photo
from weights.registry import EMBEDDER_WEIGHTS, bundled_entries

SIZES = (10_000,)
LIMIT_S = 5.0
"""For 10,000 photos (issue "Groups and picks")."""
FRAMES, PHOTOS_A_FOLDER, AT_ONCE = 4, 500, 250
FIRST = datetime(2026, 5, 4, 10, 0, tzinfo=UTC)


def photos(folder: Path, count: int) -> Iterator[StoredPhoto]:
    """Moments of four frames half a second apart, forty seconds from moment to moment; each file is there."""
    rng = np.random.default_rng(0)
    dimension = bundled_entries()[EMBEDDER_WEIGHTS].facts["network"]["dimension"]
    for number in range(count):
        if number % FRAMES == 0:
            place, grey = rng.normal(size=dimension), rng.integers(0, 236, (43, 64))
        path = folder / f"{number // PHOTOS_A_FOLDER:04d}" / f"IMG_{number:07d}.JPG"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"\xff\xd8")
        frame = place + 0.3 * rng.normal(size=dimension)
        look = Glance((grey + rng.integers(0, 20, grey.shape)).astype(np.uint8), np.full((8, 12), 40, np.uint8))
        made = made_photo(number, rng)
        moment = FIRST + timedelta(seconds=40 * (number // FRAMES) + (number % FRAMES) / 2)
        record = replace(made.record, path=path, companions=(), exif=replace(made.record.exif, capture_time=moment))
        half = (frame / np.linalg.norm(frame)).astype("<f2")
        yield replace(
            made,
            record=record,
            stamps=(FileStamp(path, (info := path.stat()).st_size, info.st_mtime_ns),),
            glance=stored_glance(look),
            embeddings=(StoredEmbedding(embedder_stamp(), half.tobytes()),),
        )


def report(count: int) -> None:
    """Fill a catalogue, run the command twice, print the faster one."""
    with tempfile.TemporaryDirectory() as made:
        folder, catalog = Path(made, "shoot"), Path(made, "catalog.db")
        folder.mkdir()
        with open_catalog(catalog) as opened:
            batch: list[StoredPhoto] = []
            for one in photos(folder, count):
                batch.append(one)
                if len(batch) == AT_ONCE:
                    opened.store(batch)
                    batch = []
            opened.store(batch)
        command = [sys.executable, "-m", "assist_cli", "groups", str(folder), "--catalog", str(catalog), "--quiet"]
        runs = [timed([*command, "--format", "jsonl"]) for _ in range(2)]
        wall_s, cpu_s, groups = min(runs)
        print(
            f"{count:,} photos: {groups:,} groups in {wall_s:.2f} s, {cpu_s:.2f} s of one core (limit {LIMIT_S} s for 10,000)"
        )


def timed(command: list[str]) -> tuple[float, float, int]:
    """Wall and processor seconds of a command, and how many lines it printed."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    done = subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu_s = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.monotonic() - began, cpu_s, done.stdout.count(b"\n")


def main() -> None:
    """Read the arguments and report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, nargs="+", default=SIZES)
    for count in parser.parse_args().photos:
        report(count)


if __name__ == "__main__":
    main()
