"""How soon a photo that arrives is scored: `python -m tests.benchmarks.watch --photos 60 --rate 5`.

JPEGs of 12 megapixels are copied into a watched folder by another process, so many a second; for each is measured,
from the moment its copy is closed to its stored score: waiting (events, settling, the photos before it), judging,
storing. `--dump N`: N photos at once, beside `score` on the same files, in turn, in the same run: the ratio is taken
pair by pair, because machines drift. `--stops N`: how long a watch at work takes to end after SIGTERM. The rest of
the machine should rest.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from assist_cli.interrupts import Interrupted
from assist_cli.workflows.judges_apart import JudgesApart
from assist_cli.workflows.progress import Progress
from assist_cli.workflows.score_photos import ScoreRequest, score_photos
from assist_cli.workflows.watch.totals import Totals
from assist_cli.workflows.watch.watch_folders import watch_folders
from assist_cli.workflows.watch.watch_request import ArrivedPhoto, WatchedBy, WatchListener, WatchRequest
from tests.benchmarks.large_photos import large_jpeg
from tests.end_to_end.watch_process import WatchProcess

STAGES = ("waiting", "judging", "storing")
COPIER = """
import shutil, sys, time
from pathlib import Path
source, inbox, rate = Path(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3])
began = time.monotonic()
for number, path in enumerate(sorted(source.iterdir())):
    if rate:
        time.sleep(max(0.0, began + number / rate - time.monotonic()))
    shutil.copyfile(path, inbox / path.name)
    print(path.name, time.monotonic(), flush=True)
"""
"""Copies photos, and tells when each was closed, by the clock that all processes share."""


@dataclass
class Moments:
    """By the photo's name: the clock when it was closed, taken up to be judged, judged, and told as stored."""

    closed: dict[str, float] = field(default_factory=dict)
    begun: dict[str, float] = field(default_factory=dict)
    judged: dict[str, float] = field(default_factory=dict)
    stored: dict[str, float] = field(default_factory=dict)

    def stages(self, name: str) -> tuple[float, float, float]:
        """Seconds, as `STAGES`."""
        points = [moment[name] for moment in (self.closed, self.begun, self.judged, self.stored)]
        return points[1] - points[0], points[2] - points[1], points[3] - points[2]


class Ear(WatchListener):
    """Begins the copying once nothing is missed any more, and ends the watch when all are scored."""

    def __init__(self, moments: Moments, photos: int, begin: Callable[[], object]) -> None:
        self._moments = moments
        self._photos = photos
        self._begin = begin

    def started(self, watched: Sequence[WatchedBy]) -> None:  # noqa: ARG002 - as all listeners are called
        """Copies from now on."""
        self._begin()

    def scored(self, arrived: ArrivedPhoto) -> None:
        """Its row is in the catalogue."""
        self._moments.stored[arrived.photo.path.name] = time.monotonic()

    def tick(self, totals: Totals) -> None:  # noqa: ARG002 - as above
        """Enough."""
        if len(self._moments.stored) >= self._photos:
            raise Interrupted


@contextmanager
def timed_judges(moments: Moments) -> Iterator[None]:
    """Whoever hands photos to judging processes notes when these begin and end."""
    opened = JudgesApart.judge

    def judge(self, asset, known: Mapping):
        moments.begun[asset.path.name] = time.monotonic()
        judged = opened(self, asset, known)
        moments.judged[asset.path.name] = time.monotonic()
        return judged

    JudgesApart.judge = judge
    try:
        yield
    finally:
        JudgesApart.judge = opened


