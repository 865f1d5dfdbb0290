"""Edits of the properties that hold a pick or a reject beside `xmp:Rating`."""

from __future__ import annotations

from index.photo.mark_fields.facts import MarkFacts
from index.photo.mark_fields.flags import DIGIKAM, DIGIKAM_OF, GOOD_OF, PICK, PICK_OF, parsed_truth
from index.photo.marks import Flag
from index.photo.sidecar_place import Place
from index.photo.xmp_edit.edits import Edit, SetSimple

PICK_NAME, GOOD_NAME, DIGIKAM_NAME = "xmpDM:pick", "xmpDM:good", "digiKam:PickLabel"


def flag_edits(flag: Flag | None, facts: MarkFacts, place: Place) -> list[Edit]:
    """Lightroom's two in Adobe's place, digiKam's in darktable's, and each of them wherever it stands already.

    digiKam's is not added to Adobe's, which digiKam reads first: Lightroom would leave it there when a person takes its flag
    away, and the old one would count again.
    """
    edits: list[Edit] = []
    if place is Place.ADOBE or not facts.present.isdisjoint({PICK_NAME, GOOD_NAME}):
        edits += _lightrooms(flag, facts)
    if place is Place.DARKTABLE or DIGIKAM_NAME in facts.present:
        says_so = facts.digikam_pick is not None and DIGIKAM.get(facts.digikam_pick) is flag
        edits += [] if says_so else _set(DIGIKAM_NAME, DIGIKAM_OF.get(flag) if flag else None, facts)
    return edits


def _lightrooms(flag: Flag | None, facts: MarkFacts) -> list[Edit]:
    pick, good = (PICK_OF.get(flag), GOOD_OF.get(flag)) if flag else (None, None)
    edits = [] if facts.pick is not None and PICK.get(facts.pick) is flag else _set(PICK_NAME, pick, facts)
    return (
        edits if facts.good is not None and facts.good is parsed_truth(good) else edits + _set(GOOD_NAME, good, facts)
    )


def _set(name: str, value: str | None, facts: MarkFacts) -> list[Edit]:
    return [SetSimple(name, value)] if value is not None or name in facts.present else []
