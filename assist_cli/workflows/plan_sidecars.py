"""What would be written beside photos, and what is left alone and why. Nothing is written here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assist_cli.workflows.marked_places import MarkedFiles, MarkedPlace, UnreadableSidecar, read_place
from index.photo.folder_listing import FolderListing
from index.photo.mark_fields.changes import KeywordChange
from index.photo.mark_fields.read import facts_of, marks_of
from index.photo.mark_fields.write import edits_for, refusals
from index.photo.marks import Mark, Marks
from index.photo.merge_marks import Known, Merge
from index.photo.merge_place import PlaceMerge, Wishes, merge_place
from index.photo.sidecar import NoPlace, places_for
from index.photo.sidecar_place import Style
from index.photo.stated_marks import is_own_keyword
from index.photo.xmp import read_xmp
from index.photo.xmp_edit.apply import EditedXmp, edited
from index.photo.xmp_errors import UnsafeEditError, XmpError

KnownMarks = Mapping[Path, Mapping[Mark, Known]]
"""By sidecar: what we last wrote or read there."""


@dataclass(frozen=True, slots=True)
class PlannedSidecar:
    """One sidecar and what becomes of it; `edited` is None where nothing changes."""

    place: MarkedPlace
    wishes: Wishes
    merge: PlaceMerge
    edited: EditedXmp | None
    marks_after: Marks
    refused: Mapping[Mark, str]
    """Marks that this file cannot take without harm, and why."""

    @property
    def path(self) -> Path:
        """The sidecar."""
        return self.place.place.path

    @property
    def written(self) -> frozenset[Mark]:
        """The marks that change."""
        return frozenset(self.merge.changes) if self.edited else frozenset()

    @property
    def people(self) -> frozenset[Mark]:
        """Those of the written marks that a person gave."""
        return frozenset(
            mark for mark in self.written if mark in self.wishes.marks and self.wishes.marks[mark].by_person
        )

    @property
    def noted_marks(self) -> tuple[Marks, Marks]:
        """Before and after, as the journal keeps them: of the keywords only those that are any business of ours."""
        change = self.merge.changes.get(Mark.KEYWORDS)
        gone = change.remove if isinstance(change, KeywordChange) else ()
        synced = self.wishes.persons_keywords or ()
        before = (word for word in self.place.marks.keywords if is_own_keyword(word) or word in synced or word in gone)
        after = (word for word in self.marks_after.keywords if is_own_keyword(word) or word in synced)
        return replace(self.place.marks, keywords=tuple(before)), replace(self.marks_after, keywords=tuple(after))

    def with_outcome(self, outcome: Merge) -> frozenset[Mark]:
        """The marks of which this became."""
        return frozenset(mark for mark, became in self.merge.outcomes.items() if became is outcome)


@dataclass(frozen=True, slots=True)
class PlannedPhoto:
    """All sidecars of one photo, and why some of its marks have no place."""

    photo: Path
    sidecars: tuple[PlannedSidecar, ...] = ()
    no_place: tuple[NoPlace, ...] = ()
    unreadable: tuple[UnreadableSidecar, ...] = ()
    """Where one of those that are there is, nothing is written of this photo: nobody knows what a person said in it."""
    is_persons: bool = False
    """Whether our advice on it was left out, because a person judged it."""


@dataclass(frozen=True, slots=True)
class PhotoFacts:
    """How a photo lies: (width, height) upright, and the orientation that its EXIF states."""

    size_px: tuple[int, int]
    orientation: int


def plan_photo(
    marked: MarkedFiles,
    wishes: Wishes,
    style: Style,
    listing: FolderListing,
    known: KnownMarks,
    tree: Sequence[Path],
    facts: PhotoFacts,
) -> PlannedPhoto:
    """What would become of each sidecar of a photo in this style."""
    photo = marked.files[0]
    places = places_for(marked.files, style, listing)
    no_place = tuple(place for place in places if isinstance(place, NoPlace))
    if marked.unreadable:
        return PlannedPhoto(photo, (), no_place, marked.unreadable)
    sidecars: list[PlannedSidecar] = []
    unreadable: list[UnreadableSidecar] = []
    for place in places:
        if isinstance(place, NoPlace):
            continue
        found = read_place(place, tree, orientation=facts.orientation, size_px=facts.size_px)
        planned = _planned(found, wishes, known, facts) if isinstance(found, MarkedPlace) else found
        if isinstance(planned, PlannedSidecar):
            sidecars.append(planned)
        else:
            unreadable.append(planned)
    return PlannedPhoto(photo, tuple(sidecars), no_place, tuple(unreadable))


def _planned(
    place: MarkedPlace, wishes: Wishes, known: KnownMarks, facts: PhotoFacts
) -> PlannedSidecar | UnreadableSidecar:
    merge = merge_place(wishes, place.stated(known))
    kind, before = place.place.place, None if place.now is None else place.now.data
    refused = refusals(merge.changes, place.facts, kind, facts.orientation, facts.size_px)
    changes = {mark: change for mark, change in merge.changes.items() if mark not in refused}
    merge = PlaceMerge(changes, merge.outcomes)
    try:
        edits = edits_for(changes, place.facts, kind, facts.orientation, facts.size_px)
        new = edited(before, edits) if edits else None
    except (XmpError, UnsafeEditError) as error:
        return UnreadableSidecar(place.place.path, str(error), error.hint)
    if new is None or new.data == before:
        return PlannedSidecar(place, wishes, merge, None, place.marks, refused)
    after = marks_of(facts_of(read_xmp(new.data), facts.orientation, facts.size_px))
    return PlannedSidecar(place, wishes, merge, new, after, refused)
