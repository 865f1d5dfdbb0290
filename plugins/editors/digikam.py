"""digiKam: `IMG.xmp` where it is there, else `IMG.CR3.xmp`, when reading sidecars is switched on; else what is inside the photo.

Rules: digiKam's source: metaengine.cpp (a sidecar that can be read takes the place of the packet inside; the short name goes first,
for JPEG too), dmetadata_labels.cpp. Tried with 7.9.0.
"""

from __future__ import annotations

from index.photo.mark_fields.facts import MarkFacts
from index.photo.mark_fields.labels import DIGIKAM
from index.photo.mark_fields.rating import REJECTED
from index.photo.marks import ColorLabel
from index.photo.sidecar_place import Place
from plugins.editors.shown import Editor, PhotoPlaces, Shown

FIVE = frozenset(label.value for label in ColorLabel)
SIDECARS = (Place.ADOBE, Place.DARKTABLE)
"""The first that is there is the only one that is looked into."""
NO_COLOUR = 0
REJECTED_PICK, ACCEPTED_PICK = 1, 3
"""`digiKam:PickLabel`; 2 is "pending"."""
SETTING = "digiKam shows this only when its setting to read from sidecar files is on, else what is inside the photo"
NO_FLAGS = "digiKam shows no pick and no reject of a photo with a sidecar of Adobe's: it looks into that one alone"
DAMAGED = "digiKam cannot read the sidecar"


def shows(places: PhotoPlaces) -> Shown:
    """What digiKam shows of a new photo, or after its metadata were read again."""
    place = next((place for place in SIDECARS if place in places.damaged or places.spelled_well(place)), None)
    sidecar = None if place is None else places.spelled_well(place)
    if place is not None and sidecar is not None:
        return _shown(sidecar, place).noting(SETTING)
    inside = places.facts.get(Place.EMBEDDED)
    shown = _shown(inside, Place.EMBEDDED) if inside else Shown(stars=0, rejected=False, picked=False, labels=())
    return shown if place is None else shown.noting(DAMAGED)


def _shown(facts: MarkFacts, place: Place) -> Shown:
    # Adobe's sidecar holds no flag that digiKam could show: that is no other word than the other editors'.
    has_flags = place is not Place.ADOBE or facts.digikam_pick is not None
    return Shown(
        stars=0 if facts.rating == REJECTED else facts.rating or 0,
        rejected=facts.digikam_pick == REJECTED_PICK if has_flags else None,
        picked=facts.digikam_pick == ACCEPTED_PICK if has_flags else None,
        labels=_labels(facts),
        places=(place,),
        notes=() if has_flags else (NO_FLAGS,),
    )


def _labels(facts: MarkFacts) -> tuple[str, ...]:
    """Its own number counts, even one that says "none"; without it, one of the five English names."""
    if facts.digikam_colour in DIGIKAM:
        return (DIGIKAM[facts.digikam_colour],)
    if facts.digikam_colour == NO_COLOUR or facts.label not in FIVE or facts.label is None:
        return ()
    return (facts.label,)


EDITOR = Editor(
    "digikam",
    "digiKam",
    "reads sidecars when that is switched on (Settings > Metadata > Sidecars); for a photo that it has already choose Item > "
    "Reread Metadata From File",
    shows,
)
