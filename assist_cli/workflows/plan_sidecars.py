"""What would be written beside one photo, and what is left alone and why. Nothing is written here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assist_cli.workflows.crop_twice import crop_taken_over, cropped_twice
from assist_cli.workflows.marked_places import MarkedFiles, MarkedPlace, Past, UnreadableSidecar, read_place
from index.photo.folder_listing import FolderListing
from index.photo.mark_fields.changes import KeywordChange
from index.photo.mark_fields.facts import NO_FACTS
from index.photo.mark_fields.place_file import (
    WITHOUT_KEYWORDS,
    Edited,
    changed_file,
    marks_in,
    read_facts,
    refused_marks,
)
from index.photo.marks import NO_MARKS, Flag, Mark, Marks
from index.photo.merge_marks import Merge, is_unset, same_value, value_of
from index.photo.merge_place import PlaceMerge, Wishes, merge_place
from index.photo.sidecar import NoPlace, places_for
from index.photo.sidecar_place import Place, Style
from index.photo.stated_marks import Stated, is_own_keyword
from index.photo.xmp_edit.apply import EditedXmp
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
    is_deleted: bool = False
    """Whether somebody deleted it since we wrote or read it. It is not made again: what stood there was taken away."""

    @property
    def path(self) -> Path:
        """The sidecar."""
        return self.place.path

    @property
    def written(self) -> frozenset[Mark]:
        """The marks that change. Those for which a file has no room (a reject's stars in darktable's place, a pick in
        RawTherapee's) are none of them, for what stands there is no word on them.
        """
        return frozenset(filter(self._took, self.merge.changes)) if self.edited else frozenset()

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

    def _took(self, mark: Mark) -> bool:
        if mark is Mark.KEYWORDS:
            return True
        before, after = value_of(self.marks_before, mark), value_of(self.marks_after, mark)
        wish = self.wishes.marks[mark].value
        return same_value(mark, after, wish) or not same_value(mark, before, after)

    def with_outcome(self, outcome: Merge) -> frozenset[Mark]:
        """The marks of which this became."""
        return frozenset(mark for mark, became in self.merge.outcomes.items() if became is outcome)

    def without_bytes(self) -> PlannedSidecar:
        """The same to be told of, once it is written: the files of ten thousand photos would fill the memory."""
        now = None if self.place.now is None else replace(self.place.now, data=b"")
        return replace(self, place=replace(self.place, now=now), edited=self.edited and EditedXmp(b"", ()))


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

    def without_bytes(self) -> PlannedPhoto:
        """The same to be told of."""
        return replace(self, sidecars=tuple(sidecar.without_bytes() for sidecar in self.sidecars))


@dataclass(frozen=True, slots=True)
class PhotoPlaces:
    """One photo: the places that speak of it, and those in which its marks are to stand from now on."""

    marked: MarkedFiles
    to_write: tuple[MarkedPlace, ...]
    no_place: tuple[NoPlace, ...]
    unreadable: tuple[UnreadableSidecar, ...]

    @property
    def all(self) -> Sequence[MarkedPlace]:
        """Each place once, those of files that are still to be made too."""
        return list({place.path: place for place in (*self.to_write, *self.marked.places)}.values())

    @property
    def that_speak(self) -> Sequence[MarkedPlace]:
        """Those that are there, sidecars of a hidden photo too, which no listing shows."""
        return [place for place in self.all if place.now is not None or place.place.place is Place.EMBEDDED]


def places_of(marked: MarkedFiles, style: Style, listing: FolderListing, tree: Sequence[Path]) -> PhotoPlaces:
    """Where the marks of a photo belong in this style: RawTherapee's profiles only where they are there."""
    met = {place.path: place for place in marked.places}
    to_write: dict[Path, MarkedPlace] = {}
    no_place: list[NoPlace] = []
    unreadable = list(marked.unreadable)
    for place in places_for(marked.files, style, listing):
        if isinstance(place, NoPlace):
            no_place.append(place)
            continue
        found = read_place(place, tree, marked.lies, met)
        if isinstance(found, MarkedPlace) and found.is_another_file_s:
            no_place.append(NoPlace(place.photo, place.place, f"{place.path.name} says that it is another file's"))
        elif isinstance(found, MarkedPlace):
            to_write.setdefault(found.path, found)
        elif found.path not in {one.path for one in unreadable}:
            unreadable.append(found)
    profiles = {place.path: place for place in marked.places if place.place.place is Place.RAWTHERAPEE}
    return PhotoPlaces(marked, (*(to_write | profiles).values(),), tuple(no_place), tuple(unreadable))


def plan_photo(places: PhotoPlaces, wishes: Wishes, past: Past, *, remakes: bool = False) -> PlannedPhoto:
    """What would become of each sidecar of a photo; with `remakes` of one that was deleted too."""
    photo = places.marked.files[0]
    if places.unreadable:
        return PlannedPhoto(photo, (), places.no_place, places.unreadable)
    taken_over = crop_taken_over(places.all, places.to_write, wishes)
    if remakes:
        past = _without_deleted(past, places.to_write)
    planned = [_planned(place, wishes, past, taken_over) for place in places.to_write]
    return PlannedPhoto(
        photo,
        tuple(sidecar for sidecar in planned if isinstance(sidecar, PlannedSidecar)),
        places.no_place,
        tuple(sidecar for sidecar in planned if isinstance(sidecar, UnreadableSidecar)),
    )


def _planned(
    place: MarkedPlace, wishes: Wishes, past: Past, taken_over: Path | None
) -> PlannedSidecar | UnreadableSidecar:
    if _is_deleted(place, past):
        return PlannedSidecar(place, wishes, PlaceMerge({}, {}), None, NO_MARKS, NO_MARKS, {}, is_deleted=True)
    kind, lies, before = place.place.place, place.lies, None if place.now is None else place.now.data
    if kind in WITHOUT_KEYWORDS:
        wishes = Wishes(wishes.marks)
    marks, stated = place.marks(past), place.stated(past)
    merge = merge_place(wishes, stated)
    refused = refused_marks(kind, merge.changes, place.facts, lies) | _costs_stars(kind, merge, stated)
    refused |= cropped_twice(place, merge.changes, taken_over)
    changes = {mark: change for mark, change in merge.changes.items() if mark not in refused}
    merge = PlaceMerge(changes, merge.outcomes)
    try:
        new = changed_file(kind, before, changes, place.facts, lies) if changes else None
    except (XmpError, UnsafeEditError) as error:
        return UnreadableSidecar(place.path, error.message, error.hint)
    place = replace(place, facts=NO_FACTS)  # those of ten thousand edited photos would fill the memory
    if new is None or new.data == before:
        return PlannedSidecar(place, wishes, merge, None, marks, marks, refused)
    after = marks_in(kind, read_facts(kind, new.data, lies), lies)
    planned = PlannedSidecar(place, wishes, merge, new, marks, after, refused)
    return planned if planned.written else replace(planned, edited=None)


def _costs_stars(kind: Place, merge: PlaceMerge, stated: Stated) -> dict[Mark, str]:
    """A reject has the place of the stars in darktable's sidecar: none is written over stars that stand nowhere else."""
    stars = stated.persons().get(Mark.RATING)
    is_kept = merge.outcomes.get(Mark.RATING) in (Merge.SAME, Merge.WRITE)
    if kind is not Place.DARKTABLE or merge.changes.get(Mark.FLAG) is not Flag.REJECT or not stars or is_kept:
        return {}
    return {Mark.FLAG: f"the reject would take the place of the {stars} stars that a person gave there"}


def _is_deleted(place: MarkedPlace, past: Past) -> bool:
    known = past.known.get(place.path, {})
    return place.now is None and any(not is_unset(mark, one.value) for mark, one in known.items())


def _without_deleted(past: Past, places: Sequence[MarkedPlace]) -> Past:
    """As if nothing had ever stood in sidecars that are deleted."""
    deleted = {place.path for place in places if _is_deleted(place, past)}
    return replace(
        past,
        known={path: known for path, known in past.known.items() if path not in deleted},
        written={path: marks for path, marks in past.written.items() if path not in deleted},
    )
