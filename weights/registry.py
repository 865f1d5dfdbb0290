"""Every weights file that we know, found by name and checked against its digest."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from weights.entry import WeightsEntry, WeightsFile, read_entry

ENTRIES = Path(__file__).parent / "entries"

DEFAULT_RATING_WEIGHTS = "nima_mobilenet_v2.biq2021"
"""The rating-distribution network that ships (issue "Score a folder")."""


class WeightsError(Exception):
    """A weights file is unknown, missing or not what its entry says."""

    exit_code = 1

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class FileCheck:
    """What `verify` found for one file: `problem` is None when it is whole."""

    path: Path
    problem: str | None


@cache
def entries() -> Mapping[str, WeightsEntry]:
    """Name -> entry, sorted; two entries of one name raise `ValueError`."""
    table: dict[str, WeightsEntry] = {}
    for path in sorted(ENTRIES.glob("*.toml")):
        entry = read_entry(path)
        if entry.name in table:
            raise ValueError(f"two weights entries are called {entry.name!r}")
        table[entry.name] = entry
    return table


def find_entry(name: str) -> WeightsEntry:
    """The entry called `name`; raises `WeightsError` that names the nearest."""
    table = entries()
    if name in table:
        return table[name]
    near = difflib.get_close_matches(name, table, n=1)
    suggestion = f"did you mean {near[0]!r}?" if near else f"there are: {', '.join(table)}"
    raise WeightsError(f"no weights are called {name!r}", f"{suggestion} (assist weights list)")


def verify(entry: WeightsEntry) -> list[FileCheck]:
    """Check every file of `entry` against its sha256."""
    return [FileCheck(file.path, problem_with(file)) for file in entry.files.values()]


def problem_with(file: WeightsFile) -> str | None:
    """Why `file` cannot be trusted, or None."""
    if not file.path.is_file():
        return "missing"
    with file.path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    return None if digest == file.sha256 else f"sha256 is {digest}, not {file.sha256}"
