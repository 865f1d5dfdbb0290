"""Finds the photos under the paths a person named."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from index.photo.asset_pairs import assets_of_folder, name_order
from index.photo.errors import FailureKind, UnreadablePhoto
from index.photo.file_bytes import kind_of_file, os_trouble
from index.photo.formats import SIDECAR_EXTENSIONS, extension, is_photo, is_photo_name, is_raw_name
from index.photo.kept_listings import KeptListings
from index.photo.record import Asset

SKIPPED_FOLDERS = frozenset({"@eadir", "__macosx", "#recycle", "$recycle.bin", "lost+found"})
"""Thumbnails and bins that Synology, macOS and Windows leave beside photos; lower case. Hidden folders are skipped
anyway."""

CATALOGUE_SUFFIXES = (".lrdata", ".lrcat-data", ".photoslibrary", ".cocatalog", ".cosessiondb")
"""Folders in which Lightroom, Apple Photos and Capture One keep their own previews."""


def find_assets(paths: Sequence[Path], listings: KeptListings | None = None) -> Iterator[Asset | UnreadablePhoto]:
    """Every asset under `paths`, each picture once, in one order: folders first, then files named by themselves, then
    what only links lead to: folders, then photos.

    Folders are searched to the bottom. A file that is named by itself brings the files of its name beside it, so that it
    is the same picture whichever way it is named. Paths come out absolute. A link to a photo of its own folder pairs that photo
    with the RAW beside the link. What is named like a photo but cannot be one (a folder, a pipe, a dangling link), a
    folder that may not be opened and a path that is not there come out as `UnreadablePhoto`.

    `listings`: of one who asks for one file of a folder after the other.
    """
    # Path.absolute would keep "..", Path.resolve would follow links.
    roots = [Path(os.path.abspath(path)) for path in paths]  # noqa: PTH100
    search = _Search(listings)
    yield from search.folders(sorted((root for root in roots if _is_folder(root)), key=_leads_elsewhere))
    yield from search.files([root for root in roots if not _is_folder(root)])
    yield from search.links()


def is_skipped_folder(name: str) -> bool:
    """Whether a folder of this name is left out: thumbnails, bins, and what editors keep for themselves."""
    lowered = name.lower()
    return lowered in SKIPPED_FOLDERS or lowered.endswith(CATALOGUE_SUFFIXES)


class _Search:
    """One walk: remembers what it has met, so that overlapping paths and looping links yield nothing twice."""

    def __init__(self, listings: KeptListings | None) -> None:
        self._listings = listings
        self._seen_folders: set[tuple[int, int]] = set()
        self._seen_files: set[str] = set()
        self._linked_folders: list[Path] = []
        self._linked_assets: list[Asset] = []

    def folders(self, roots: list[Path]) -> Iterator[Asset | UnreadablePhoto]:
        """Everything under `roots`, save what lies behind links."""
        waiting = roots[::-1]
        while waiting:
            subfolders: list[Path] = []
            yield from self._folder(waiting.pop(), subfolders)
            waiting.extend(sorted(subfolders, key=name_order, reverse=True))

    def files(self, roots: list[Path]) -> Iterator[Asset | UnreadablePhoto]:
        """Files named one by one; a shell's `*` names sidecars too, and those are no photos."""
        by_folder: dict[Path, list[Path]] = {}
        for root in roots:
            if extension(root) not in SIDECAR_EXTENSIONS:
                by_folder.setdefault(root.parent, []).append(root)
        for folder, named in by_folder.items():
            links = {path: os.path.islink(path) for path in named}  # noqa: PTH114 - as in _is_folder
            photos = links | _beside(named, folder, self._listings)
            yield from self._assets(photos, set(named))

    def links(self) -> Iterator[Asset | UnreadablePhoto]:
        """What lies behind the links met so far, unless it was found by its own name."""
        while self._linked_folders:
            yield from self.folders([self._linked_folders.pop(0)])
        for asset in self._linked_assets:
            yield from _asset(
                [file for file in asset.files if not file.is_symlink() or self._is_new(os.path.realpath(file))]
            )

    def _folder(self, folder: Path, subfolders: list[Path]) -> Iterator[Asset | UnreadablePhoto]:
        try:
            facts = folder.stat()
            if (facts.st_dev, facts.st_ino) in self._seen_folders:
                return
            self._seen_folders.add((facts.st_dev, facts.st_ino))
            with os.scandir(folder) as entries:
                members = sorted((one for one in entries if not one.name.startswith(".")), key=lambda one: one.name)
        except OSError as error:
            yield os_trouble(error).at(folder)
            return
        for member in members:
            if _leads_to_folder(member) and not is_skipped_folder(member.name):
                (self._linked_folders if member.is_symlink() else subfolders).append(Path(member.path))
        photos = [member for member in members if is_photo_name(member.name)]
        if all(_stands_alone(member) for member in photos):
            yield from self._single_files(folder, [member.name for member in photos])
        else:
            yield from self._assets({Path(member.path): _is_link(member) for member in photos})

    def _single_files(self, folder: Path, names: list[str]) -> Iterator[Asset]:
        """As `_assets` of files that stand alone: the most usual folder, of thousands, in a fraction of the time."""
        real = os.path.join(os.path.realpath(folder), "") if names else ""  # noqa: PTH118 - a Path ends in no separator
        for _, name in sorted((name.casefold(), name) for name in names):
            if self._is_new(real + name):
                yield Asset(folder / name)

    def _assets(self, paths: Mapping[Path, bool], named: set[Path] | None = None) -> Iterator[Asset | UnreadablePhoto]:
        """The assets among paths of one folder, each with whether it is a link; of them only those that hold one that is `named`,
        if any are."""
        photos: list[Path] = []
        for path in sorted(paths, key=name_order):
            trouble = _trouble(path)
            if trouble is None:
                photos.append(path)
            elif (named is None or path in named) and self._is_new(str(path)):
                yield trouble
        real = {path: name for path, name in zip(photos, _real_names(photos), strict=True) if not paths[path]}
        links = _links_within(photos, real)
        wanted = None if named is None else {links.get(path, path) for path in named}
        for asset in assets_of_folder(photos, links):
            if wanted is None or not wanted.isdisjoint(asset.files):
                yield from self._now_or_later(asset, real)

    def _now_or_later(self, asset: Asset, real: Mapping[Path, str]) -> Iterator[Asset]:
        """`real`: the real names of those that are no links."""
        files = [file for file in asset.files if file not in real or self._is_new(real[file])]
        if any(file not in real for file in files):
            self._linked_assets += _asset(files)
        else:
            yield from _asset(files)

    def _is_new(self, path: str) -> bool:
        is_new = path not in self._seen_files
        self._seen_files.add(path)
        return is_new


