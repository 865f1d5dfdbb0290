"""What the judge spends a photo on, beside decoding alone: `python -m tests.benchmarks.score_stages PHOTOS`.

PHOTOS is a folder of JPEGs. One thread takes each photo through every stage, several times; what others wait for (the working
image, the networks) comes before them, so that each is counted once. Printed as Markdown: milliseconds by the clock, the mean over
the photos of the least of all rounds, and how much that is of decoding alone. The rest of the machine should rest.
"""

from __future__ import annotations

import argparse
import io
import statistics
import tempfile
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any, TypeVar

import cv2
import numpy as np
import simplejpeg
from PIL import Image

from assist_cli.workflows.file_stamps import stamp_files
from assist_cli.workflows.rating_weights import weights_stamp
from assist_cli.workflows.stored_outcome import to_store
from index.catalog.database import Catalog, open_catalog
from index.photo.decode import decode_bytes
from index.photo.exif import exif_of
from index.photo.file_bytes import read_file
from index.photo.identity import fingerprint_of
from index.photo.record import Asset, PhotoRecord
from scoring.engines.embedder import Embedder
from scoring.engines.picture_networks import ON_CPU, PictureNetworks
from scoring.engines.rating_engine import RatingEngine, open_rating_engine
from scoring.face import FindFaces
from scoring.glance import glance_at
from scoring.judge import Judgement, open_judge
from scoring.open_frame import face_finder, open_frame
from scoring.rating_distribution import Quality
from scoring.registry import ASSESSORS
from tests.benchmarks.peak_memory import peak_memory_mb
from weights.registry import DEFAULT_RATING_WEIGHTS

T = TypeVar("T")
ALONE = "decode alone"
SHARED = ("luma", "working", "small", "thumbnail", "luma_halvings", "detail", "faces", "saliency", "exposure_reading")
"""What several assessors read of a frame, in an order in which each finds what it needs."""


class Clock:
    """How long each named piece of work took, in milliseconds."""

    def __init__(self) -> None:
        self.took: dict[str, float] = {}

    def __call__(self, name: str, work: Callable[[], T]) -> T:
        began = perf_counter()
        done = work()
        self.took[name] = 1000 * (perf_counter() - began)
        return done


def decoders(data: bytes) -> dict[str, Callable[[], Any]]:
    """Ways to unpack a JPEG; the first is what all is compared with."""
    stored = np.frombuffer(data, np.uint8)
    height, width, *_ = simplejpeg.decode_jpeg_header(data)

    def smaller(factor: int) -> Any:
        return simplejpeg.decode_jpeg(
            data, "RGB", min_height=height // factor, min_width=width // factor, min_factor=factor
        )

    def with_pillow(factor: int) -> None:
        with Image.open(io.BytesIO(data)) as image:
            image.draft("RGB", (width // factor, height // factor))
            image.load()

    return {
        ALONE: lambda: simplejpeg.decode_jpeg(data, "RGB"),
        "simplejpeg, grey": lambda: simplejpeg.decode_jpeg(data, "GRAY"),
        "simplejpeg, half": lambda: smaller(2),
        "simplejpeg, quarter": lambda: smaller(4),
        "OpenCV": lambda: cv2.imdecode(stored, cv2.IMREAD_COLOR),
        "Pillow": lambda: with_pillow(1),
        "Pillow, half": lambda: with_pillow(2),
    }


class Bench:
    """Judges and keeps photos, a stage at a time."""

    def __init__(
        self, catalog: Catalog, engine: RatingEngine | None = None, networks: PictureNetworks = ON_CPU
    ) -> None:
        """On the CPU without `engine`."""
        open_judge("cpu")  # holds OpenCV and the linear algebra to one thread, as for a run
        self._engine = engine or open_rating_engine("cpu", DEFAULT_RATING_WEIGHTS)
        self._networks = networks
        self._embedder = Embedder(self._engine)
        self._find_faces: FindFaces | None = face_finder()
        self._catalog = catalog

    def ways_to_decode(self, path: Path) -> dict[str, float]:
        """Milliseconds, by the way."""
        clock = Clock()
        for name, decode in decoders(path.read_bytes()).items():
            clock(name, decode)
        return clock.took

    def stages(self, path: Path) -> dict[str, float]:
        """Milliseconds, by the stage."""
        clock = Clock()
        asset = Asset(path)
        data = clock("read", lambda: read_file(path))
        exif = clock("EXIF", lambda: exif_of(data))
        pixels = clock("decode", lambda: decode_bytes(data, path, exif.orientation))
        fingerprint = clock("fingerprint", lambda: fingerprint_of(data))
        record = PhotoRecord(path, fingerprint, pixels.size_px, exif, pixels.pixel_source, sensor=pixels.sensor)
        frame = open_frame(record, pixels.rgb, self._find_faces, self._networks)
        for name in SHARED:
            clock(f"shared: {name}", lambda name=name: getattr(frame, name))  # type: ignore[misc]
        rating, embedding = clock("rating and embedding", lambda: self._embedder.rate(self._engine, frame.working))
        said = {
            one.name: clock(f"assessor: {one.name}", lambda one=one: one.assess(frame))  # type: ignore[misc]
            for one in ASSESSORS
        }
        glance = clock("glance", lambda: glance_at(frame))
        quality = Quality(DEFAULT_RATING_WEIGHTS, tuple(float(p) for p in rating))
        judged = Judgement(record, quality, said, glance, embedding, self._embedder.weights)
        stamp = weights_stamp(DEFAULT_RATING_WEIGHTS)
        clock("store", lambda: self._catalog.store([to_store(judged, stamp_files(asset), stamp)]))
        return clock.took


def measured(paths: list[Path], rounds: int, work: Callable[[Path], dict[str, float]]) -> dict[str, float]:
    """Milliseconds a photo: of each the least of all rounds, and of these the mean."""
    least: dict[str, list[float]] = defaultdict(list)
    for path in paths:
        tries = [work(path) for _ in range(rounds)]
        for name in tries[0]:
            least[name].append(min(one[name] for one in tries))
    return {name: statistics.mean(each) for name, each in least.items()}


def table(title: str, times: dict[str, float], alone: float) -> str:
    """Markdown."""
    rows = [f"| {name} | {took:.1f} | {took / alone:.2f} |" for name, took in times.items()]
    return "\n".join([f"| {title} | ms | of decoding alone |", "|---|---|---|", *rows])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("photos", type=Path)
    parser.add_argument("--rounds", type=int, default=4)
    options = parser.parse_args()
    paths = sorted(options.photos.glob("*.[jJ][pP]*[gG]"))
    with tempfile.TemporaryDirectory() as folder, open_catalog(Path(folder) / "c.db") as catalog:
        bench = Bench(catalog)
        ways = measured(paths, options.rounds, bench.ways_to_decode)
        stages = measured(paths, options.rounds, bench.stages)
    print(f"{len(paths)} photos, one thread, peak memory {peak_memory_mb():.0f} MB\n")
    print(table("to decode", ways, ways[ALONE]), end="\n\n")
    print(table("stage", {**stages, "**all stages**": sum(stages.values())}, ways[ALONE]))


if __name__ == "__main__":
    main()
