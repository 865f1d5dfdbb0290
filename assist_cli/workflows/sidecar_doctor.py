"""What is wrong with the sidecars of a folder, and what mends it. Nothing is changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from assist_cli.workflows.sidecar_problems.bad_files import bad_sidecars, leftovers, misspelled
from assist_cli.workflows.sidecar_problems.changed_since import changed_since
from assist_cli.workflows.sidecar_problems.pair_differs import pair_differs
from assist_cli.workflows.sidecar_problems.problem import Problem
from assist_cli.workflows.sidecar_problems.shown_differently import shown_differently
from assist_cli.workflows.sidecar_problems.whose_sidecar import (
    misled_photos,
    numbered_names,
    photos_gone,
    shared_sidecars,
)
from assist_cli.workflows.sidecar_status import AssetStatus, FolderStatus
from index.photo.marks import Marks

OF_FOLDERS: tuple[Callable[[FolderStatus], Iterator[Problem]], ...] = (
    bad_sidecars,
    leftovers,
    misspelled,
    shared_sidecars,
    numbered_names,
    photos_gone,
)


def problems_of(status: FolderStatus, bases: Mapping[Path, Marks]) -> Iterator[Problem]:
    """All findings of one folder: files that are bad, then photo by photo what is marked differently. `bases`: by sidecar, what we
    wrote last and nobody took back.
    """
    for find in OF_FOLDERS:
        yield from find(status)
    misled = misled_photos(status)
    for asset in status.assets:
        yield from _of_asset(asset, bases, misled)


def _of_asset(asset: AssetStatus, bases: Mapping[Path, Marks], misled: frozenset[Path]) -> Iterator[Problem]:
    """What somebody changed since is taken in first; how editors show it then is another day's question."""
    changed = list(changed_since(asset, bases))
    yield from changed or (*shown_differently(asset, bases, misled), *pair_differs(asset, bases))