def _beside(named: list[Path], folder: Path, listings: KeptListings | None) -> dict[Path, bool]:
    """The photos of `folder` that may belong to the named ones, of the same stem, or all where a link may join stems; and whether
    they are links."""
    listing = listings.of(folder) if listings is not None else None
    if listing is not None and not listing.links:
        beside = {path for named_one in named for path in listing.of_stem(named_one.stem)}
        return {path: False for path in beside if is_photo(path)}
    try:
        with os.scandir(folder) as entries:
            there = [(entry.name, entry.is_symlink()) for entry in entries if not entry.name.startswith(".")]
    except OSError:
        return {}  # a file can be read in a folder that cannot be listed; where it cannot, reading it says why
    stems = {path.stem.casefold() for path in named}
    # Paths are made of the few that count: for one photo among thousands all others would cost more than reading it.
    if not any(is_link for _, is_link in there):
        there = [one for one in there if one[0].rpartition(".")[0].casefold() in stems]
    return {path: is_link for name, is_link in there if is_photo(path := folder / name)}


def _asset(files: list[Path]) -> Iterator[Asset]:
    if files:
        yield Asset(files[0], tuple(files[1:]))


def _real_names(photos: list[Path]) -> list[str]:
    """Of photos of one folder that are no links: links lead to the folder alone, which is asked for once."""
    folder = os.path.realpath(photos[0].parent) if photos else ""
    return [os.path.join(folder, photo.name) for photo in photos]  # noqa: PTH118 - a Path for each is slow


def _links_within(photos: list[Path], real: Mapping[Path, str]) -> dict[Path, Path]:
    """Link -> the photo that it points to, where both are among these; `real`: names of those that are no links."""
    links = [photo for photo in photos if photo not in real]
    owners = {name: photo for photo, name in real.items()} if links else {}
    return {link: owners[target] for link in links if (target := os.path.realpath(link)) in owners}


def _leads_elsewhere(path: Path) -> bool:
    return os.path.realpath(path) != str(path)


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises for names that the system refuses


def _leads_to_folder(member: os.DirEntry[str]) -> bool:
    try:
        return member.is_dir()
    except OSError:  # a link in circles, or to where nobody may look
        return False


def _stands_alone(member: os.DirEntry[str]) -> bool:
    """Whether it is a file, no link, and one that no other file is paired with unless that is a RAW."""
    try:
        return member.is_file(follow_symlinks=False) and not is_raw_name(member.name)
    except (
        OSError
    ):  # not every file system lists what a member is, and its folder may not be searched: `_trouble` tells
        return False


def _is_link(member: os.DirEntry[str]) -> bool:
    try:
        return member.is_symlink()
    except OSError:  # as in `_stands_alone`
        return False


def _trouble(path: Path) -> UnreadablePhoto | None:
    """Why a path named like a photo cannot be opened as one, without opening it."""
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 - twice as fast, over thousands of files
    except OSError as error:
        if os.path.islink(path) and not isinstance(error, PermissionError):  # noqa: PTH114 - as in _is_folder
            return UnreadablePhoto(path, FailureKind.MISSING, "the link points to nothing")
        return os_trouble(error).at(path)
    except ValueError:
        return UnreadablePhoto(path, FailureKind.MISSING, "no file can have this name")  # there is a NUL inside it
    if stat.S_ISREG(mode):
        return None
    return UnreadablePhoto(path, FailureKind.NOT_A_FILE, f"this is {kind_of_file(mode)}, not a file")
