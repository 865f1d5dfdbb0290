"""What would be written beside one photo, and what is left alone and why. Nothing is written here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assist_cli.workflows.crop_twice import crop_taken_over, cropped_twice
from assist_cli.workflows.marked_places import MarkedFiles, MarkedPlace, Past, UnreadableSidecar, read_place
from index.photo.folder_listing import FolderListing
from index.photo.mark_fields.changes import KeywordChange
from index.photo.mark_fields.place_file import (
    WITHOUT_KEYWORDS,
    Edited,
    changed_file,
    marks_in,
    read_facts,
    refused_marks,
)
from index.photo.marks import Mark, Marks
from index.photo.merge_marks import Merge
from index.photo.merge_place import PlaceMerge, Wishes, merge_place
from index.photo.sidecar import NoPlace, places_for
from index.photo.sidecar_place import Place, Style
from index.photo.stated_marks import is_own_keyword
from index.photo.xmp_errors import UnsafeEditError, XmpError


@dataclass(frozen=True, slots=True)
class PlannedSidecar:
    """One sidecar and what becomes of it; `edited` is None where nothing changes."""

    place: MarkedPlace
    wishes: Wishes
    merge: PlaceMerge
    edited: Edited | None
    marks_before: Marks
    marks_after: Marks
    refused: Mapping[Mark, str]
    """Marks that this file cannot take without harm, and why."""

    @property
    def path(self) -> Path:
        """The sidecar."""
        return self.place.path

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
        before = (word for word in self.marks_before.keywords if is_own_keyword(word) or word in synced or word in gone)
        after = (word for word in self.marks_after.keywords if is_own_keyword(word) or word in synced)
        return replace(self.marks_before, keywords=tuple(before)), replace(self.marks_after, keywords=tuple(after))

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


def plan_photo(
    marked: MarkedFiles, wishes: Wishes, style: Style, listing: FolderListing, past: Past, tree: Sequence[Path]
) -> PlannedPhoto:
    """What would become of each sidecar of a photo in this style, and of RawTherapee's profiles that are there."""
    photo = marked.files[0]
    places = places_for(marked.files, style, listing)
    no_place = tuple(place for place in places if isinstance(place, NoPlace))
    if marked.unreadable:
        return PlannedPhoto(photo, (), no_place, marked.unreadable)
    found = [read_place(place, tree, marked.lies) for place in places if not isinstance(place, NoPlace)]
    found += [place for place in marked.places if place.place.place is Place.RAWTHERAPEE]
    to_write = [place for place in found if isinstance(place, MarkedPlace)]
    taken_over = crop_taken_over((*marked.places, *to_write), to_write, wishes)
    planned = [
        _planned(place, wishes, past, taken_over) if isinstance(place, MarkedPlace) else place for place in found
    ]
    return PlannedPhoto(
        photo,
        tuple(sidecar for sidecar in planned if isinstance(sidecar, PlannedSidecar)),
        no_place,
        tuple(sidecar for sidecar in planned if isinstance(sidecar, UnreadableSidecar)),
    )


def _planned(
    place: MarkedPlace, wishes: Wishes, past: Past, taken_over: Path | None
) -> PlannedSidecar | UnreadableSidecar:
    kind, lies, before = place.place.place, place.lies, None if place.now is None else place.now.data
    if kind in WITHOUT_KEYWORDS:
        wishes = Wishes(wishes.marks)
    marks, merge = place.marks(past), merge_place(wishes, place.stated(past))
    refused = refused_marks(kind, merge.changes, place.facts, lies) | cropped_twice(place, merge.changes, taken_over)
    changes = {mark: change for mark, change in merge.changes.items() if mark not in refused}
    merge = PlaceMerge(changes, merge.outcomes)
    try:
        new = changed_file(kind, before, changes, place.facts, lies) if changes else None
    except (XmpError, UnsafeEditError) as error:
        return UnreadableSidecar(place.path, error.message, error.hint)
    if new is None or new.data == before:
        return PlannedSidecar(place, wishes, merge, None, marks, marks, refused)
    after = marks_in(kind, read_facts(kind, new.data, lies), lies)
    return PlannedSidecar(place, wishes, merge, new, marks, after, refused)
