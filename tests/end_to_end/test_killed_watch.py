"""`assist watch` killed by the system at any moment, or stopped politely: in the end every photo is scored once."""

from __future__ import annotations

import random
import signal
import threading
import time
from pathlib import Path

import pytest

from tests.end_to_end.drawn_photos import jpeg_of
from tests.end_to_end.odd_writers import WRITERS, forbidden_for_a_while
from tests.end_to_end.watch_process import WatchProcess, check_all_scored, check_sound, check_told_once

STARTING_S, WATCHING_S = 2.0, 3.0
"""About how long a start takes, and how long a watch that is killed is left to watch; choices."""
SEED = 11


@pytest.fixture
def watch(tmp_path):
    folder = tmp_path / "inbox"
    folder.mkdir()
    process = WatchProcess(folder, tmp_path / "notes" / "catalog.db")
    process.start()
    process.until_watching()
    yield process
    process.kill()


class Arriving(threading.Thread):
    """Photos arrive one after the other until `enough` is said, and then once more."""

    def __init__(self, folder: Path, pause_s: float) -> None:
        super().__init__()
        self.enough = threading.Event()
        self.assets: list[tuple[Path, ...]] = []
        self._folder = folder
        self._pause_s = pause_s

    def run(self) -> None:
        """Nobody is kept from reading here: how a kill and that go together is the file system's."""
        writers = [one for one in WRITERS if one is not forbidden_for_a_while]
        number, is_last = 0, False
        while not is_last:
            is_last = self.enough.is_set()
            path = self._folder / f"card {number % 3}" / f"IMG_{number:04d}.JPG"
            path.parent.mkdir(exist_ok=True)
            writers[number % len(writers)](path, jpeg_of(number), random.Random(SEED + number))
            self.assets.append((path,))
            number += 1
            time.sleep(self._pause_s)


def ended_again_and_again(watch: WatchProcess, ends: int, number: int) -> list[int]:
    """Ends and starts it so often, at random moments, while it starts too; its exit codes."""
    draw, codes = random.Random(SEED), []
    for _ in range(ends):
        if number != signal.SIGKILL:  # while Python itself starts, a signal ends it as Python wants
            watch.until(lambda: watch.catches(number))
        time.sleep(draw.uniform(0, STARTING_S + WATCHING_S))
        code, _ = watch.stop(number)
        codes.append(code)
        watch.start()
    return codes


def stopped_while_photos_arrive(watch: WatchProcess, ends: int, number: int, pause_s: float) -> list[int]:
    arriving = Arriving(watch.folder, pause_s)
    arriving.start()
    try:
        codes = ended_again_and_again(watch, ends, number)
    finally:
        arriving.enough.set()
        arriving.join()
    watch.until_stored(arriving.assets)
    watch.stop()
    check_sound(watch.catalog)
    check_all_scored(watch.stored(), arriving.assets)
    check_told_once(watch.told(), arriving.assets)
    assert "Traceback" not in watch.err.read_text()
    return codes


def test_killed_watches_score_every_photo_once_in_the_end(watch):
    codes = stopped_while_photos_arrive(watch, 3, signal.SIGKILL, 0.2)
    assert codes == [-signal.SIGKILL] * 3


@pytest.mark.heavy
def test_fifty_killed_watches_score_every_photo_once_in_the_end(watch):
    codes = stopped_while_photos_arrive(watch, 50, signal.SIGKILL, 0.2)
    assert codes == [-signal.SIGKILL] * 50


@pytest.mark.heavy
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_watches_that_are_stopped_politely_end_as_interrupted_and_score_every_photo_once(watch, number):
    codes = stopped_while_photos_arrive(watch, 15, number, 0.2)
    assert set(codes) == {130}
