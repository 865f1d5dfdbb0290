"""Lightroom Classic: `IMG.xmp` of a camera's RAW, for everything else what is inside the photo.

Rules: research/editors.md 1.9 and 2, research/peers.md 3 (note on pick flags). Lightroom could not be run: from documentation and
other people's findings.
"""

from __future__ import annotations

from dataclasses import replace

from index.photo.formats import JPEG_EXTENSIONS, extension
from index.photo.mark_fields.facts import MarkFacts
from index.photo.mark_fields.rating import REJECTED
from index.photo.marks import ColorLabel
from index.photo.sidecar_claims import DNG_EXTENSIONS, PROPRIETARY_RAW_EXTENSIONS
from index.photo.sidecar_place import Place
from plugins.editors.shown import Editor, PhotoPlaces, Shown

MARKS_INSIDE = JPEG_EXTENSIONS | DNG_EXTENSIONS | {".tif", ".tiff"}
FIVE = frozenset(label.value for label in ColorLabel)
REJECT_DOUBT = "it cannot be told whether Lightroom shows a rating of -1 as a reject: its own rejects are xmpDM:pick -1"
LABEL_SET = "Lightroom shows the label {label!r} as a colour only when its label set has this very name, else white"
FORMAT_DOUBT = "it cannot be told where Lightroom keeps the marks of such a file"
PAIR = (
    "Lightroom shows the RAW in its place, unless it is told to treat JPEG files next to raw files as separate photos"
)
FLAG_VERSION = (
    "flags are read by recent versions of Lightroom only (14.2 writes them; the first that does is not confirmed)"
)


def shows(places: PhotoPlaces) -> Shown:
    """What Lightroom shows after an import or "Read Metadata from File"."""
    if places.has_raw_beside:
        return Shown(notes=(PAIR,))
    if extension(places.photo) in PROPRIETARY_RAW_EXTENSIONS:
        place = Place.ADOBE if Place.ADOBE in places.facts else Place.EMBEDDED
    elif extension(places.photo) in MARKS_INSIDE:
        place = Place.EMBEDDED
    else:
        return Shown(notes=(FORMAT_DOUBT,))
    facts = places.facts.get(place)
    return _nothing() if facts is None else _shown(facts, place)


def _nothing() -> Shown:
    return Shown(stars=0, rejected=False, picked=False, labels=(), crop=False)


def _shown(facts: MarkFacts, place: Place) -> Shown:
    shown = Shown(
        stars=facts.rating or 0,
        rejected=facts.pick == -1,
        picked=facts.pick == 1,
        labels=(facts.label,) if facts.label else (),
        crop=facts.has_crs_crop,
        places=(place,),
    )
    if facts.pick:
        shown = shown.noting(FLAG_VERSION)
    if facts.rating == REJECTED:
        shown = replace(shown, stars=None, rejected=shown.rejected or None).noting(REJECT_DOUBT)
    return shown.noting(LABEL_SET.format(label=facts.label)) if facts.label and facts.label not in FIVE else shown


EDITOR = Editor(
    "lightroom",
    "Lightroom Classic",
    "reads sidecars when a photo is imported; for a photo in its catalogue choose Metadata > Read Metadata from File, which "
    "overwrites what was changed there and not saved",
    shows,
)
