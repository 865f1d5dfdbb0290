"""Reads the sidecars of one folder, each once, and what is inside its photos. A file that cannot be read is a value."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.photo.embedded_xmp import embedded_xmp
from index.photo.folder_listing import FolderListing
from index.photo.formats import HEIF_EXTENSIONS, JPEG_EXTENSIONS, extension
from index.photo.mark_fields.facts import MarkFacts, Writer
from index.photo.mark_fields.pp3 import Pp3Facts, marks_of_pp3, read_pp3
from index.photo.mark_fields.read import facts_of, marks_of
from index.photo.marks import NO_MARKS, Marks
from index.photo.safe_file.errors import FileTrouble, SafeFileError
from index.photo.safe_file.links import real_place
from index.photo.safe_file.read import sidecar_now
from index.photo.sidecar import sidecars_beside
from index.photo.sidecar_claims import PROPRIETARY_RAW_EXTENSIONS
from index.photo.sidecar_place import Place
from index.photo.xmp import XmpPacket, read_xmp
from index.photo.xmp_errors import XmpError, XmpTrouble
from plugins.editors.shown import PhotoPlaces


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a sidecar cannot be read, and what to do."""

    kind: FileTrouble | XmpTrouble
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class SidecarRead:
    """One place as it is now."""

    path: Path
    """Of `Place.EMBEDDED` the photo itself."""
    place: Place
    facts: MarkFacts | None = None
    profile: Pp3Facts | None = None
    marks: Marks = NO_MARKS
    """Its crop, if any, is that of the file as stored: orientation is not looked up here."""
    modified_ns: int = 0
    derived_from: str | None = None
    """File name in `xmpMM:DerivedFrom`, by which darktable tells whose duplicate a sidecar is."""
    trouble: Trouble | None = None

    @property
    def writer(self) -> Writer | None:
        """Who wrote it, as far as can be told."""
        if self.profile is not None:
            return Writer.RAWTHERAPEE
        return self.facts.written_by if self.facts else None


class FolderReader:
    """The places of the photos of one folder."""

    def __init__(self, listing: FolderListing, trees: Sequence[Path]) -> None:
        """`trees`: the folders that a person named, as `real_trees` gives them; a link that leads out of them is not followed."""
        self.listing = listing
        self._trees = trees
        self._read: dict[Path, SidecarRead] = {}

    def places(self, photo: Path) -> Iterator[SidecarRead]:
        """What lies beside and inside a photo, whosever an `IMG.xmp` is."""
        yield from (self.sidecar(place.path, place.place) for place in sidecars_beside(photo, self.listing))
        packet = embedded_xmp(photo)
        if packet is not None:
            read = SidecarRead(photo, Place.EMBEDDED)
            try:
                yield _packet(read, packet)
            except XmpError as error:
                yield _not_understood(read, error)

    def sidecar(self, path: Path, place: Place) -> SidecarRead:
        """One sidecar, read at most once."""
        if path not in self._read:
            self._read[path] = self._fresh(path, place)
        return self._read[path]

    def beside(self, photo: Path, places: Sequence[SidecarRead], files: Sequence[Path]) -> PhotoPlaces:
        """The same as editors look at it; `files`: all of the photo's asset."""
        first: dict[Place, SidecarRead] = {}
        for read in places:
            first.setdefault(read.place, read)
        profile = first.get(Place.RAWTHERAPEE)
        return PhotoPlaces(
            photo,
            {place: read.facts for place, read in first.items() if read.facts is not None},
            profile.profile if profile else None,
            frozenset(place for place, read in first.items() if read.trouble),
            frozenset(place for place, read in first.items() if self.is_misspelled(read, photo)),
            _has_raw_beside(photo, files),
        )

    def is_misspelled(self, read: SidecarRead, photo: Path) -> bool:
        """Whether an editor that looks for the very name does not find it: darktable looks for `IMG.xmp` and `IMG.XMP`."""
        names = {
            Place.DARKTABLE: (photo.name + ".xmp",),
            Place.ADOBE: (photo.stem + ".xmp", photo.stem + ".XMP"),
        }.get(read.place, (read.path.name,))
        if read.path.name in names:
            return False
        return not any(os.path.lexists(photo.with_name(name)) for name in names)  # a disk may not mind letter case

    def _fresh(self, path: Path, place: Place) -> SidecarRead:
        read = SidecarRead(path, place)
        try:
            now = sidecar_now(real_place(path, self._trees) if self.listing.is_link(path) else path)
        except SafeFileError as error:
            return SidecarRead(path, place, trouble=Trouble(error.kind, error.message, error.hint))
        if now is None:
            trouble = Trouble(FileTrouble.GONE, "it went away just now", "run again")
            return SidecarRead(path, place, trouble=trouble)
        read = SidecarRead(path, place, modified_ns=now.mtime_ns)
        try:
            return _profile(read, now.data) if place is Place.RAWTHERAPEE else _packet(read, now.data)
        except XmpError as error:
            return _not_understood(read, error)


def _profile(read: SidecarRead, data: bytes) -> SidecarRead:
    profile = read_pp3(data)
    return SidecarRead(read.path, read.place, None, profile, marks_of_pp3(profile), read.modified_ns)


def _not_understood(read: SidecarRead, error: XmpError) -> SidecarRead:
    trouble = Trouble(error.kind, error.message, error.hint)
    return SidecarRead(read.path, read.place, modified_ns=read.modified_ns, trouble=trouble)


def _packet(read: SidecarRead, data: bytes) -> SidecarRead:
    packet = read_xmp(data)
    facts = facts_of(packet)
    derived = _derived_from(packet)
    return SidecarRead(read.path, read.place, facts, None, marks_of(facts), read.modified_ns, derived)


def _derived_from(packet: XmpPacket) -> str | None:
    """darktable has the file name there; Adobe's editors a structure, which is no text."""
    return packet.simple("xmpMM:DerivedFrom")


def _has_raw_beside(photo: Path, files: Sequence[Path]) -> bool:
    if extension(photo) not in JPEG_EXTENSIONS | HEIF_EXTENSIONS:
        return False
    return any(extension(file) in PROPRIETARY_RAW_EXTENSIONS for file in files)
