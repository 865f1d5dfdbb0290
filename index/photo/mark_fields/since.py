"""What an editor has said since we wrote: properties that it does not know still say what we wrote, and count no longer.

darktable, for one, keeps `xmp:Label` and `digiKam:PickLabel` as they are when a person changes colours or rejects there
(tried: 4.2.1).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from index.photo.mark_fields.facts import MarkFacts
from index.photo.mark_fields.flags import strongest
from index.photo.mark_fields.label_edits import COLOURS, DIGIKAM_NAME, LABEL, label_name
from index.photo.mark_fields.labels import DIGIKAM, darktable_numbers, first_number, labels_said
from index.photo.mark_fields.rating import REJECTED
from index.photo.mark_fields.read import marks_of
from index.photo.marks import Flag, Marks
from index.photo.sidecar_place import Place

T = TypeVar("T")
OWN_FLAGS = {
    Place.DARKTABLE: frozenset({"xmp:Rating", "digiKam:PickLabel"}),
    Place.ADOBE: frozenset({"xmpDM:pick", "xmpDM:good"}),
}
"""What we write into a place whether it stands there or not."""
OWN_LABELS = {Place.DARKTABLE: frozenset({COLOURS, LABEL, DIGIKAM_NAME}), Place.ADOBE: frozenset({LABEL})}


def marks_since(facts: MarkFacts, base: Marks, place: Place) -> Marks:
    """The marks that a place holds now, where `base` is what we last wrote into it.

    Of the properties of one mark, those that differ from what we wrote decide; where none does, the mark is as we wrote it.
    `place` is one that we write: darktable's or Adobe's.
    """
    now = marks_of(facts)
    rating = base.rating if facts.rating == REJECTED else now.rating
    return replace(now, rating=rating, flag=_flag(facts, base.flag, place), labels=_labels(facts, base.labels, place))


def _flag(facts: MarkFacts, base: Flag | None, place: Place) -> Flag | None:
    changed = _changed(facts.flags, _flags_written(base, place), facts.present | OWN_FLAGS[place])
    flags = [flag for flag in changed.values() if flag]
    return (strongest(flags) or (Flag.UNFLAGGED if base else None)) if changed else base


def _flags_written(flag: Flag | None, place: Place) -> dict[str, Flag | None]:
    """Property -> what it says after we wrote `flag`."""
    return {
        "xmp:Rating": flag if flag is Flag.REJECT and place is Place.DARKTABLE else None,
        "xmpDM:pick": flag,
        "xmpDM:good": None if flag is Flag.UNFLAGGED else flag,
        "digiKam:PickLabel": flag,
    }


def _labels(facts: MarkFacts, base: tuple[str, ...], place: Place) -> tuple[str, ...]:
    now = {
        COLOURS: labels_said(None, facts.darktable_colours, None),
        LABEL: labels_said(facts.label, (), None),
        DIGIKAM_NAME: labels_said(None, (), facts.digikam_colour),
    }
    changed = _changed(now, _labels_written(base, place), facts.present | OWN_LABELS[place])
    said = tuple(dict.fromkeys(label for labels in changed.values() for label in labels or ()))
    return said if changed else base


def _labels_written(labels: tuple[str, ...], place: Place) -> dict[str, tuple[str, ...]]:
    """Property -> what it says after we wrote `labels`."""
    return {
        COLOURS: labels_said(None, map(int, darktable_numbers(labels)), None),
        LABEL: labels_said(label_name(labels, place), (), None),
        DIGIKAM_NAME: labels_said(None, (), first_number(labels, DIGIKAM)),
    }


def _changed(now: Mapping[str, T], written: Mapping[str, T], where: frozenset[str]) -> dict[str, T | None]:
    """The properties that do not say what we wrote; `where`: those that stand there or that we wrote."""
    return {name: now.get(name) for name, value in written.items() if name in where and now.get(name) != value}
