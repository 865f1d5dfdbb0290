"""From the paths a person names to the photos there, in one fixed order."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from assist_cli.failures import AssistError, BadRequestError
from assist_cli.workflows.own_overlays import is_own_overlay
from index.photo.errors import UnreadablePhoto
from index.photo.files import find_assets
from index.photo.record import Asset
from index.photo.safe_file.links import real_trees

Found = Asset | UnreadablePhoto


def absolute(paths: Sequence[Path]) -> list[Path]:
    """The same paths, absolute, links kept."""
    return [Path(os.path.abspath(path)) for path in paths]  # noqa: PTH100 - resolve() would follow links


def named_trees(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The folders that these paths name, or lie in, as `real_place` wants them."""
    return real_trees(path if path.is_dir() else path.parent for path in absolute(paths))


def find_photos(paths: Sequence[Path], limit: int | None = None) -> list[Found]:
    """The photos at and below `paths`, at most `limit`, folder by folder; what is not there is one that is unreadable.

    Raises `BadRequestError` when nothing of it is there, and `AssistError` when there is no photo.
    """
    missing = missing_among(paths)
    if len(missing) == len(paths):
        raise nowhere(missing)
    found = [item for item in find_assets(absolute(paths)) if not is_own_overlay(item.path)]
    if not found:
        raise AssistError(f"no photos in {', '.join(map(str, paths))}", "name a folder that holds photos, or a photo")
    return found[:limit]


def frames_asked_for(frames: Sequence[Asset], paths: Sequence[Path]) -> list[Asset]:
    """Of pictures that only share their name, those of which a file is at or below `paths` (absolute)."""
    if len(frames) == 1:
        return list(
            frames
        )  # nearly all: an editor's selection names 50,000 photos, and each would look at all those names
    named = frozenset(paths)
    asked = [frame for frame in frames if any(not named.isdisjoint((file, *file.parents)) for file in frame.files)]
    return asked or list(frames)  # a link may have been named, and what it points to was found


def missing_among(paths: Sequence[Path]) -> list[Path]:
    """Those paths where nothing is, not even a link."""
    return [path for path in paths if not _exists(path)]


def nowhere(missing: Sequence[Path]) -> BadRequestError:
    """That there is nothing at these paths."""
    places = ", ".join(map(str, missing))
    return BadRequestError(f"there is no file or folder {places}", "check the spelling of the path")


def _exists(path: Path) -> bool:
    try:
        return os.path.lexists(path)
    except ValueError:  # a NUL inside the name
        return False
