"""Marks -> the edits of a packet that put them there, each place in its own properties."""

from __future__ import annotations

from index.photo.mark_fields.changes import (
    Changes,
    crop_wanted,
    flag_wanted,
    keywords_wanted,
    labels_wanted,
)
from index.photo.mark_fields.crs_crop import crs_crop_edits, crs_crop_refusal
from index.photo.mark_fields.darktable_crop import darktable_crop_edits, darktable_crop_refusal
from index.photo.mark_fields.facts import MarkFacts
from index.photo.mark_fields.flag_edits import flag_edits
from index.photo.mark_fields.keyword_edits import keyword_edits
from index.photo.mark_fields.label_edits import label_edits
from index.photo.mark_fields.rating_edits import moves_reject, rating_edits
from index.photo.mark_fields.refused import MarkRefusedError
from index.photo.mark_fields.taken_over import named_as_ours, no_more_ours
from index.photo.marks import CropBox, Flag, Mark
from index.photo.sidecar_place import Place
from index.photo.xmp_edit.edits import Edit

WRITABLE = frozenset({Place.DARKTABLE, Place.ADOBE})
Size = tuple[int, int]


def edits_for(
    changes: Changes, facts: MarkFacts, place: Place, orientation: int = 1, size_px: Size | None = None
) -> list[Edit]:
    """Edits that make the packet of which `facts` were read say what `changes` asks for; `NO_FACTS` for a new one.

    A place gets its own properties, and any other mark property that stands in it already is brought along, so that no editor
    shows a stale one; what a packet says already is not edited. `orientation` is the photo's in EXIF, `size_px` its (width,
    height) upright, which straightened crops need. Raises `MarkRefusedError` for the first mark that `refusals` names.
    """
    for mark, reason in refusals(changes, facts, place, orientation, size_px).items():
        raise MarkRefusedError(mark, reason)
    edits: list[Edit] = []
    if Mark.RATING in changes or Mark.FLAG in changes:
        edits += _rating_and_flag(changes, facts, place)
    if Mark.LABELS in changes:
        edits += label_edits(labels_wanted(changes), facts, place)
    if Mark.KEYWORDS in changes:
        edits += keyword_edits(keywords_wanted(changes), facts)
    if Mark.CROP in changes:
        edits += _crop(crop_wanted(changes), facts, place, orientation, size_px)
    return edits


def refusals(
    changes: Changes, facts: MarkFacts, place: Place, orientation: int = 1, size_px: Size | None = None
) -> dict[Mark, str]:
    """Mark -> why it cannot be written there, in plain words; empty where all can."""
    if place not in WRITABLE:
        return dict.fromkeys(changes, "metadata inside a photo is only read")
    if Mark.CROP not in changes:
        return {}
    reason = _crop_refusal(crop_wanted(changes), facts, place, orientation, size_px)
    return {Mark.CROP: reason} if reason else {}


def _crop_refusal(
    crop: CropBox | None, facts: MarkFacts, place: Place, orientation: int, size_px: Size | None
) -> str | None:
    if crop is not None and facts.crop_doubt:
        return f"{facts.crop_doubt}; it is left alone"
    if place is Place.DARKTABLE:
        return darktable_crop_refusal(crop, facts, orientation)
    return crs_crop_refusal(crop, size_px)


def _rating_and_flag(changes: Changes, facts: MarkFacts, place: Place) -> list[Edit]:
    edits = rating_edits(changes, facts, place)
    if Mark.FLAG in changes:
        return edits + flag_edits(flag_wanted(changes), facts, place)
    return edits + flag_edits(Flag.REJECT, facts, place) if moves_reject(changes, facts, place) else edits


def _crop(crop: CropBox | None, facts: MarkFacts, place: Place, orientation: int, size_px: Size | None) -> list[Edit]:
    """darktable's history is brought up to date in darktable's place only: nobody reads it elsewhere."""
    if place is not Place.DARKTABLE:
        edits = crs_crop_edits(crop, facts, orientation, size_px)
        return edits + (named_as_ours(facts) if edits and crop else no_more_ours(facts) if edits else [])
    edits = darktable_crop_edits(crop, facts, orientation)
    return edits + crs_crop_edits(crop, facts, orientation, size_px) if facts.has_crs_crop else edits
