"""The names in one folder, read once: which sidecars lie beside which photo is then told without touching the disk."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from index.photo.errors import UnreadablePhoto
from index.photo.file_bytes import os_trouble
from index.photo.formats import SIDECAR_EXTENSIONS
from index.photo.safe_file.part_file import is_part_name


@dataclass(frozen=True, slots=True)
class FolderListing:
    """The names of one folder. Hidden files are left out, but for part files of ours."""

    folder: Path
    names: Mapping[str, tuple[str, ...]]
    """By `name_key`: the names as they are spelled, in order; more than one only where the disk tells letter case apart."""
    stems: Mapping[str, tuple[str, ...]]
    """By the `name_key` of a stem: the files of that stem that are no sidecars, in order."""
    links: frozenset[str] = field(default_factory=frozenset)
    """Names that are symbolic links."""
    part_files: tuple[str, ...] = ()
    """What a write of ours that was killed left behind."""

    def spelled(self, name: str) -> tuple[Path, ...]:
        """What is there under this name, letter case and accents' coding apart; the very name first."""
        found = sorted(self.names.get(name_key(name), ()), key=lambda there: there != name)
        return tuple(self.folder / there for there in found)

    def of_stem(self, stem: str) -> tuple[Path, ...]:
        """The files of that stem, compared as in `spelled`, that are no sidecars."""
        return tuple(self.folder / name for name in self.stems.get(name_key(stem), ()))

    def sidecars(self, suffix: str = ".xmp") -> tuple[Path, ...]:
        """Everything whose name ends so, letter case apart, in the order of names."""
        found = [name for names in self.names.values() for name in names if name.lower().endswith(suffix)]
        return tuple(self.folder / name for name in sorted(found))

    def is_link(self, path: Path) -> bool:
        """Whether a file of this folder is a symbolic link."""
        return path.name in self.links


def list_folder(folder: Path) -> FolderListing | UnreadablePhoto:
    """The names in `folder`, or why they cannot be read."""
    try:
        with os.scandir(folder) as entries:
            return _listing(folder, entries)
    except OSError as error:
        return os_trouble(error).at(folder)


def name_key(name: str) -> str:
    """Equal for names that NTFS, APFS or exFAT may take for one file: letter case apart, and accents composed or not
    (Unicode Standard Annex 15), as a disk formatted on a Mac may have them.
    """
    if name.isascii():
        return name.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _listing(folder: Path, entries: Iterable[os.DirEntry[str]]) -> FolderListing:
    names: dict[str, list[str]] = {}
    stems: dict[str, list[str]] = {}
    links: set[str] = set()
    part_files: list[str] = []
    for entry in entries:
        if entry.name.startswith("."):
            part_files += [entry.name] if is_part_name(entry.name) else []
            continue
        names.setdefault(name_key(entry.name), []).append(entry.name)
        if entry.is_symlink():
            links.add(entry.name)
        stem, suffix = os.path.splitext(entry.name)  # noqa: PTH122 - a Path for each of ten thousand names is slow
        if suffix.lower() not in SIDECAR_EXTENSIONS and not _is_folder(entry):
            stems.setdefault(name_key(stem), []).append(entry.name)
    return FolderListing(folder, _in_order(names), _in_order(stems), frozenset(links), tuple(sorted(part_files)))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that may not be followed
        return False


def _in_order(names: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(sorted(spelled)) for key, spelled in names.items()}
