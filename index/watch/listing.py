"""Every photo under a folder and how it looks: what the events tell is checked against it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from index.photo.errors import UnreadablePhoto
from index.photo.file_bytes import os_trouble
from index.photo.files import find_assets
from index.watch.file_look import FileLook, look_at, look_of
from index.watch.passing_names import is_passing_name


@dataclass(frozen=True, slots=True)
class TreeListing:
    """What lay under `folder` when it was listed."""

    folder: Path
    files: Mapping[Path, FileLook]
    """In the order of a walk, each picture once."""
    unseen: tuple[UnreadablePhoto, ...] = ()
    """Folders that may not be opened, and photos of which nothing can be told: what lay there may be there still."""
    folders: Mapping[Path, FileLook] = field(default_factory=dict)
    """Those that hold the files. One that is moved shows it in its ctime, its files do not (rename(2))."""


def list_tree(folder: Path) -> TreeListing:
    """The photos under `folder` by the rules of `index.photo.files`: no hidden or skipped folders, links last, each picture
    once; but for names that files bear while they are written. Never raises OSError.
    """
    files: dict[Path, FileLook] = {}
    unseen: list[UnreadablePhoto] = []
    for found in find_assets([folder]):
        if isinstance(found, UnreadablePhoto):
            unseen.append(found)
            continue
        for path in found.files:
            _add(path, files, unseen)
    return TreeListing(folder, files, tuple(unseen), _folders_of(files))


def _folders_of(files: Iterable[Path]) -> dict[Path, FileLook]:
    looks: dict[Path, FileLook] = {}
    for folder in dict.fromkeys(path.parent for path in files):
        try:
            looks[folder] = look_of(folder.stat())
        except OSError:  # it went meanwhile, and its files with it
            continue
    return looks


def _add(path: Path, files: dict[Path, FileLook], unseen: list[UnreadablePhoto]) -> None:
    if is_passing_name(path):
        return
    try:
        look = look_at(path)
    except OSError as error:
        unseen.append(os_trouble(error).at(path))
        return
    if look is not None:
        files[path] = look
