"""Every weights file that is here, bundled or the user's own, found by name and checked against its digest."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from weights.bundles import BUNDLES, parts_of
from weights.digest import sha256
from weights.entry import WeightsEntry, WeightsFile, read_entry
from weights.errors import WeightsError as WeightsError  # who looks weights up finds here what may go wrong
from weights.installed import Installed, find_installed, installed, installed_as, stamp_of
from weights.public_checkpoint import RATING, public_checkpoints

ENTRIES = Path(__file__).parent / "entries"

DEFAULT_RATING_WEIGHTS = "multi_level_efficientnet_lite0.biq2021"
"""The rating-distribution network that ships (issue "The rating-distribution model")."""

CROP_WEIGHTS = "crop_ranker.biq2021"
"""The ranker of crops that ships (issue "Composition, crops and straightening")."""

TILT_WEIGHTS = "tilt_reader.biq2021"
"""The reader of tilts that ships (issue "Composition, crops and straightening")."""

EXPOSURE_WEIGHTS = "exposure_map.biq2021"
"""The exposure map that ships (issue "Factor assessors a photographer believes")."""

SALIENCY_WEIGHTS = "saliency.biq2021"
"""The saliency network that ships (issue "Composition, crops and straightening")."""

EMBEDDER_WEIGHTS = "embedder.biq2021"
"""The embedder that ships (issue "Groups and picks")."""

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
    ships = {name: entry for name, entry in bundled_entries().items() if entry.kind == RATING}
    return {**ships, **{entry.name: entry for entry in own if entry.name not in bundled_entries()}}


def find_entry(name: str) -> WeightsEntry:
    """The entry called `name`; raises `WeightsError` that says why it cannot rate photos here, or names the nearest."""
    table = entries()
    if name in table:
        return table[name]
    public = public_checkpoints().get(name)
    if name in {*bundled_entries(), *BUNDLES} or (public is not None and public.kind != RATING):
        raise WeightsError(
            f"the weights {name} do not rate photos", f"there are: {', '.join(table)} (assist weights list)"
        )
    if name in public_checkpoints() or name in installed():
        find_installed(name)
    near = difflib.get_close_matches(name, [*table, *public_checkpoints()], n=1)
    suggestion = f"did you mean {near[0]!r}?" if near else f"there are: {', '.join(table)}"
    raise WeightsError(f"no weights are called {name!r}", f"{suggestion} (assist weights list)")


def bundled_entry(name: str, wanted: str = "onnx") -> WeightsEntry:
    """The entry of weights of any kind that ship, its file of one format checked; raises `WeightsError`."""
    entry = bundled_entries()[name]
    problem = problem_with(entry.files[wanted])
    if problem is not None:
        raise WeightsError(f"{entry.files[wanted].path.name}: {problem}", REINSTALL)
    return entry


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


def can_be_used(name: str) -> bool:
    """Whether the user's weights called `name`, or all parts of that bundle, are here and whole.

    A digest is remembered as long as its file looks the same: this is asked for every photo that waits for weights.
    """
    return all(_is_whole(part) for part in parts_of(name))


def _is_whole(name: str) -> bool:
    found = installed_as(name)
    if not isinstance(found, Installed):
        return False
    return all(_problem(file, stamp_of(file.path)) is None for file in found.files.values())


@lru_cache(maxsize=64)
def _problem(file: WeightsFile, _stamp: tuple[int, int]) -> str | None:
    return problem_with(file)
