"""The places of one photo as they stand: every sidecar and what lies inside the photo, read once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from index.photo.embedded_xmp import embedded_xmp
from index.photo.folder_listing import FolderListing
from index.photo.formats import extension
from index.photo.mark_fields.facts import NO_FACTS, MarkFacts
from index.photo.mark_fields.place_file import Facts, PhotoLies, marks_in, read_facts, untold_marks
from index.photo.marks import Mark, Marks
from index.photo.merge_marks import Known, same_value, value_of
from index.photo.safe_file.errors import SafeFileError
from index.photo.safe_file.links import real_place
from index.photo.safe_file.read import SidecarNow, sidecar_now
from index.photo.sidecar import sidecars_of
from index.photo.sidecar_place import Place, SidecarPlace
from index.photo.stated_marks import Stated
from index.photo.xmp_errors import XmpError


@dataclass(frozen=True, slots=True)
class Past:
    """By sidecar: what we last wrote or read there, and what we last wrote."""

    known: Mapping[Path, Mapping[Mark, Known]]
    written: Mapping[Path, Marks]


@dataclass(frozen=True, slots=True)
class MarkedPlace:
    """One place that could be read; `now` is None where there is no file yet, and of what lies inside a photo."""

    place: SidecarPlace
    lies: PhotoLies
    facts: Facts = NO_FACTS
    now: SidecarNow | None = None

    @property
    def path(self) -> Path:
        """The sidecar, where it really lies."""
        return self.place.path

    def marks(self, past: Past) -> Marks:
        """The marks that stand there."""
        return marks_in(self.place.place, self.facts, self.lies, past.written.get(self.path))

    def stated(self, past: Past) -> Stated:
        """What it says, and whose word that is."""
        by_darktable = isinstance(self.facts, MarkFacts) and self.facts.by_darktable
        marks, as_it_stands = self.marks(past), marks_in(self.place.place, self.facts, self.lies)
        differing = (mark for mark in Mark if not same_value(mark, value_of(marks, mark), value_of(as_it_stands, mark)))
        untold = untold_marks(self.facts, marks)
        return Stated(marks, past.known.get(self.path, {}), by_darktable, frozenset(differing) - untold, untold)

    @property
    def is_another_file_s(self) -> bool:
        """Whether an `IMG.xmp` says that it is for a file of another ending (`photoshop:SidecarForExtension`)."""
        said = self.facts.sidecar_for_extension if isinstance(self.facts, MarkFacts) else None
        if not said or self.place.place is not Place.ADOBE:
            return False
        return said.strip().lstrip(".").lower() != extension(self.place.photo).lstrip(".")


@dataclass(frozen=True, slots=True)
class UnreadableSidecar:
    """A sidecar that is left as it is, because nobody can tell what it says."""

    path: Path
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class MarkedFiles:
    """The files of one photo, and all places that say something of them."""

    files: tuple[Path, ...]
    lies: PhotoLies
    places: tuple[MarkedPlace, ...]
    unreadable: tuple[UnreadableSidecar, ...]


NONE_MET: Mapping[Path, MarkedPlace] = MappingProxyType({})


def marked_files(files: Sequence[Path], listing: FolderListing, tree: Sequence[Path], lies: PhotoLies) -> MarkedFiles:
    """What stands beside and inside these files of one photo. `tree`: the folders in which links are followed.

    A sidecar that two names lead to counts once, as the first of them.
    """
    places: dict[Path, MarkedPlace] = {}
    unreadable: list[UnreadableSidecar] = []
    for place in sidecars_of(files, listing):
        found = read_place(place, tree, lies)
        if isinstance(found, MarkedPlace):
            if not found.is_another_file_s:
                places.setdefault(found.path, found)
        else:
            unreadable.append(found)
    return MarkedFiles(tuple(files), lies, (*places.values(), *_inside(files, lies)), tuple(unreadable))


def read_place(
    place: SidecarPlace, tree: Sequence[Path], lies: PhotoLies, met: Mapping[Path, MarkedPlace] = NONE_MET
) -> MarkedPlace | UnreadableSidecar:
    """A sidecar as it stands, there or not yet; its path is the one that a link leads to. `met`: by path, those read already."""
    try:
        real = SidecarPlace(real_place(place.path, tree), place.place, place.photo)
        if real.path in met:
            return met[real.path]
        now = sidecar_now(real.path)
        return MarkedPlace(real, lies, read_facts(place.place, None if now is None else now.data, lies), now)
    except (SafeFileError, XmpError) as error:
        return UnreadableSidecar(place.path, error.message, error.hint)


def _inside(files: Sequence[Path], lies: PhotoLies) -> Iterator[MarkedPlace]:
    for file in files:
        packet = embedded_xmp(file)
        if packet is None:
            continue
        try:
            facts = read_facts(Place.EMBEDDED, packet, lies)
        except XmpError:
            continue  # a damaged packet inside a photo says nothing, and nothing is ever written there
        yield MarkedPlace(SidecarPlace(file, Place.EMBEDDED, file), lies, facts)
