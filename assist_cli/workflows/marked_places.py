"""The places of one photo as they stand: every sidecar and what lies inside the photo, read once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.photo.embedded_xmp import embedded_xmp
from index.photo.folder_listing import FolderListing
from index.photo.mark_fields.facts import NO_FACTS, MarkFacts
from index.photo.mark_fields.read import facts_of, marks_of
from index.photo.marks import NO_MARKS, Mark, Marks
from index.photo.merge_marks import Known
from index.photo.safe_file.errors import SafeFileError
from index.photo.safe_file.links import real_place
from index.photo.safe_file.read import SidecarNow, sidecar_now
from index.photo.sidecar import sidecars_of
from index.photo.sidecar_place import Place, SidecarPlace
from index.photo.stated_marks import Stated
from index.photo.xmp import read_xmp
from index.photo.xmp_errors import XmpError


@dataclass(frozen=True, slots=True)
class MarkedPlace:
    """One place that could be read; `now` is None where there is no file yet, and of what lies inside a photo."""

    place: SidecarPlace
    facts: MarkFacts = NO_FACTS
    marks: Marks = NO_MARKS
    now: SidecarNow | None = None

    def stated(self, known: Mapping[Path, Mapping[Mark, Known]]) -> Stated:
        """What it says, and whose word that is."""
        return Stated(self.marks, known.get(self.place.path, {}), self.facts.by_darktable)


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
    places: tuple[MarkedPlace, ...]
    unreadable: tuple[UnreadableSidecar, ...]


def marked_files(
    files: Sequence[Path], listing: FolderListing, tree: Sequence[Path], *, orientation: int, size_px: tuple[int, int]
) -> MarkedFiles:
    """What stands beside and inside these files of one photo. `tree`: the folders in which links are followed."""
    places: list[MarkedPlace] = []
    unreadable: list[UnreadableSidecar] = []
    for place in sidecars_of(files, listing):
        if place.place is Place.RAWTHERAPEE:
            continue
        found = read_place(place, tree, orientation=orientation, size_px=size_px)
        (unreadable if isinstance(found, UnreadableSidecar) else places).append(found)  # type: ignore[arg-type]
    places += _inside(files, orientation, size_px)
    return MarkedFiles(tuple(files), tuple(places), tuple(unreadable))


def read_place(
    place: SidecarPlace, tree: Sequence[Path], *, orientation: int, size_px: tuple[int, int]
) -> MarkedPlace | UnreadableSidecar:
    """A sidecar as it stands, there or not yet; its path is the one that a link leads to."""
    try:
        real = SidecarPlace(real_place(place.path, tree), place.place, place.photo)
        now = sidecar_now(real.path)
        if now is None:
            return MarkedPlace(real)
        facts = facts_of(read_xmp(now.data), orientation, size_px)
    except (SafeFileError, XmpError) as error:
        return UnreadableSidecar(place.path, error.message, error.hint)
    return MarkedPlace(real, facts, marks_of(facts), now)


def _inside(files: Sequence[Path], orientation: int, size_px: tuple[int, int]) -> Iterator[MarkedPlace]:
    for file in files:
        packet = embedded_xmp(file)
        if not isinstance(packet, bytes):
            continue  # nothing inside, or damage that reading the photo tells of
        try:
            facts = facts_of(read_xmp(packet), orientation, size_px)
        except XmpError:
            continue  # a damaged packet inside a photo says nothing, and nothing is ever written there
        yield MarkedPlace(SidecarPlace(file, Place.EMBEDDED, file), facts, marks_of(facts))
