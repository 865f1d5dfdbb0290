"""Whether `assist watch` stays as it is for long: `python -m tests.benchmarks.watch_soak --minutes 20`.

Photos arrive steadily, one in five of 12 megapixels, the others small; some are renamed, replaced or deleted later.
Memory, open files and threads of the program and of the processes that judge for it are printed each minute, and at the
end whether they are flat: the memory of the last third against that of the third before, for a program that has just
started still fills its pools.
Memory is the lower quartile: what is held while no large photo is judged, which comes and goes with the load of the
machine.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.benchmarks.large_photos import large_jpeg
from tests.benchmarks.memory_of_all import bytes_of
from tests.end_to_end.drawn_photos import jpeg_of
from tests.end_to_end.watch_process import WatchProcess

FLAT = 0.05
"""A choice: memory that moves by a twentieth between two thirds of the time."""
LARGE_EACH = 5
SAMPLE_S = 5.0


@dataclass(frozen=True)
class Sample:
    """All processes at one moment; `photos`: how many had come."""

    memory_mb: float
    files: int
    threads: int
    photos: int


class Arriving(threading.Thread):
    """Photos arrive until `enough`; now and then an older one is renamed, replaced or deleted."""

    def __init__(self, folder: Path, a_second: float) -> None:
        super().__init__(daemon=True)
        self.enough = threading.Event()
        self.came = 0
        self._folder = folder
        self._pause_s = 1.0 / a_second
        self._draw = random.Random(1)

    def run(self) -> None:
        """Each into a folder of a hundred."""
        for number in iter(range(10**9)):
            if self.enough.wait(self._pause_s):
                return
            path = self._folder / f"{number // 100:04d}" / f"IMG_{number:06d}.JPG"
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(jpeg_of(number) if number % LARGE_EACH else large_jpeg(number))
            self.came += 1
            self._disturb(number)

    def _disturb(self, number: int) -> None:
        older = self._draw.randrange(number + 1)
        path = self._folder / f"{older // 100:04d}" / f"IMG_{older:06d}.JPG"
        if number % 10 or not path.exists():
            return
        match self._draw.randrange(3):
            case 0:
                path.rename(path.with_stem(f"{path.stem} renamed"))
            case 1:
                path.write_bytes(jpeg_of(10**8 + number))
            case _:
                path.unlink()


def samples_of(watch: WatchProcess, arriving: Arriving, minutes: float) -> Iterator[Sample]:
    """One every few seconds."""
    assert watch.process is not None
    process = psutil.Process(watch.process.pid)
    until_s = time.monotonic() + 60 * minutes
    while time.monotonic() < until_s:
        time.sleep(SAMPLE_S)
        yield sample_of([process, *process.children(recursive=True)], arriving.came)


def sample_of(processes: Sequence[psutil.Process], came: int) -> Sample:
    """Files and threads that all of them have open."""
    files = sum(process.num_fds() for process in processes)
    threads = sum(process.num_threads() for process in processes)
    return Sample(sum(map(bytes_of, processes)) / 1e6, files, threads, came)


def soak(minutes: float, a_second: float) -> list[Sample]:
    """Prints a line a minute."""
    samples: list[Sample] = []
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "inbox"
        folder.mkdir()
        watch = WatchProcess(folder, Path(scratch) / "notes" / "catalog.db")
        watch.start()
        watch.until_watching()
        arriving = Arriving(folder, a_second)
        arriving.start()
        try:
            for sample in samples_of(watch, arriving, minutes):
                samples.append(sample)
                if len(samples) % round(60 / SAMPLE_S) == 0:
                    print_sample(len(samples) * SAMPLE_S / 60, sample, len(watch.stored_files()))
        finally:
            arriving.enough.set()
            arriving.join()
            code, took_s = watch.stop()
        print(f"ended with exit code {code} in {took_s:.2f} s; {watch.said().strip().splitlines()[-3:]}")
    return samples


def print_sample(minutes: float, sample: Sample, stored: int) -> None:
    """One line."""
    print(
        f"{minutes:5.0f} min {sample.memory_mb:8.0f} MB {sample.files:5d} files {sample.threads:4d} threads "
        f"{sample.photos:7d} photos came {stored:7d} stored",
        flush=True,
    )


def print_verdict(samples: Sequence[Sample]) -> None:
    """Flat or not."""
    third = len(samples) // 3
    before, last = samples[third : 2 * third], samples[-third:]
    memory = [statistics.quantiles((sample.memory_mb for sample in part), n=4)[0] for part in (before, last)]
    most = [max((sample.files, sample.threads) for sample in part) for part in (before, last)]
    growth = memory[1] / memory[0] - 1
    is_flat = growth <= FLAT and all(now <= then for then, now in zip(*most, strict=True))
    print(f"memory {memory[0]:.0f} -> {memory[1]:.0f} MB ({growth:+.1%}); (files, threads) {most[0]} -> {most[1]}")
    print("flat" if is_flat else "NOT flat")


def main() -> None:
    """Read the arguments and soak."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=20.0)
    parser.add_argument("--rate", type=float, default=2.0, metavar="PHOTOS_A_SECOND")
    arguments = parser.parse_args()
    print_verdict(soak(arguments.minutes, arguments.rate))


if __name__ == "__main__":
    main()
