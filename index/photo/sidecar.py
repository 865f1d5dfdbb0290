"""Which sidecars a photo has, and which ones its marks are to be written to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.photo.folder_listing import FolderListing
from index.photo.formats import HEIF_EXTENSIONS, JPEG_EXTENSIONS, extension
from index.photo.sidecar_claims import DNG_EXTENSIONS, PROPRIETARY_RAW_EXTENSIONS, belongs, claim_on, likely_owners
from index.photo.sidecar_place import Place, SidecarPlace, Style

XMP, PP3 = ".xmp", ".pp3"
INSIDE = "Adobe's editors read the marks of a {kind} from inside the file only, and a photo is never rewritten"
"""Research: Lightroom and Bridge embed in JPEG, TIFF and DNG, and use sidecars for camera RAW files only."""
NOT_KNOWN = "Adobe's editors are not known to read a sidecar of a {kind}, and a photo is never rewritten"
READ_INSIDE = JPEG_EXTENSIONS | DNG_EXTENSIONS | {".tif", ".tiff"}


@dataclass(frozen=True, slots=True)
class NoPlace:
    """That a photo's marks cannot stand in a sidecar of one kind, and why."""

    photo: Path
    place: Place
    reason: str
    is_of_kind: bool = False
    """Whether that is so of every file of its kind, whatever lies beside it."""


def sidecars_of(files: Sequence[Path], listing: FolderListing) -> list[SidecarPlace]:
    """The sidecars there that hold marks of these files of one asset, file by file, letter case of their names apart.

    An `IMG.xmp` counts for the file that it is for by names alone (`sidecar_claims`); where several are alike, for each.
    The copies that darktable numbers (`IMG_01.CR3.xmp`) are other pictures: `darktable_duplicates`.
    """
    return [
        place
        for file in files
        for place in sidecars_beside(file, listing)
        if place.place is not Place.ADOBE or belongs(place.path, file, listing)
    ]


def sidecars_beside(photo: Path, listing: FolderListing) -> Iterator[SidecarPlace]:
    """Every sidecar that some editor may look into for this photo, whosever it is: darktable reads the `IMG.xmp` of a RAW for
    the TIFF beside it too.
    """
    yield from (SidecarPlace(path, Place.DARKTABLE, photo) for path in listing.spelled(photo.name + XMP))
    yield from (SidecarPlace(path, Place.ADOBE, photo) for path in _of_stem(photo, listing))
    yield from (SidecarPlace(path, Place.RAWTHERAPEE, photo) for path in listing.spelled(photo.name + PP3))


def places_for(files: Sequence[Path], style: Style, listing: FolderListing) -> list[SidecarPlace | NoPlace]:
    """Where the marks of an asset are to be written in that style: a sidecar that is there under its own spelling, or a new one.

    Darktable: every file its own `IMG.EXT.xmp`. Adobe: the RAW's `IMG.xmp`, which speaks for its JPEG and HEIF too.
    """
    places: list[SidecarPlace | NoPlace] = []
    for place in style.places:
        if place is Place.DARKTABLE:
            places += (_one_of(listing.spelled(file.name + XMP), file.name + XMP, place, file) for file in files)
        else:
            places += (_adobe_place(file, listing) for file in _for_adobe(files))
    return places


def _for_adobe(files: Sequence[Path]) -> list[Path]:
    """The files that Adobe's editors take for photos of their own: the JPEG and the HEIF go with a camera's RAW."""
    if not any(extension(file) in PROPRIETARY_RAW_EXTENSIONS for file in files):
        return list(files)
    return [file for file in files if extension(file) not in JPEG_EXTENSIONS | HEIF_EXTENSIONS]


def _adobe_place(photo: Path, listing: FolderListing) -> SidecarPlace | NoPlace:
    if extension(photo) not in PROPRIETARY_RAW_EXTENSIONS:
        reason = INSIDE if extension(photo) in READ_INSIDE else NOT_KNOWN
        return NoPlace(photo, Place.ADOBE, reason.format(kind=_kind(photo)), is_of_kind=True)
    sidecar = photo.with_suffix(XMP)
    if listing.spelled(sidecar.stem):
        named = listing.spelled(sidecar.stem)[0].name
        return NoPlace(photo, Place.ADOBE, f"{sidecar.name} is darktable's sidecar of {named}")
    rivals = [path for path in likely_owners(claim_on(sidecar, listing).claimants) if path != photo]
    if rivals:
        return NoPlace(photo, Place.ADOBE, f"{sidecar.name} would be the sidecar of {rivals[0].name} too")
    return _one_of(_of_stem(photo, listing), sidecar.name, Place.ADOBE, photo)


def _kind(photo: Path) -> str:
    """`JPEG` for `IMG.jpg`."""
    if extension(photo) in JPEG_EXTENSIONS:
        return "JPEG"
    return {".tif": "TIFF"}.get(extension(photo), extension(photo).lstrip(".").upper())


def _of_stem(photo: Path, listing: FolderListing) -> tuple[Path, ...]:
    """Each `IMG.xmp` of a photo; `IMG.CR3.xmp` is not the one of `IMG.CR3.tif` where `IMG.CR3` is there."""
    return () if listing.spelled(photo.stem) else listing.spelled(photo.stem + XMP)


def _one_of(found: Sequence[Path], name: str, place: Place, photo: Path) -> SidecarPlace | NoPlace:
    """The one spelled `name`, else the only one, else a new one."""
    if len(found) > 1 and found[0].name != name:
        named = " and ".join(path.name for path in found)
        return NoPlace(photo, place, f"{named} differ in letter case only, and neither is {name}")
    return SidecarPlace(found[0] if found else photo.with_name(name), place, photo)
