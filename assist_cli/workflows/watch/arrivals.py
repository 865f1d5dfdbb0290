"""From a file that is complete to the photo that it belongs to, as its folder looks at this moment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from assist_cli.workflows.find_photos import Found
from assist_cli.workflows.own_overlays import is_own_overlay
from index.photo.files import find_assets
from index.photo.kept_listings import KeptListings
from index.photo.record import Asset

StemKey = tuple[Path, str]
"""Files of one photo share it: their folder, and their name up to its extension, letter case apart."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file that is complete. `since_s`: the clock when its last byte came; None where it was there before us."""

    path: Path
    since_s: float | None
    is_told: bool = False
    """Whether to tell of it also where it is known and unchanged."""
    former: Path | None = None
    """The name that it had just before, where that was watched too."""

    @property
    def keys(self) -> tuple[StemKey, ...]:
        """The photos of which none may be judged at the same time: its own, and what it was called before."""
        names = (self.path,) if self.former is None else (self.path, self.former)
        return tuple((name.parent, name.stem.casefold()) for name in names)


def photos_of(arrival: Arrival, is_arriving: Callable[[Path], bool], listings: KeptListings) -> list[Found]:
    """The photo that the file belongs to; its other files count once they are complete too. Nothing where it is no photo of a
    shoot, and what is wrong where it cannot be one.
    """
    found = (item for item in find_assets([arrival.path], listings) if not is_own_overlay(item.path))
    return [_complete(item, is_arriving) if isinstance(item, Asset) else item for item in found]


def _complete(asset: Asset, is_arriving: Callable[[Path], bool]) -> Asset:
    files = [file for file in asset.files if not is_arriving(file)] or list(asset.files)
    return Asset(files[0], tuple(files[1:]))
