"""A RAW file and its JPEG, whose sidecars real editors read and write beside us."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from PIL import Image

from index.journal.journal_path import journal_path
from index.photo.marks import Marks
from tests.assist_cli.conftest import Answer
from tests.end_to_end.stored_shoot import StoredShot, store_shots
from tests.real_editors import exiftool, exiv2
from tests.real_editors.exiftool import exiftool_shows

SKIP_REASON = ", ".join(filter(None, (exiftool.SKIP_REASON, exiv2.SKIP_REASON)))


class Pair:
    """A RAW file and its JPEG; four stars and the green label are advised."""

    def __init__(self, folder: Path, catalog: Path) -> None:
        self.folder, self.catalog = folder, catalog
        folder.mkdir()
        self.jpeg, self.raw = folder / "IMG_1.JPG", folder / "IMG_1.CR3"
        Image.new("RGB", (600, 400), "olive").save(self.jpeg)
        self.raw.touch()
        self.own, self.raws, self.adobes = folder / "IMG_1.JPG.xmp", folder / "IMG_1.CR3.xmp", folder / "IMG_1.xmp"
        self.advise(4, "keeper")

    def advise(self, stars: int, decision: str, people: Marks | None = None) -> None:
        store_shots(self.catalog, [StoredShot(self.jpeg, stars, decision, people, (self.raw,))])

    @property
    def sidecars(self) -> list[Path]:
        return [self.own, self.raws, self.adobes]

    def stars(self) -> list[object]:
        """As exiftool reads them, sidecar by sidecar."""
        return [exiftool_shows(path).get("XMP-xmp:Rating") for path in self.sidecars]

    def labels(self) -> list[object]:
        return [exiftool_shows(path).get("XMP-xmp:Label") for path in self.sidecars]


def writing(assist: Callable[..., Answer], pair: Pair) -> Callable[..., str | None]:
    """Runs `assist sidecars write`; the name of its run, or None where nothing was written."""

    def call(*options: str, exit_code: int = 0) -> str | None:
        answer = assist("sidecars", "write", pair.folder, "--format", "jsonl", *options)
        assert answer.exit_code == exit_code, answer
        return next((told["run"] for told in answer.photos if told["status"] == "written"), None)

    return call


def days_ago(pair: Pair, run: str, day: str) -> str:
    """As if the run had been on that day; its name."""
    name = f"{day}-1"
    with closing(sqlite3.connect(journal_path(pair.catalog))) as journal, journal:
        journal.execute("UPDATE runs SET name = ?, started = ? WHERE name = ?", [name, f"{day}T12:00:00+00:00", run])
    return name
