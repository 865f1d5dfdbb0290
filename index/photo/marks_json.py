"""Marks as JSON: what is said, and nothing of what is not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from index.photo.marks import CropBox, Flag, Marks


def marks_to_json(marks: Marks) -> dict[str, Any]:
    """Only what stands there: `{"rating": 3, "flag": "pick", "labels": ["Green"], "keywords": [...], "crop": {...}}`."""
    told: dict[str, Any] = {}
    if marks.rating is not None:
        told["rating"] = marks.rating
    if marks.flag is not None:
        told["flag"] = marks.flag.value
    if marks.labels:
        told["labels"] = list(marks.labels)
    if marks.keywords:
        told["keywords"] = list(marks.keywords)
    if marks.crop is not None:
        told["crop"] = {"box": list(marks.crop.edges), "turn_deg": marks.crop.turn_deg}
    return told


def marks_from_json(told: Mapping[str, Any]) -> Marks:
    """The marks of `marks_to_json`. Raises ValueError, KeyError or TypeError for anything else."""
    crop = told.get("crop")
    left, top, right, bottom = crop["box"] if crop else (0.0, 0.0, 1.0, 1.0)
    return Marks(
        told.get("rating"),
        None if told.get("flag") is None else Flag(told["flag"]),
        tuple(told.get("labels", ())),
        tuple(told.get("keywords", ())),
        CropBox(left, top, right, bottom, crop["turn_deg"]) if crop else None,
    )
