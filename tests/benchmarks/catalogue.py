"""How fast a catalogue hands out what comparing photos needs: `python -m tests.benchmarks.catalogue [--photos N ...]`.

Every photo is stored as `score` stores it: fourteen opinions, a rating, a glance, an embedding. Times are of one core
(`time.process_time`), the best of several; the file is read from the disk's cache.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np

from assist_cli.workflows.stored_look import glance_from, stored_glance
from index.catalog.database import open_catalog, open_catalog_to_read
from index.catalog.stored import FileStamp, StoredAssessment, StoredEmbedding, StoredPhoto, StoredRating
from index.photo.record import ExifFacts, PhotoRecord
from scoring.glance import GLANCE_VERSION, Glance
from scoring.registry import ASSESSORS

SIZES = (1_000, 10_000)
LIMIT_S = {"rows and embeddings": 1.0, "glances": 1.0}
"""For 10,000 photos (issue "Groups and picks": grouping them takes under 5 s)."""
DIMENSION, EMBEDDER, WEIGHTS = 128, "embedder.biq2021@0123456789ab", "lite0.biq2021@0123456789ab"
ROUNDS, AT_ONCE, PHOTOS_A_FOLDER = 3, 16, 500
FIRST = datetime(2026, 5, 4, 10, 0, tzinfo=UTC)
OPINIONS = tuple(
    StoredAssessment(one.name, one.version, 0.5, 0.9, "fine", ("As sharp as it gets.",), {"tiles": [0.25] * 24})
    for one in ASSESSORS
)


def photo(number: int, rng: np.random.Generator) -> StoredPhoto:
    """One of a shoot: a folder for 500 photos, two frames a second."""
    path = Path(f"/library/{number // PHOTOS_A_FOLDER:04d}/IMG_{number:07d}.JPG")
    moment = FIRST + timedelta(seconds=number / 2)
    exif = ExifFacts("Canon EOS 5D", "50mm f/1.8", moment, 400, 1.8, 1 / 250, 0.0, 50.0, body_serial="0320100")
    place = rng.normal(size=DIMENSION).astype(np.float32)
    place = (place / np.linalg.norm(place)).astype("<f2")
    glance = Glance(rng.integers(0, 256, (43, 64), np.uint8), rng.integers(0, 256, (8, 12), np.uint8))
    return StoredPhoto(
        PhotoRecord(path, f"{number:032x}", (6000, 4000), exif, companions=(path.with_suffix(".CR2"),)),
        (FileStamp(path, 5_000_000, number), FileStamp(path.with_suffix(".CR2"), 25_000_000, number)),
        (StoredRating(WEIGHTS, (0.1,) * 10),),
        OPINIONS,
        stored_glance(glance),
        (StoredEmbedding(EMBEDDER, place.tobytes()),),
    )


def fill(path: Path, photos: int) -> float:
    """Store so many photos, a few at a time; seconds of one core."""
    rng = np.random.default_rng(0)
    spent = 0.0
    with open_catalog(path) as catalog:
        for start in range(0, photos, AT_ONCE):
            batch = [photo(number, rng) for number in range(start, min(start + AT_ONCE, photos))]
            began = time.process_time()
            catalog.store(batch)
            spent += time.process_time() - began
    return spent


def rows_and_embeddings(path: Path) -> None:
    """What groups are made of."""
    with open_catalog_to_read(path) as catalog:
        seen = catalog.seen_photos([Path("/library")])
        ids, rows = catalog.embeddings([one.photo_id for one in seen], EMBEDDER)
    assert rows.shape == (len(seen), DIMENSION)
    assert len(ids) == len(seen)


def all_glances(path: Path) -> None:
    """What duplicates and keep-all sets are checked with, as pictures."""
    with open_catalog_to_read(path) as catalog:
        ids = [one.photo_id for one in catalog.seen_photos()]
        pictures = [glance_from(glance) for glance in catalog.glances(ids, GLANCE_VERSION).values()]
    assert len(pictures) == len(ids)


def stamps(path: Path) -> None:
    """What tells whether the index of look-alikes is stale."""
    with open_catalog_to_read(path) as catalog:
        catalog.embedding_stamps(EMBEDDER)


def statistics(path: Path) -> None:
    """`assist catalogue stats`."""
    with open_catalog_to_read(path) as catalog:
        catalog.upkeep.statistics()


def soundness(path: Path) -> None:
    """`assist catalogue check`, without looking at the files."""
    with open_catalog_to_read(path) as catalog:
        assert catalog.upkeep.findings() == []


READERS = {
    "rows and embeddings": rows_and_embeddings,
    "glances": all_glances,
    "stamps": stamps,
    "statistics": statistics,
    "check": soundness,
}


def best_s(reader, path: Path) -> float:
    """Seconds of one core, the best of several."""
    spent = []
    for _ in range(ROUNDS):
        began = time.process_time()
        reader(path)
        spent.append(time.process_time() - began)
    return min(spent)


def report(photos: int) -> None:
    """Fill, read and print."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "catalog.db"
        stored_s = fill(path, photos)
        size_bytes = path.stat().st_size
        print(f"{photos:,} photos, {size_bytes / 1e6:.1f} MB ({size_bytes / photos / 1e3:.1f} kB a photo)")
        print(f"  {'stored':22}{stored_s:8.3f} s")
        for name, reader in READERS.items():
            limit = f"  (limit {LIMIT_S[name]:.0f} s for 10,000)" if name in LIMIT_S else ""
            print(f"  {name:22}{best_s(reader, path):8.3f} s{limit}")


def main() -> None:
    """Read the arguments and report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, nargs="+", default=SIZES)
    for photos in parser.parse_args().photos:
        report(photos)


if __name__ == "__main__":
    main()
