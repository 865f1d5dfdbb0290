"""`assist watch` in a process of its own, and what it has to leave in the catalogue."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from assist_cli.workflows.rating_weights import embedder_stamp, weights_stamp
from assist_cli.workflows.stored_look import can_be_compared
from assist_cli.workflows.stored_outcome import fully_assessed
from index.catalog.database import open_catalog
from index.catalog.stored import FileStamp, StoredPhoto
from tests.end_to_end.program import ROOT, command_of, environment_of

LONGEST_S = 600.0
"""Longer than any of this takes; a watch that never ends must not hang the tests."""
BOUND_BY_PERMISSIONS = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
"""Root without the right to read what is forbidden."""


@dataclass
class WatchProcess:
    """A folder, its catalogue, and the process that watches it; started again, it appends to what was told before."""

    folder: Path
    catalog: Path
    arguments: tuple[str, ...] = ()
    process: subprocess.Popen[bytes] | None = field(default=None, init=False)

    @property
    def out(self) -> Path:
        """What was said on stdout."""
        return self.catalog.with_name("told.jsonl")

    @property
    def err(self) -> Path:
        """What was said on stderr."""
        return self.catalog.with_name("said.txt")

    def start(self) -> None:
        """Returns at once; what was said before stays."""
        self.catalog.parent.mkdir(parents=True, exist_ok=True)
        watch = command_of("watch", self.folder, "--format", "jsonl", *self.arguments)
        bound = BOUND_BY_PERMISSIONS if shutil.which("setpriv") else ()
        with self.out.open("ab") as out, self.err.open("ab") as err:
            self.process = subprocess.Popen(
                [*bound, *watch], cwd=ROOT, env=environment_of(self.catalog), stdout=out, stderr=err
            )

    def until_watching(self) -> None:
        """Until it hears what arrives."""
        self.until(lambda: b"watching" in self.err.read_bytes())

    def until(self, holds: Callable[[], bool], longest_s: float = LONGEST_S) -> None:
        """Until it holds; fails where the process ends before."""
        until_s = time.monotonic() + longest_s
        while not holds():
            assert self.process is not None
            assert self.process.poll() is None, self.said()
            assert time.monotonic() < until_s, self.said()
            time.sleep(0.05)

    def stop(self, number: int = signal.SIGTERM) -> tuple[int, float]:
        """Ends it politely: its exit code, and how many seconds it took."""
        assert self.process is not None
        began_s = time.monotonic()
        self.process.send_signal(number)
        code = self.process.wait(LONGEST_S)
        return code, time.monotonic() - began_s

    def catches(self, number: int) -> bool:
        """Whether the process has taken over this signal (proc(5), SigCgt)."""
        assert self.process is not None
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        caught = next(line for line in status.splitlines() if line.startswith("SigCgt:"))
        return bool(int(caught.split()[1], 16) >> (number - 1) & 1)

    def kill(self) -> None:
        """As the system does it when memory is short."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()

    def said(self) -> str:
        """For people who look why a test failed."""
        return self.err.read_text(errors="replace")[-3000:]

    def told(self) -> Counter[tuple[str, str]]:
        """How often each path was told with each status; the line that a kill cut off is left out."""
        lines = [line for line in self.out.read_bytes().splitlines(keepends=True) if line.endswith(b"}\n")]
        photos = [json.loads(line) for line in lines]
        return Counter((photo["path"], photo["status"]) for photo in photos)

    def stored(self) -> list[StoredPhoto]:
        """All photos in the catalogue, those that are missing too."""
        with open_catalog(self.catalog) as catalog:
            return list(catalog.photos_under([Path("/")]))

    def stored_files(self) -> list[Path]:
        """The files of the photos that are there."""
        return [stamp.path for stamp in _flat(_seen(self.catalog))]

    def until_stored(self, assets: Sequence[Sequence[Path]]) -> None:
        """Until the catalogue holds these photos, each with these files as they are now."""
        wanted = {frozenset(asset) for asset in assets}

        def holds() -> bool:
            seen = _seen(self.catalog)
            return wanted == set(map(_paths, seen)) and all(map(_is_as_stamped, _flat(seen)))

        try:
            self.until(holds)
        except AssertionError as error:
            seen = _seen(self.catalog)
            kept = set(map(_paths, seen))
            stale = [stamp for stamp in _flat(seen) if not _is_as_stamped(stamp)]
            lacking = f"lacks {list(wanted - kept)[:5]}; has beyond {list(kept - wanted)[:5]}; stale {stale[:5]}"
            raise AssertionError(f"{lacking}; {error}") from error


def check_sound(catalog: Path) -> None:
    """The database is sound, and nothing in it belongs to nothing."""
    with closing(sqlite3.connect(catalog)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def check_all_scored(stored: Iterable[StoredPhoto], assets: Sequence[Sequence[Path]]) -> None:
    """Each of these is in the catalogue once, nothing else is, and nothing is half."""
    photos = list(stored)
    files = Counter(stamp.path for photo in photos for stamp in photo.stamps)
    assert [path for path, times in files.items() if times > 1] == []
    assert {_paths(photo.stamps) for photo in photos} == set(map(frozenset, assets))
    assert len(photos) == len(assets)
    rating, embedder = weights_stamp(), embedder_stamp()
    for photo in photos:
        assert photo.missing_since is None, photo.record.path
        assert photo.record.unread == (), photo.record
        assert all(map(_is_as_stamped, photo.stamps)), photo.stamps
        assert [one.weights for one in photo.ratings] == [rating], photo.record.path
        assert sum(photo.ratings[0].rating_dist) > 0.99
        assert fully_assessed(photo), photo.record.path
        assert can_be_compared(photo, embedder), photo.record.path


def check_told_once(told: Mapping[tuple[str, str], int], assets: Sequence[Sequence[Path]]) -> None:
    """Each was told, and as scored once; more often only as known."""
    scored = Counter({path: times for (path, status), times in told.items() if status == "scored"})
    assert [path for path, times in scored.items() if times > 1] == []
    names = {path for path, _ in told}
    assert [asset for asset in assets if names.isdisjoint(map(str, asset))] == []


def _seen(catalog: Path) -> list[list[FileStamp]]:
    """The files of each photo that is not missing, without all that was said of it: this is asked often."""
    if not catalog.exists():
        return []
    with closing(sqlite3.connect(f"file:{catalog}?mode=ro", uri=True)) as database:
        rows = database.execute(
            "SELECT photo_id, files.path, size_bytes, mtime_ns FROM files JOIN photos ON photos.id = photo_id "
            "WHERE missing_since IS NULL"
        ).fetchall()
    photos: dict[int, list[FileStamp]] = {}
    for photo_id, name, size_bytes, mtime_ns in rows:
        photos.setdefault(photo_id, []).append(FileStamp(Path(os.fsdecode(name)), size_bytes, mtime_ns))
    return list(photos.values())


def _flat(photos: Iterable[Iterable[FileStamp]]) -> list[FileStamp]:
    return [stamp for photo in photos for stamp in photo]


def _is_as_stamped(stamp: FileStamp) -> bool:
    try:
        info = stamp.path.stat()
    except OSError:
        return False
    return (info.st_size, info.st_mtime_ns) == (stamp.size_bytes, stamp.mtime_ns)


def _paths(photo: Iterable[FileStamp]) -> frozenset[Path]:
    return frozenset(stamp.path for stamp in photo)
