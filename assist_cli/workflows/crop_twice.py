"""Keeps darktable from cropping twice: it takes over the crop of Lightroom's `IMG.xmp` by itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from assist_cli.workflows.marked_places import MarkedPlace
from index.photo.mark_fields.changes import Change
from index.photo.mark_fields.facts import MarkFacts
from index.photo.mark_fields.taken_over import is_taken_over
from index.photo.marks import Mark
from index.photo.merge_place import Wishes
from index.photo.sidecar_place import Place


def crop_taken_over(places: Iterable[MarkedPlace], to_write: Iterable[MarkedPlace], wishes: Wishes) -> Path | None:
    """The `IMG.xmp` that holds a crop which darktable takes over, or holds one once `wishes` are written; None: there is none."""
    written = {place.path for place in to_write} if Mark.CROP in wishes.marks else set()
    for place in places:
        facts = place.facts
        if place.place.place is not Place.ADOBE or not isinstance(facts, MarkFacts) or not is_taken_over(facts):
            continue
        gets_crop = place.path in written and any(facts.agents)  # into others we write that it is ours
        if facts.has_crs_crop or gets_crop:
            return place.path
    return None


def cropped_twice(place: MarkedPlace, changes: Mapping[Mark, Change], taken_over: Path | None) -> dict[Mark, str]:
    """Why a crop is not written for darktable there; empty where it may be."""
    facts = place.facts
    if taken_over is None or place.place.place is not Place.DARKTABLE or changes.get(Mark.CROP) is None:
        return {}
    if isinstance(facts, MarkFacts) and facts.is_opened_there:
        return {}
    return {Mark.CROP: f"darktable takes over the crop of {taken_over.name} by itself, and would crop twice"}
