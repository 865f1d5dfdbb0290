"""A photo with what was found in it drawn over it: where it is sharp, where it is clipped, how it could be cropped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assist_cli.pictures.picture_key import Overlay
from assist_cli.pictures.whole_photo import one_whole_photo
from index.photo.errors import UnreadablePhoto
from index.photo.read import read_photo
from index.photo.record import Asset
from index.photo.trouble_as_value import trouble_as_value
from scoring.assessment import Assessment, cannot_judge
from scoring.crops.advise import advise_freely
from scoring.frame import Frame
from scoring.open_frame import face_finder, open_frame
from scoring.overlays import clipping, focus
from scoring.overlays.base_picture import photo_at
from scoring.overlays.crops import crop_layer
from scoring.overlays.overlay import Layer
from weights.errors import WeightsError

LEAST_EDGE_PX = 1024
"""Marks and words are drawn for a screen of this size, and then made smaller."""

NOT_ASSESSED = cannot_judge("This photo was not judged yet.")
PAINTERS = {Overlay.FOCUS: (focus.paint, "focus"), Overlay.CLIPPING: (clipping.paint, "exposure")}
"""Who draws an overlay, and whose assessment it explains."""

Assessments = Mapping[str, Assessment]


@dataclass(frozen=True, slots=True)
class OverlayPicture:
    """`rgb`: (H, W, 3) uint8 sRGB; `caption`: what is to be seen, a sentence or two."""

    rgb: npt.NDArray[np.uint8]
    caption: str


def overlay_picture(path: Path, overlay: Overlay, said: Assessments, edge_px: int) -> OverlayPicture | UnreadablePhoto:
    """`said`: assessments of the photo by name, as far as there are any. Reads the whole photo: takes up to a second or two."""
    with one_whole_photo():
        read = read_photo(Asset(path))
        if isinstance(read, UnreadablePhoto):
            return read
        edge_px = max(edge_px, LEAST_EDGE_PX)
        return trouble_as_value(path, lambda: _painted(open_frame(*read, face_finder()), overlay, said, edge_px))


def _painted(frame: Frame, overlay: Overlay, said: Assessments, edge_px: int) -> OverlayPicture:
    if overlay is Overlay.CROP:
        return _cropped(frame, edge_px)
    paint, assessor = PAINTERS[overlay]
    told = said.get(assessor, NOT_ASSESSED)
    layer: Layer = paint(frame, told, edge_px)
    return OverlayPicture(layer.picture, layer.caption or next(iter(told.reasons), ""))


def _cropped(frame: Frame, edge_px: int) -> OverlayPicture:
    photo = photo_at(frame, edge_px)
    try:
        advice = advise_freely(frame)
    except WeightsError as error:
        return OverlayPicture(photo, f"No crops: {error}; {error.hint}")
    # One alone: several outlines cannot be told apart in block characters.
    suggested = replace(advice, crops=advice.crops[:1])
    return OverlayPicture(crop_layer(photo, suggested).picture, advice.reason)
