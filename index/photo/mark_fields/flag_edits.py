"""Edits of the properties that hold a pick or a reject beside `xmp:Rating`."""

from __future__ import annotations

from index.photo.mark_fields.facts import MarkFacts
from index.photo.mark_fields.flags import DIGIKAM, DIGIKAM_OF, GOOD_OF, PICK, PICK_OF, parsed_truth
from index.photo.marks import Flag
from index.photo.sidecar_place import Place
from index.photo.xmp_edit.edits import Edit, SetSimple

PICK_NAME, GOOD_NAME, DIGIKAM_NAME = "xmpDM:pick", "xmpDM:good", "digiKam:PickLabel"


def flag_edits(flag: Flag | None, facts: MarkFacts, place: Place) -> list[Edit]:
    """Lightroom's two in Adobe's place, digiKam's in darktable's, and each of them wherever it stands already."""
    edits: list[Edit] = []
    has_pick = not facts.present.isdisjoint({PICK_NAME, GOOD_NAME})
    if place is Place.ADOBE or has_pick:
        if facts.pick is None or PICK.get(facts.pick) is not flag:
            edits += _set(PICK_NAME, PICK_OF.get(flag) if flag else None, facts)
        good = GOOD_OF.get(flag) if flag else None
        if facts.good is None or facts.good is not parsed_truth(good):
            edits += _set(GOOD_NAME, good, facts)
    if place is Place.DARKTABLE or DIGIKAM_NAME in facts.present:
        if facts.digikam_pick is None or DIGIKAM.get(facts.digikam_pick) is not flag:
            edits += _set(DIGIKAM_NAME, DIGIKAM_OF.get(flag) if flag else None, facts)
    return edits


def _set(name: str, value: str | None, facts: MarkFacts) -> list[Edit]:
    return [SetSimple(name, value)] if value is not None or name in facts.present else []
