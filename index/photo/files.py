"""Finds the photos under the paths a person named."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from index.photo.asset_pairs import assets_of_folder, name_order
from index.photo.errors import FailureKind, UnreadablePhoto
from index.photo.file_bytes import kind_of_file, os_trouble
from index.photo.formats import SIDECAR_EXTENSIONS, extension, is_photo
from index.photo.record import Asset

SKIPPED_FOLDERS = frozenset({"@eadir", "__macosx", "#recycle", "$recycle.bin", "lost+found"})
"""Thumbnails and bins that Synology, macOS and Windows leave beside photos; lower case. Hidden folders are skipped
anyway."""

CATALOGUE_SUFFIXES = (".lrdata", ".lrcat-data", ".photoslibrary", ".cocatalog", ".cosessiondb")
"""Folders in which Lightroom, Apple Photos and Capture One keep their own previews."""


def find_assets(paths: Sequence[Path]) -> Iterator[Asset | UnreadablePhoto]:
    """Every asset under `paths`, each file once, in one order: folders first, then files named by themselves.

    Folders are searched to the bottom, a linked folder once, after the real ones. Paths come out absolute. What is
    named like a photo but cannot be one (a folder, a pipe, a dangling link), a folder that may not be opened and a
    path that is not there come out as `UnreadablePhoto`.
    """
    # Path.absolute would keep "..", Path.resolve would follow links.
    roots = [Path(os.path.abspath(path)) for path in paths]  # noqa: PTH100
    search = _Search()
    yield from search.folders([root for root in roots if _is_folder(root)])
    yield from search.files([root for root in roots if not _is_folder(root)])


class _Search:
    """One walk: remembers what it has met, so that overlapping paths and looping links yield nothing twice."""

    def __init__(self) -> None:
        self._seen_folders: set[tuple[int, int]] = set()
        self._seen_files: set[str] = set()
        self._linked: list[Path] = []

    def folders(self, roots: list[Path]) -> Iterator[Asset | UnreadablePhoto]:
        """Everything under `roots`."""
        waiting = roots[::-1]
        while waiting or self._linked:
            folder = waiting.pop() if waiting else self._linked.pop(0)
            subfolders: list[Path] = []
            yield from self._folder(folder, subfolders)
            waiting.extend(sorted(subfolders, key=name_order, reverse=True))

    def files(self, roots: list[Path]) -> Iterator[Asset | UnreadablePhoto]:
        """Files named one by one; a shell's `*` names sidecars too, and those are no photos."""
        by_folder: dict[Path, list[Path]] = {}
        for root in roots:
            if extension(root) not in SIDECAR_EXTENSIONS:
                by_folder.setdefault(root.parent, []).append(root)
        for photos in by_folder.values():
            yield from self._assets(photos)

    def _folder(self, folder: Path, subfolders: list[Path]) -> Iterator[Asset | UnreadablePhoto]:
        try:
            facts = folder.stat()
            if (facts.st_dev, facts.st_ino) in self._seen_folders:
                return
            self._seen_folders.add((facts.st_dev, facts.st_ino))
            with os.scandir(folder) as entries:
                members = sorted(Path(entry.path) for entry in entries if not entry.name.startswith("."))
        except OSError as error:
            yield os_trouble(error).at(folder)
            return
        for path in members:
            if _is_folder(path) and not _skipped_folder(path.name):
                (self._linked if path.is_symlink() else subfolders).append(path)
        yield from self._assets([path for path in members if is_photo(path)])

    def _assets(self, paths: list[Path]) -> Iterator[Asset | UnreadablePhoto]:
        photos: list[Path] = []
        for path in sorted(paths, key=name_order):
            trouble = _trouble(path)
            if self._is_new(str(path) if trouble else os.path.realpath(path)):
                if trouble:
                    yield trouble
                else:
                    photos.append(path)
        yield from assets_of_folder(photos)

    def _is_new(self, path: str) -> bool:
        is_new = path not in self._seen_files
        self._seen_files.add(path)
        return is_new


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises for names that the system refuses


def _skipped_folder(name: str) -> bool:
    lowered = name.lower()
    return lowered in SKIPPED_FOLDERS or lowered.endswith(CATALOGUE_SUFFIXES)


def _trouble(path: Path) -> UnreadablePhoto | None:
    """Why a path named like a photo cannot be opened as one, without opening it."""
    try:
        mode = path.stat().st_mode
    except OSError as error:
        if os.path.islink(path) and not isinstance(error, PermissionError):  # noqa: PTH114 - as in _is_folder
            return UnreadablePhoto(path, FailureKind.MISSING, "the link points to nothing")
        return os_trouble(error).at(path)
    if stat.S_ISREG(mode):
        return None
    return UnreadablePhoto(path, FailureKind.NOT_A_FILE, f"this is {kind_of_file(mode)}, not a file")
