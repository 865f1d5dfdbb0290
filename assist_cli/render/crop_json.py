"""Crops as JSON, schema `assist.crop/1`: one object a photo and shape."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from assist_cli.render.photo_json import rounded
from assist_cli.workflows.crop_photos import CroppedPhoto

SCHEMA = "assist.crop/1"


def crop_json(photo: CroppedPhoto) -> Iterator[dict[str, Any]]:
    """One object a shape; boxes are [left, top, right, bottom] in 0..1 of the upright picture as it is.

    `straighten_deg`: by how much to turn the picture clockwise about its middle to be level; 0 where that is not sure. Each box
    then lies turned the other way about its own middle (docs/adr/0004-straightened-crops.md).
    """
    for advice in photo.answers:
        crops = [{"box": list(one.box), "score": one.score, "reasons": list(one.reasons)} for one in advice.crops]
        yield {
            "schema": SCHEMA,
            "path": str(photo.path),
            "aspect": advice.aspect,
            "crops": rounded(crops),
            "straighten_deg": rounded(advice.turn_deg),
            "keep_uncropped": advice.keep_uncropped,
            "reason": advice.reason,
        }
