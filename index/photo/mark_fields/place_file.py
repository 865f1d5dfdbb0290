"""The marks in the file of any place that we write: an XMP sidecar or RawTherapee's profile, read and changed alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from index.photo.mark_fields.changes import Changes
from index.photo.mark_fields.facts import NO_FACTS, MarkFacts
from index.photo.mark_fields.pp3 import Pp3Facts, edited_pp3, marks_of_pp3, pp3_refusals, read_pp3
from index.photo.mark_fields.rating import REJECTED
from index.photo.mark_fields.read import facts_of, marks_of
from index.photo.mark_fields.since import marks_since
from index.photo.mark_fields.write import edits_for, refusals
from index.photo.marks import Mark, Marks
from index.photo.sidecar_place import Place
from index.photo.xmp import read_xmp
from index.photo.xmp_edit.apply import edited
from index.photo.xmp_edit.edits import Edit, SetSimple
from index.photo.xmp_edit.splices import Splice

Facts = MarkFacts | Pp3Facts
WITHOUT_KEYWORDS = frozenset({Place.RAWTHERAPEE})
NONE = frozenset({"0", "False"})
"""How xmp:Rating, xmpDM:pick and digiKam's properties, and crs:HasCrop, say that there is none."""


@dataclass(frozen=True, slots=True)
class PhotoLies:
    """How a photo lies: what crops need to be told in other frames."""

    orientation: int = 1
    """EXIF Orientation, 1..8."""
    size_px: tuple[int, int] | None = None
    """(width, height) upright."""


class Edited(Protocol):
    """A file after a change, and the splices that made it."""

    @property
    def data(self) -> bytes: ...  # noqa: D102

    @property
    def splices(self) -> Sequence[Splice]: ...  # noqa: D102


def read_facts(place: Place, data: bytes | None, lies: PhotoLies) -> Facts:
    """What a file says, property by property; None for one that is still to be made. Raises `XmpError`."""
    if place is Place.RAWTHERAPEE:
        return read_pp3(data or b"")
    return NO_FACTS if data is None else facts_of(read_xmp(data), lies.orientation, lies.size_px)


def marks_in(place: Place, facts: Facts, lies: PhotoLies, written: Marks | None = None) -> Marks:
    """The marks that follow. `written`: what we last wrote there, by which properties that an editor does not know, and that so
    are older than what it wrote, are told.
    """
    if isinstance(facts, Pp3Facts):
        return marks_of_pp3(facts, lies.size_px)
    if written is None or place is Place.EMBEDDED:
        return marks_of(facts)
    return marks_since(facts, written, place)


def untold_marks(facts: Facts, marks: Marks) -> frozenset[Mark]:
    """Marks that stand there and cannot be told: the stars of a reject written as -1, and a crop that cannot be understood."""
    untold: set[Mark] = set()
    if isinstance(facts, MarkFacts) and facts.rating == REJECTED:
        untold.add(Mark.RATING)
    has_crop = facts.has_crop if isinstance(facts, Pp3Facts) else facts.has_crs_crop or facts.has_darktable_crop
    has_doubt = isinstance(facts, MarkFacts) and facts.crop_doubt is not None
    if (has_crop and marks.crop is None) or has_doubt:
        untold.add(Mark.CROP)
    return frozenset(untold)


def refused_marks(place: Place, changes: Changes, facts: Facts, lies: PhotoLies) -> dict[Mark, str]:
    """Mark -> why it cannot be written there without harm, in plain words."""
    if isinstance(facts, Pp3Facts):
        return pp3_refusals(changes, facts, lies.size_px)
    return refusals(changes, facts, place, lies.orientation, lies.size_px)


def changed_file(
    place: Place,
    data: bytes | None,
    changes: Changes,
    facts: Facts,
    lies: PhotoLies,
    dispensable: frozenset[str] = frozenset(),
) -> Edited:
    """The file with the marks changed, all foreign bytes as they are. A property of `dispensable` that would say "none" goes.

    Raises `MarkRefusedError`, `XmpError`, `UnsafeEditError`.
    """
    if isinstance(facts, Pp3Facts):
        return edited_pp3(data, changes, lies.size_px)
    edits = edits_for(changes, facts, place, lies.orientation, lies.size_px)
    return edited(data, [_without_none(edit, dispensable) for edit in edits])


def added_properties(place: Place, before: bytes | None, after: bytes) -> frozenset[str]:
    """The properties that stand in the file after a change and did not before; of profiles none are told. Raises `XmpError`."""
    if place is Place.RAWTHERAPEE:
        return frozenset()
    return read_xmp(after).names() - (frozenset() if before is None else read_xmp(before).names())


def _without_none(edit: Edit, dispensable: frozenset[str]) -> Edit:
    if isinstance(edit, SetSimple) and edit.name in dispensable and edit.value in NONE:
        return SetSimple(edit.name, None)
    return edit
