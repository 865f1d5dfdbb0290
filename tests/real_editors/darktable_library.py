"""What darktable makes of a photo with its sidecar beside it: the picture, and what its library then holds."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from tests.real_editors.program import output_of, why_skip

SKIP_REASON = why_skip("darktable-cli")
STARS_BITS, REJECTED_BIT = 7, 8
"""darktable, src/common/image.h: `images.flags`."""
COLOURS = ("Red", "Yellow", "Green", "Blue", "Purple")
"""darktable, src/common/colorlabels.h, in its order."""
OWN_TAGS = "darktable|%"
"""Tags that darktable itself puts on every photo."""


class DarktableShows(NamedTuple):
    """As darktable's lighttable has it. A photo of which nothing is said gets one star, darktable's own choice."""

    stars: int
    rejected: bool
    labels: tuple[str, ...]


@dataclass(frozen=True)
class DarktableLibrary:
    """The library after darktable has imported one photo."""

    shows: DarktableShows
    tags: tuple[str, ...]
    """Keywords, levels parted by `|`."""
    steps: tuple[tuple[str, bool], ...]
    """Its history: operation, and whether it is switched on; darktable's own first."""


def darktable_shows(photo: Path) -> DarktableShows:
    """Stars, reject and labels of a photo that darktable sees for the first time, its sidecar beside it."""
    return darktable_library(photo).shows


def darktable_library(photo: Path) -> DarktableLibrary:
    """All that we look at in the library; darktable writes nothing beside the photo."""
    with tempfile.TemporaryDirectory() as folder:
        darktable_exports(photo, Path(folder) / "picture.jpg", at_home=Path(folder))
        with _opened(Path(folder)) as library:
            return _read(library)


def darktable_exports(photo: Path, picture: Path, at_home: Path) -> None:
    """The finished picture; settings and library lie in `at_home`."""
    own = ("--configdir", at_home / "config", "--cachedir", at_home / "cache", "--library", at_home / "library.db")
    output_of("darktable-cli", photo, picture, "--core", *own, "--disable-opencl", home=at_home)
    if not picture.is_file():
        raise AssertionError(f"darktable-cli exported nothing of {photo.name}")


@contextmanager
def _opened(at_home: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(at_home / "library.db")) as library:
        library.execute("ATTACH DATABASE ? AS data", (str(at_home / "config" / "data.db"),))
        yield library


def _read(library: sqlite3.Connection) -> DarktableLibrary:
    ((flags,),) = library.execute("SELECT flags FROM images").fetchall()
    colours = [COLOURS[number] for (number,) in library.execute("SELECT color FROM color_labels ORDER BY color")]
    tags = library.execute(
        "SELECT name FROM tagged_images JOIN data.tags ON tags.id = tagid WHERE name NOT LIKE ? ORDER BY name",
        (OWN_TAGS,),
    )
    steps = library.execute("SELECT operation, enabled FROM history ORDER BY num").fetchall()
    return DarktableLibrary(
        DarktableShows(flags & STARS_BITS, bool(flags & REJECTED_BIT), tuple(colours)),
        tuple(name for (name,) in tags),
        tuple((operation, bool(enabled)) for operation, enabled in steps),
    )
