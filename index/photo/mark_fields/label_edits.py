"""Edits of the properties that hold colour labels."""

from __future__ import annotations

from index.photo.mark_fields.facts import MarkFacts
from index.photo.mark_fields.labels import DIGIKAM, darktable_numbers, first_number
from index.photo.sidecar_place import Place
from index.photo.xmp_edit.edits import Edit, SetList, SetSimple

LABEL, COLOURS, DIGIKAM_NAME = "xmp:Label", "darktable:colorlabels", "digiKam:ColorLabel"


def label_edits(labels: tuple[str, ...], facts: MarkFacts, place: Place) -> list[Edit]:
    """One label by name; all that have a number for darktable, the first for digiKam, in darktable's place and wherever the
    property stands already. Names of no colour have no number and stand in `xmp:Label` alone.
    """
    edits: list[Edit] = []
    name = label_name(labels, place)
    if facts.label != name:
        edits.append(SetSimple(LABEL, name))
    numbers = darktable_numbers(labels)
    owns = place is Place.DARKTABLE
    if (owns or COLOURS in facts.present) and numbers != tuple(map(str, sorted(set(facts.darktable_colours)))):
        edits.append(SetList(COLOURS, "Seq", numbers or None))
    number = first_number(labels, DIGIKAM)
    if (DIGIKAM_NAME in facts.present or (owns and number)) and facts.digikam_colour != (number or 0):
        # digiKam takes a property that is gone for one that it need not read: "none" must be said.
        edits.append(SetSimple(DIGIKAM_NAME, str(number or 0)))
    return edits


def label_name(labels: tuple[str, ...], place: Place) -> str | None:
    """What `xmp:Label` holds. While it holds anything, darktable shows that colour or none, and passes over its own list
    (darktable 4.2.1, tried; src/common/exif.cc): it is left out there for several colours, and a colour goes before other names.
    """
    colours = tuple(label for label in labels if darktable_numbers((label,)))
    if place is Place.DARKTABLE and len(colours) > 1:
        return None
    named = colours if place is Place.DARKTABLE and colours else labels
    return named[0] if named else None
