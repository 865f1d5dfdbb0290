"""What darktable makes of all photos of a folder, with whatever lies beside and inside them."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from tests.real_editors.darktable_library import COLOURS, REJECTED_BIT, STARS_BITS, DarktableShows
from tests.real_editors.program import output_of


def darktable_imports(folder: Path) -> dict[str, DarktableShows]:
    """By file name, after one import of the folder; darktable writes nothing into it."""
    with tempfile.TemporaryDirectory() as home:
        _import(folder, Path(home))
        with closing(sqlite3.connect(Path(home) / "library.db")) as opened:
            return _shown(opened)


def darktable_writes_sidecars(folder: Path) -> None:
    """As a person's darktable does on import: every photo gets a sidecar, one that is there is read and written anew."""
    with tempfile.TemporaryDirectory() as home:
        _import(folder, Path(home), "--conf", "write_sidecar_files=on import")


def _import(folder: Path, home: Path, *settings: str) -> None:
    own = ("--configdir", home / "config", "--cachedir", home / "cache", "--library", home / "library.db")
    (home / "pictures").mkdir()
    pictures = ("--import", folder, home / "pictures", "--out-ext", ".jpg")
    output_of("darktable-cli", *pictures, "--core", *settings, *own, "--disable-opencl", home=home)


def _shown(library: sqlite3.Connection) -> dict[str, DarktableShows]:
    photos = library.execute("SELECT id, filename, flags FROM images").fetchall()
    colours = library.execute("SELECT imgid, color FROM color_labels ORDER BY color").fetchall()
    return {
        name: DarktableShows(
            flags & STARS_BITS,
            bool(flags & REJECTED_BIT),
            tuple(COLOURS[colour] for photo, colour in colours if photo == number),
        )
        for number, name, flags in photos
    }
