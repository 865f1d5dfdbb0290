"""Capture One: `IMG.xmp` of a camera's RAW; stars and labels, no flags.

Rules: research/editors.md 5, research/peers.md 1.1. Capture One was not run.
"""

from __future__ import annotations

from index.photo.formats import extension
from index.photo.mark_fields.rating import REJECTED
from index.photo.marks import ColorLabel
from index.photo.sidecar_claims import PROPRIETARY_RAW_EXTENSIONS
from index.photo.sidecar_place import Place
from plugins.editors.shown import Editor, PhotoPlaces, Shown

FIVE = frozenset(label.value for label in ColorLabel)
FORMAT_DOUBT = "it was not tried where Capture One reads the marks of a file that is no camera RAW"
REJECT_DOUBT = "it cannot be told what Capture One, which has no rejects, shows for a rating of -1"
LABEL_DOUBT = "it cannot be told what colour Capture One shows for the label {label!r}"
OWN_CROP = "Capture One keeps its own crops and does not read those of others"


def shows(places: PhotoPlaces) -> Shown:
    """What Capture One shows of a photo once its metadata were synchronised."""
    if extension(places.photo) not in PROPRIETARY_RAW_EXTENSIONS:
        return Shown(notes=(FORMAT_DOUBT,))
    place = Place.ADOBE if Place.ADOBE in places.facts else Place.EMBEDDED
    facts = places.facts.get(place)
    if facts is None:
        return Shown(stars=0, labels=())
    rejected, known = facts.rating == REJECTED, facts.label is None or facts.label in FIVE
    doubts = [REJECT_DOUBT] * rejected + [LABEL_DOUBT.format(label=facts.label)] * (not known)
    return Shown(
        stars=None if rejected else facts.rating or 0,
        labels=tuple(filter(None, [facts.label])) if known else None,
        places=(place,),
        notes=(*doubts, *([OWN_CROP] if facts.has_crs_crop else [])),
    )


EDITOR = Editor(
    "capture_one",
    "Capture One",
    'reads sidecars as its preference "sync metadata" says: Load, or Full Sync, which writes its own marks over them too',
    shows,
)
