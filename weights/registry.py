"""Every weights file that is here, bundled or the user's own, found by name and checked against its digest."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from weights.digest import sha256
from weights.entry import WeightsEntry, WeightsFile, read_entry
from weights.errors import WeightsError as WeightsError  # who looks weights up finds here what may go wrong
from weights.installed import Installed, find_installed, installed
from weights.public_checkpoint import RATING, public_checkpoints

ENTRIES = Path(__file__).parent / "entries"

DEFAULT_RATING_WEIGHTS = "multi_level_efficientnet_lite0.biq2021"
"""The rating-distribution network that ships (issue "The rating-distribution model")."""

REINSTALL = "install photo-assist again"


@dataclass(frozen=True, slots=True)
class FileCheck:
    """What `verify` found for one file: `problem` is None when it is whole, `hint` says how to mend it."""

    path: Path
    problem: str | None
    hint: str = REINSTALL


@cache
def bundled_entries() -> Mapping[str, WeightsEntry]:
    """Name -> entry of what ships, sorted; two entries of one name raise `ValueError`."""
    table: dict[str, WeightsEntry] = {}
    for path in sorted(ENTRIES.glob("*.toml")):
        entry = read_entry(path)
        if entry.name in table:
            raise ValueError(f"two weights entries are called {entry.name!r}")
        table[entry.name] = entry
    return table


def entries() -> Mapping[str, WeightsEntry]:
    """Name -> entry of all that can rate photos: what ships, then the user's own. A bundled name cannot be taken by another."""
    own = [found.rating for found in installed().values() if isinstance(found, Installed) and found.rating]
    return {**bundled_entries(), **{entry.name: entry for entry in own if entry.name not in bundled_entries()}}


def find_entry(name: str) -> WeightsEntry:
    """The entry called `name`; raises `WeightsError` that says why it cannot rate photos here, or names the nearest."""
    table = entries()
    if name in table:
        return table[name]
    if name in public_checkpoints() and public_checkpoints()[name].kind != RATING:
        raise WeightsError(
            f"the weights {name} do not rate photos", f"there are: {', '.join(table)} (assist weights list)"
        )
    if name in public_checkpoints() or name in installed():
        find_installed(name)
    near = difflib.get_close_matches(name, [*table, *public_checkpoints()], n=1)
    suggestion = f"did you mean {near[0]!r}?" if near else f"there are: {', '.join(table)}"
    raise WeightsError(f"no weights are called {name!r}", f"{suggestion} (assist weights list)")


def verify(entry: WeightsEntry | Installed) -> list[FileCheck]:
    """Check every file of `entry` against its sha256."""
    return [FileCheck(file.path, problem_with(file), how_to_mend(entry)) for file in entry.files.values()]


def how_to_mend(entry: WeightsEntry | Installed) -> str:
    """What to do where a file of `entry` is missing or damaged."""
    if entry.name in bundled_entries():
        return REINSTALL
    return (
        f"assist weights pull {entry.name}"
        if entry.name in public_checkpoints()
        else "copy your own weights there again"
    )


def problem_with(file: WeightsFile) -> str | None:
    """Why `file` cannot be trusted, or None."""
    if not file.path.is_file():
        return "missing"
    digest = sha256(file.path)
    return None if digest == file.sha256 else f"sha256 is {digest}, not {file.sha256}"
