"""darktable: `IMG.CR3.xmp`, else what is inside the photo and then an `IMG.xmp`.

Rules: research/editors.md 1.8; those marked "tried" are tried by `tests/plugins/editors/test_darktable_real.py`, first with 4.2.1.
"""

from __future__ import annotations

from dataclasses import replace

from index.photo.mark_fields.facts import MarkFacts
from index.photo.mark_fields.labels import COMMON, DARKTABLE
from index.photo.mark_fields.rating import MOST_STARS, REJECTED
from index.photo.mark_fields.taken_over import is_taken_over
from index.photo.marks import ColorLabel
from index.photo.sidecar_place import Place
from plugins.editors.shown import Editor, PhotoPlaces, Shown

FIVE = frozenset(label.value for label in ColorLabel)
IMPORT_STARS = 1
"""What an import gives a photo of which nothing says otherwise; a preference, 1 as darktable comes (tried)."""
ONE_MORE = "darktable takes a rating of -1 in a sidecar named like IMG.xmp for one star more, not for a reject"
CROP_TAKEN = (
    "darktable takes over the crop of Adobe's editors when it first opens the photo, and a wrong one where the sidecar does not"
    " tell the picture's size"
)
CROP_ADDED = "darktable crops once more as the sidecar of Adobe's editors has it when it first opens the photo"
NOT_ADOBES = (
    "darktable passes over a sidecar named like IMG.xmp that tells of another program than Lightroom or Camera Raw"
)
PURPLE = "darktable shows the label {label!r} as purple"
NO_COLOUR = "darktable has no colour for the label {label!r}"
DAMAGED = "darktable cannot read {name}"
UNSEEN = "darktable looks for {name}, and the disk tells letter case apart"


def shows(places: PhotoPlaces) -> Shown:
    """What darktable shows after an import."""
    inside = _inside(places.facts.get(Place.EMBEDDED))
    whole_name = places.photo.name + ".xmp"
    if Place.DARKTABLE in places.misspelled:
        inside = inside.noting(UNSEEN.format(name=whole_name))
    elif Place.DARKTABLE in places.damaged:
        return inside.noting(DAMAGED.format(name=whole_name))  # tried: it does not look into IMG.xmp then
    own, adobes = places.spelled_well(Place.DARKTABLE), places.spelled_well(Place.ADOBE)
    if own is not None:
        return _own_and(own, adobes)
    if adobes is None:
        return inside
    return _taken_over(adobes, inside) if is_taken_over(adobes) else inside.noting(NOT_ADOBES)


def _own_and(own: MarkFacts, adobes: MarkFacts | None) -> Shown:
    """Tried: of an `IMG.xmp` beside its own sidecar only the crop comes, behind the one that is there."""
    if adobes is None or not adobes.has_crs_crop or own.is_opened_there or not is_taken_over(adobes):
        return _own(own)
    return replace(_own(own), crop=True).noting(CROP_ADDED)


def _own(facts: MarkFacts) -> Shown:
    """Nothing inside the photo counts any more (tried): without a rating there, it is the one of the import."""
    shown = replace(_rated(facts), crop=facts.has_darktable_crop, places=(Place.DARKTABLE,))
    if facts.label and facts.label not in FIVE:  # tried: then its own list of colours does not count
        return replace(shown, labels=()).noting(NO_COLOUR.format(label=facts.label))
    own = tuple(DARKTABLE[number].value for number in facts.darktable_colours if number in DARKTABLE)
    return replace(shown, labels=(facts.label,) if facts.label else own)


def _inside(facts: MarkFacts | None) -> Shown:
    """Tried: the five English names as they are spelled, a rating of -1 as a reject."""
    if facts is None:
        return Shown(stars=IMPORT_STARS, rejected=False, labels=(), crop=False, by_default=True)
    labels = (facts.label,) if facts.label in FIVE else ()
    return replace(_rated(facts), labels=tuple(filter(None, labels)), crop=False, places=(Place.EMBEDDED,))


def _rated(facts: MarkFacts) -> Shown:
    rejected = facts.rating == REJECTED
    stars = None if rejected else IMPORT_STARS if facts.rating is None else facts.rating
    return Shown(stars=stars, rejected=rejected, by_default=facts.rating is None)


def _taken_over(facts: MarkFacts, inside: Shown) -> Shown:
    """Tried: an `IMG.xmp` adds to what is inside the photo. Its 0 stars count for nothing (darktable issue 6752)."""
    shown = replace(inside, places=(*inside.places, Place.ADOBE))
    if facts.rating == REJECTED:
        more = None if shown.stars is None else min(MOST_STARS, shown.stars + 1)
        shown = replace(shown, stars=more, rejected=None if more is None else False, by_default=False).noting(ONE_MORE)
    elif facts.rating:
        shown = replace(shown, stars=facts.rating, rejected=False, by_default=False)
    if "xmp:Label" in facts.present:
        label = COMMON.get((facts.label or "").casefold())
        shown = replace(shown, labels=tuple(dict.fromkeys((*(shown.labels or ()), label or ColorLabel.PURPLE.value))))
        shown = shown if label else shown.noting(PURPLE.format(label=facts.label or ""))
    return replace(shown, crop=True).noting(CROP_TAKEN) if facts.has_crs_crop else shown


EDITOR = Editor(
    "darktable",
    "darktable",
    "reads sidecars when a photo is imported; for a photo that it has already, import the folder again, or switch on "
    '"look for updated XMP files on startup"',
    shows,
)
