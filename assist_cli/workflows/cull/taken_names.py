"""Which names are taken where photos are to go, and by whose photos."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from index.journal.move_entries import PlannedMove
from index.photo.errors import UnreadablePhoto
from index.photo.folder_listing import list_folder, name_key
from index.photo.formats import RAW_EXTENSIONS, SIDECAR_EXTENSIONS, extension
from index.photo.sidecar_claims import CLAIMING_EXTENSIONS


class TakenNames:
    """The names in the folders of one destination, each folder read once, and those that were planned since."""

    def __init__(self) -> None:
        self._folders: set[Path] = set()
        self._names: dict[tuple[Path, str], Path] = {}
        self._stems: dict[tuple[Path, str], list[Path]] = {}
        self._sources: dict[Path, Path] = {}

    def read(self, folder: Path, came_from: Callable[[Sequence[Path]], Mapping[Path, Path]]) -> None:
        """What lies in a folder, unless it was read before; one that is not there yet has nothing."""
        if folder in self._folders:
            return
        self._folders.add(folder)
        listing = list_folder(folder)
        if isinstance(listing, UnreadablePhoto):
            return
        paths = [folder / name for names in listing.names.values() for name in names]
        self._sources |= came_from(paths)
        for path in paths:
            self._add(path)

    def take(self, moves: Sequence[PlannedMove]) -> None:
        """These names are taken from now on."""
        for move in moves:
            self._sources[move.target] = move.source
            self._add(move.target)

    def named(self, path: Path) -> Path | None:
        """What has this name, letter case and accents' coding apart."""
        found = self._names.get((path.parent, name_key(path.name)))
        return found or (path if os.path.lexists(path) else None)

    def stranger(self, moves: Sequence[PlannedMove]) -> Path | None:
        """A file there that editors, or we, would take for one photo with these: a RAW and a JPEG of one name, or whose `IMG.xmp`
        it would be. What lay beside the photo before shared its name then, and may again.
        """
        for move in moves:
            if extension(move.target) in SIDECAR_EXTENSIONS:
                continue
            stem = name_key(move.target.stem)
            there = self._stems.get((move.target.parent, stem), ())
            strangers = [path for path in there if self._sources.get(path, path).parent != move.source.parent]
            if strangers and any(_joins(path, stem) for path in (*strangers, *(one.target for one in moves))):
                return strangers[0]
        return None

    def _add(self, path: Path) -> None:
        self._names.setdefault((path.parent, name_key(path.name)), path)
        if extension(path) in CLAIMING_EXTENSIONS or path.suffix.lower() == ".xmp":
            self._stems.setdefault((path.parent, name_key(path.stem)), []).append(path)


def _joins(path: Path, stem: str) -> bool:
    return extension(path) in RAW_EXTENSIONS or name_key(path.name) == f"{stem}.xmp"
