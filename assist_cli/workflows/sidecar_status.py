"""Which sidecars a folder's photos have, who wrote them, and what each editor will show. Nothing is changed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assist_cli.workflows.find_photos import absolute, find_photos, named_trees
from assist_cli.workflows.read_places import FolderReader, SidecarRead
from index.photo.darktable_duplicates import Duplicate, darktable_duplicates
from index.photo.errors import UnreadablePhoto
from index.photo.folder_listing import list_folder
from index.photo.orphan_sidecars import orphan_sidecars
from index.photo.record import Asset
from index.photo.safe_file.links import real_trees
from index.photo.sidecar_claims import Claim, claim_on, claims_in
from index.photo.sidecar_place import Place
from plugins.editors.registry import EDITORS
from plugins.editors.shown import PhotoPlaces, Shown


@dataclass(frozen=True, slots=True)
class PhotoStatus:
    """One photo file: its places, and what each editor shows."""

    path: Path
    places: tuple[SidecarRead, ...]
    """Sidecars that some editor looks into, and what is inside; `IMG.xmp` may be another file's (`FolderStatus.claims`)."""
    beside: PhotoPlaces
    shown: Mapping[str, Shown]
    """By the editor's name."""


@dataclass(frozen=True, slots=True)
class AssetStatus:
    """One picture: its files, the judged one first."""

    asset: Asset
    photos: tuple[PhotoStatus, ...]

    @property
    def sidecars(self) -> list[SidecarRead]:
        """Its sidecars, each once; without what is inside the photos."""
        found = {read.path: read for photo in self.photos for read in photo.places if read.place is not Place.EMBEDDED}
        return list(found.values())

    def as_seen_by(self, editors: Collection[str]) -> AssetStatus:
        """The same without what other editors show."""
        return replace(
            self,
            photos=tuple(
                replace(photo, shown={name: shown for name, shown in photo.shown.items() if name in editors})
                for photo in self.photos
            ),
        )


@dataclass(frozen=True, slots=True)
class FolderStatus:
    """One folder in which photos were found."""

    folder: Path
    assets: tuple[AssetStatus, ...] = ()
    claims: tuple[Claim, ...] = ()
    """Every `IMG.xmp`, settled by what it says where names do not tell."""
    duplicates: tuple[tuple[Duplicate, SidecarRead], ...] = ()
    orphans: tuple[Path, ...] = ()
    """Of the whole folder, as `claims`; none where single photos were named."""
    part_files: tuple[Path, ...] = ()
    unread: UnreadablePhoto | None = None
    """Why the folder cannot be listed."""

    def as_seen_by(self, editors: Collection[str]) -> FolderStatus:
        """The same without what editors of other names show; all are kept where none is named."""
        return replace(self, assets=tuple(asset.as_seen_by(editors) for asset in self.assets)) if editors else self


def sidecar_status(paths: Sequence[Path]) -> Iterator[FolderStatus | UnreadablePhoto]:
    """Folder by folder, in the order in which photos are found; photos that cannot be opened come out as they are.

    Raises `BadRequestError` when nothing is there, and `AssistError` when there is no photo.
    """
    trees, named = named_trees(paths), frozenset(absolute(paths))
    by_folder: dict[Path, list[Asset]] = {}
    for item in find_photos(paths):
        if isinstance(item, UnreadablePhoto):
            yield item
        else:
            by_folder.setdefault(item.path.parent, []).append(item)
    for folder, assets in by_folder.items():
        yield folder_status(folder, assets, trees, is_whole=not named.isdisjoint((folder, *folder.parents)))


def folder_status(folder: Path, assets: Sequence[Asset], trees: Sequence[Path], is_whole: bool = True) -> FolderStatus:
    """One folder; `is_whole`: what belongs to none of these assets is told too."""
    listing = list_folder(folder)
    if isinstance(listing, UnreadablePhoto):
        return FolderStatus(folder, unread=listing)
    reader = FolderReader(listing, (*real_trees([folder]), *trees))
    told = tuple(_asset_status(asset, reader) for asset in assets)
    if not is_whole:
        return FolderStatus(folder, told, _claims(reader, {place.path for one in told for place in one.sidecars}))
    duplicates = tuple(
        (duplicate, reader.sidecar(duplicate.sidecar, Place.DARKTABLE)) for duplicate in darktable_duplicates(listing)
    )
    parts = tuple(folder / name for name in listing.part_files)
    return FolderStatus(folder, told, _claims(reader), duplicates, tuple(orphan_sidecars(listing)), parts)


def _asset_status(asset: Asset, reader: FolderReader) -> AssetStatus:
    return AssetStatus(asset, tuple(_photo_status(file, asset, reader) for file in asset.files))


def _photo_status(photo: Path, asset: Asset, reader: FolderReader) -> PhotoStatus:
    places = tuple(reader.places(photo))
    beside = reader.beside(photo, places, asset.files)
    return PhotoStatus(photo, places, beside, {editor.name: editor.shows(beside) for editor in EDITORS})


def _claims(reader: FolderReader, only: set[Path] | None = None) -> tuple[Claim, ...]:
    """Where several files claim one, what it says of itself settles it."""
    found = [claim for claim in claims_in(reader.listing) if only is None or claim.sidecar in only]
    return tuple(_settled(claim, reader) for claim in found)


def _settled(claim: Claim, reader: FolderReader) -> Claim:
    read = reader.sidecar(claim.sidecar, Place.ADOBE)
    said = read.facts.sidecar_for_extension if read.facts else None
    return claim_on(claim.sidecar, reader.listing, said) if said else claim
