"""A watched folder into which photos arrive in every way that goes wrong: in the end each is scored, once."""

from __future__ import annotations

import random
import shutil
import signal
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.end_to_end.drawn_photos import jpeg_of, raw_of
from tests.end_to_end.odd_writers import WRITERS, Writer
from tests.end_to_end.program import ROOT
from tests.end_to_end.watch_process import WatchProcess, check_all_scored, check_sound, check_told_once

REAL_PHOTOS = ROOT.parent / "shared" / "photos"
NAMES = (
    "IMG_{:04d}.JPG",
    "Bücher {:04d}.jpeg",
    "昼の光 {:04d}.jpg",
    "two\nlines {:04d}.jpg",
    "-rf {:04d} 'a' $(b).JPG",
)
FOLDERS = ("", "card 1/DCIM/100CANON", "/".join("abcdefghijklmnopqrst"), "Ünïcode 昼", "new\nline")
WRITERS_AT_ONCE = 8
SEED = 9

Asset = tuple[Path, ...]


@pytest.fixture
def watch(tmp_path):
    folder = tmp_path / "inbox"
    folder.mkdir()
    process = WatchProcess(folder, tmp_path / "notes" / "catalog.db")
    process.start()
    process.until_watching()
    yield process
    process.kill()


def placed(folder: Path, number: int) -> Path:
    """Where the photo of this number comes to lie: in a deep tree, under an odd name."""
    path = folder / FOLDERS[number // 2 % len(FOLDERS)] / NAMES[number % len(NAMES)].format(number)
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def written_oddly(folder: Path, photos: int, writers: Sequence[Writer]) -> list[Asset]:
    """Writes so many, several at a time, each writer in its turn."""

    def write(number: int, data: bytes) -> Asset:
        path = placed(folder, number)
        writers[number % len(writers)](path, data, random.Random(SEED + number))
        return (path,)

    with ThreadPoolExecutor(WRITERS_AT_ONCE) as pool:
        return list(pool.map(write, range(photos), [jpeg_of(number) for number in range(photos)]))


def raw_pairs(folder: Path, pairs: int) -> list[Asset]:
    """RAW and JPEG of one frame, in either order, at once or a while after each other."""
    assets, draw = [], random.Random(SEED)
    for number in range(pairs):
        raw, jpeg = folder / f"DSC_{number:04d}.DNG", folder / f"DSC_{number:04d}.JPG"
        files = [(raw, raw_of(number)), (jpeg, jpeg_of(100_000 + number))]
        for path, data in files if number % 2 else reversed(files):
            path.write_bytes(data)
            time.sleep(draw.choice((0, 0.1, 0.6)))
        assets.append((raw, jpeg))
    return assets


def moved_away_and_back(folder: Path, photos: int) -> list[Asset]:
    """A folder within: moved out while its photos are scored, filled up there, moved back."""
    inside, outside = folder / "moving", folder.with_name("moved away")
    inside.mkdir()
    for number in range(photos):
        name = f"MOV_{number:04d}.jpg"
        (inside / name).write_bytes(jpeg_of(200_000 + number))
        if number % 4 == 1:
            inside.rename(outside)
            (outside / f"away {name}").write_bytes(jpeg_of(300_000 + number))
            time.sleep(number % 3)
            outside.rename(inside)
    return [(path,) for path in inside.iterdir()]


def many_others(folder: Path, files: int) -> None:
    """Nothing of a photo."""
    places = [folder / "others" / f"{number:02d}" for number in range(20)]
    for place in places:
        place.mkdir(parents=True)
    for number in range(files):
        suffix = ("txt", "mp4", "xmp", "THM", "db")[number % 5]
        (places[number % len(places)] / f"other {number}.{suffix}").write_bytes(b"nothing")


def real_photos(folder: Path) -> list[Asset]:
    """Camera files, where they are."""
    found = [path for name in ("raw", "heic") for path in sorted((REAL_PHOTOS / name).glob("*.[nhNH][eE]*"))]
    (folder / "real").mkdir()
    return [(Path(shutil.copy(path, folder / "real")),) for path in found]


def whole_folder_away_and_back(watch: WatchProcess, photos: int) -> list[Asset]:
    """The card is pulled out; photos are added to it elsewhere; it is put in again."""
    outside = watch.folder.with_name("elsewhere")
    watch.folder.rename(outside)
    watch.until(lambda: b"is gone" in watch.err.read_bytes())
    for number in range(photos):
        (outside / f"ELS_{number:04d}.JPG").write_bytes(jpeg_of(400_000 + number))
    outside.rename(watch.folder)
    return [(watch.folder / f"ELS_{number:04d}.JPG",) for number in range(photos)]


def stressed(watch: WatchProcess, *, odd: int, pairs: int, moving: int, others: int) -> list[Asset]:
    """All of it at once; the photos that lie there in the end, and are in the catalogue."""
    with ThreadPoolExecutor() as pool:
        elsewhere = [
            pool.submit(raw_pairs, watch.folder, pairs),
            pool.submit(moved_away_and_back, watch.folder, moving),
            pool.submit(real_photos, watch.folder),
        ]
        pool.submit(many_others, watch.folder, others)
        assets = written_oddly(watch.folder, odd, WRITERS)
    assets += [asset for some in elsewhere for asset in some.result()]
    watch.until_stored(assets)
    return assets


def check_end(watch: WatchProcess, assets: Sequence[Asset]) -> None:
    """A polite kill ends it, and what it leaves is whole."""
    watch.until_stored(assets)
    exit_code, _ = watch.stop(signal.SIGTERM)
    assert exit_code == 130, watch.said()
    assert "Traceback" not in watch.said()
    check_sound(watch.catalog)
    check_all_scored(watch.stored(), assets)
    check_told_once(watch.told(), assets)


def test_photos_that_arrive_in_every_odd_way_are_scored_once(watch):
    assets = stressed(watch, odd=len(WRITERS), pairs=2, moving=2, others=100)
    check_end(watch, assets + whole_folder_away_and_back(watch, 1))


@pytest.mark.heavy
def test_five_hundred_photos_among_faults_are_scored_once_each(watch):
    assets = stressed(watch, odd=420, pairs=25, moving=32, others=10_000)
    assets += whole_folder_away_and_back(watch, 15)
    assert len(assets) >= 500
    check_end(watch, assets)