def watched(scratch: Path, source: Path, rate: float) -> Moments:
    """The photos of `source` copied into a watched folder; `rate` a second, or as fast as it goes."""
    scratch.mkdir()
    inbox = scratch / "inbox"
    inbox.mkdir()
    moments, copiers = Moments(), []

    def begin() -> None:
        command = [sys.executable, "-c", COPIER, str(source), str(inbox), str(rate)]
        copiers.append(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))

    ear = Ear(moments, len(list(source.iterdir())), begin)
    with timed_judges(moments):
        try:
            watch_folders(WatchRequest([inbox], scratch / "catalog.db", "cpu"), ear)
        except Interrupted:
            out, _ = copiers[0].communicate()
    moments.closed = {name: float(at) for name, at in (line.rsplit(maxsplit=1) for line in out.splitlines())}
    return moments


def scored_seconds(scratch: Path, source: Path) -> float:
    """From the first stored photo to the last, by `score`."""
    scratch.mkdir()
    request = ScoreRequest([source], scratch / "catalog.db", "cpu")
    at = [time.monotonic() for _ in score_photos(request, Progress(), lambda _: None)]
    return max(at) - min(at)


def drawn(folder: Path, photos: int) -> Path:
    """So many photos."""
    folder.mkdir()
    for number in range(photos):
        (folder / f"IMG_{number:05d}.JPG").write_bytes(large_jpeg(number))
    return folder


def percentiles(milliseconds: Iterable[float]) -> str:
    """p50 and p95."""
    values = sorted(milliseconds)
    return f"p50 {statistics.median(values):7.0f} ms   p95 {values[round(0.95 * (len(values) - 1))]:7.0f} ms"


def print_latencies(moments: Moments, rate: float) -> None:
    """Whole, then by stage."""
    stages = [moments.stages(name) for name in sorted(moments.stored)]
    print(f"{len(stages)} photos of 12 megapixels at {rate:g} a second, from closed to stored")
    print(f"whole    {percentiles(1000 * sum(one) for one in stages)}")
    for number, name in enumerate(STAGES):
        print(f"{name:9}{percentiles(1000 * one[number] for one in stages)}")


def report_dump(scratch: Path, source: Path, rounds: int) -> None:
    """Photos a second of both, and how the watch compares."""
    photos, ratios = len(list(source.iterdir())), []
    for turn in range(rounds):
        by_score = scored_seconds(scratch / f"score {turn}", source)
        stored = watched(scratch / f"dump {turn}", source, 0).stored.values()
        by_watch = max(stored) - min(stored)
        ratios.append(by_score / by_watch)
        print(f"dump of {photos}: watch {(photos - 1) / by_watch:.2f} photos/s, score {(photos - 1) / by_score:.2f}")
    print(f"watch / score {statistics.median(ratios):.2f} of the throughput ({min(ratios):.2f} .. {max(ratios):.2f})")


def report_stops(scratch: Path, source: Path, stops: int) -> None:
    """How soon a watch ends that is stopped at a random moment while photos are judged."""
    draw, took_s = random.Random(1), []
    for turn in range(stops):
        folder = scratch / f"stop {turn}"
        folder.mkdir()
        watch = WatchProcess(folder, scratch / f"stop {turn} notes" / "catalog.db")
        watch.start()
        watch.until_watching()
        for path in source.iterdir():
            os.link(path, folder / path.name)
        time.sleep(draw.uniform(0, 4))
        code, seconds = watch.stop(signal.SIGTERM)
        assert code == 130
        took_s.append(seconds)
    print(f"{stops} stops at random moments: {percentiles(1000 * one for one in took_s)}   most {max(took_s):.2f} s")


def main() -> None:
    """Read the arguments and report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--photos", type=int, default=60)
    parser.add_argument("--rate", type=float, nargs="*", default=[5.0])
    parser.add_argument("--dump", type=int, default=0)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--stops", type=int, default=0)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        source = drawn(scratch / "source", arguments.photos)
        for rate in arguments.rate:
            print_latencies(watched(scratch / f"rate {rate}", source, rate), rate)
        if arguments.dump:
            report_dump(scratch, drawn(scratch / "dump", arguments.dump), arguments.rounds)
        if arguments.stops:
            report_stops(scratch, source, arguments.stops)


if __name__ == "__main__":
    main()
