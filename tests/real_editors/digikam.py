"""digiKam with its window, on a screen that nobody sees: what it takes over from the sidecars of a folder that it meets first."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.real_editors.program import why_skip
from tests.real_editors.window import LONGEST_S, screen, window

SKIP_REASON = why_skip("digikam", "Xvfb", "dbus-run-session")
SETTINGS = """[General Settings]
Version=7.9.0

[Album Settings]
Show Splash=false

[Metadata Settings]
Use XMP Sidecar For Reading={reads_sidecars}

[Database Settings]
Database Type=QSQLITE
Database Name={home}/
Database Name Thumbnails={home}/
Database Name Face={home}/
Database Name Similarity={home}/
Internal Database Server=false
"""
"""As digiKam 7.9 writes them; with them it asks nothing on its first start."""
ROOT_ALLOWED = {"QTWEBENGINE_DISABLE_SANDBOX": "1"}
"""Its start page is Chromium, which ends the program where root runs it in a sandbox."""
LOCAL_DISK, ONLINE = 1, 0
SETTLED_S = 3.0
"""The labels of a photo are stored right after its stars (a choice, long for a busy machine)."""
COLOUR, PICK = "Color Label ", "Pick Label "
"""Labels are tags of these names in its database."""


class DigikamShows(NamedTuple):
    """Of one photo, in digiKam's words: `Green`, `Accepted`; None where nothing is said. `stars` as its database has them."""

    stars: int | None
    colour: str | None
    pick: str | None


@contextmanager
def digikam_with(photos: Path, home: Path, display: str, *, reads_sidecars: bool = True) -> Iterator[None]:
    """digiKam, for the time being, with the folder as its only collection, once it has met all the photos (JPEG) there."""
    _first_start(home, display, reads_sidecars=reads_sidecars)
    with closing(sqlite3.connect(_library(home))) as library, library:
        library.execute(
            "INSERT INTO AlbumRoots (label, status, type, identifier, specificPath) VALUES (?, ?, ?, ?, '/')",
            ("Shoot", ONLINE, LOCAL_DISK, f"volumeid:?path={photos}"),
        )
    count = len(list(photos.glob("*.[jJ][pP][gG]")))
    with window(["digikam"], home, display, ROOT_ALLOWED):
        _wait_until(lambda: len(_rows(home, STARS)) == count, home)
        time.sleep(SETTLED_S)
        yield


def digikam_shows(photos: Path, home: Path, *, reads_sidecars: bool = True) -> Mapping[str, DigikamShows]:
    """By the name of the file."""
    with screen() as display, digikam_with(photos, home, display, reads_sidecars=reads_sidecars):
        pass
    labels: dict[str, list[str]] = {}
    for name, label in _rows(home, LABELS):
        labels.setdefault(name, []).append(label)
    return {
        name: DigikamShows(stars, _told(labels.get(name, []), COLOUR), _told(labels.get(name, []), PICK))
        for name, stars in _rows(home, STARS)
    }


STARS = "SELECT name, rating FROM Images JOIN ImageInformation ON id = imageid"
LABELS = "SELECT i.name, t.name FROM ImageTags JOIN Images i ON i.id = imageid JOIN Tags t ON t.id = tagid"


def _first_start(home: Path, display: str, *, reads_sidecars: bool) -> None:
    """It makes its tables, and waits in a dialog for a collection."""
    (home / "digikamrc").write_text(SETTINGS.format(home=home, reads_sidecars=str(reads_sidecars).lower()))
    _library(home).touch()
    with window(["digikam"], home, display, ROOT_ALLOWED):
        _wait_until(lambda: _rows(home, "SELECT value FROM Settings WHERE keyword = 'DBVersion'") != [], home)
        time.sleep(SETTLED_S)


def _wait_until(is_so: Callable[[], bool], home: Path) -> None:
    end = time.monotonic() + LONGEST_S
    while not is_so():
        if time.monotonic() > end:
            raise AssertionError(
                f"digiKam did not come through:\n{(home / 'window.log').read_text('utf-8', 'replace')[-2000:]}"
            )
        time.sleep(0.5)


def _rows(home: Path, question: str) -> list[tuple]:
    try:
        with closing(sqlite3.connect(f"file:{_library(home)}?mode=ro", uri=True)) as library:
            return library.execute(question).fetchall()
    except sqlite3.OperationalError:  # it makes its tables just now, or holds the file for a moment
        return []


def _library(home: Path) -> Path:
    return home / "digikam4.db"


def _told(labels: list[str], what: str) -> str | None:
    told = {label.removeprefix(what) for label in labels if label.startswith(what)} - {"None"}
    return told.pop() if told else None
