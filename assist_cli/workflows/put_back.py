"""Puts back our marks alone, in a sidecar in which others changed other things since we wrote it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from index.journal.entries import JournalWrite
from index.journal.errors import NotPutBackError
from index.photo.folder_listing import name_key
from index.photo.mark_fields.changes import Change, KeywordChange
from index.photo.mark_fields.place_file import Edited, PhotoLies, changed_file, marks_in, read_facts
from index.photo.mark_fields.refused import MarkRefusedError
from index.photo.marks import Flag, Mark, Marks
from index.photo.merge_marks import Value, is_unset, same_value, value_of
from index.photo.sidecar import PP3
from index.photo.sidecar_place import Place
from index.photo.xmp_errors import UnsafeEditError

NAMES = {
    Mark.RATING: "the stars",
    Mark.FLAG: "the flag",
    Mark.LABELS: "the colour label",
    Mark.KEYWORDS: "the keywords",
    Mark.CROP: "the crop",
}

LiesOf = Callable[[Path], PhotoLies | None]
"""How a photo lies; None where the catalogue does not know it."""


def put_back(data: bytes, write: JournalWrite, lies_of: LiesOf) -> Edited:
    """The sidecar with the marks of before, as far as ours still stand in it. Raises `NotPutBackError`, `XmpError`."""
    known = lies_of(write.photo)
    if known is None and Mark.CROP in write.changed:
        raise NotPutBackError("the photo is not in the catalogue, so that its crop cannot be told; score it first")
    lies, place = known or PhotoLies(), write.place or _place_named(write)
    facts = read_facts(place, data, lies)
    now = marks_in(place, facts, lies, write.marks_after)
    changes = _changes(now, write)
    if place is Place.DARKTABLE and Mark.FLAG in changes and Mark.RATING not in changes:
        changes |= _stars_beside(changes[Mark.FLAG], now, write)
    try:
        return changed_file(place, data, changes, facts, lies, write.added)
    except (MarkRefusedError, UnsafeEditError) as error:
        raise NotPutBackError(str(error)) from error


def _changes(now: Marks, write: JournalWrite) -> dict[Mark, Change]:
    changes: dict[Mark, Change] = {}
    for mark in sorted(write.changed):
        if mark is Mark.KEYWORDS:
            changes[mark] = _keywords_back(now, write)
            continue
        there = value_of(now, mark)
        if not same_value(mark, there, value_of(write.marks_after, mark)):
            raise NotPutBackError(_changed_since(mark, there))
        changes[mark] = value_of(write.marks_before, mark)
    return changes


def _stars_beside(flag: Change, now: Marks, write: JournalWrite) -> dict[Mark, Change]:
    """The stars that come back to darktable's sidecar with the flag, because the reject that goes had their place. Where a
    reject comes back, those go that stood there when it went; for others it is refused: they stand nowhere else.
    """
    stars, before = now.rating, write.marks_before.rating
    if flag is Flag.REJECT:
        if not is_unset(Mark.RATING, stars) and not same_value(Mark.RATING, stars, write.marks_after.rating):
            raise NotPutBackError(f"the reject would take the place of the {stars} stars that were given since")
        return {}
    return {Mark.RATING: before} if write.marks_after.flag is Flag.REJECT and before else {}


def _keywords_back(now: Marks, write: JournalWrite) -> KeywordChange:
    """Those that we added go, as far as they are there; those that we took away come back."""
    before, after = write.marks_before.keywords, write.marks_after.keywords
    come = tuple(word for word in before if word not in after and word not in now.keywords)
    return KeywordChange(come, tuple(word for word in after if word not in before and word in now.keywords))


def _changed_since(mark: Mark, there: Value) -> str:
    if mark is Mark.RATING:
        return f"the stars were changed to {there} since" if there else "the stars were taken away since"
    if mark is Mark.FLAG and isinstance(there, Flag) and there is not Flag.UNFLAGGED:
        return f"the flag was changed to {there.value} since"
    if mark is Mark.LABELS and isinstance(there, tuple) and there:
        return f"the colour label was changed to {', '.join(map(str, there))} since"
    return f"{NAMES[mark]} {'were' if mark is Mark.KEYWORDS else 'was'} changed or taken away since"


def _place_named(write: JournalWrite) -> Place:
    """Of a write from before the journal kept the place."""
    if write.path.suffix.lower() == PP3:
        return Place.RAWTHERAPEE
    is_whole_name = name_key(write.path.stem) == name_key(write.photo.name)
    return Place.DARKTABLE if is_whole_name else Place.ADOBE
