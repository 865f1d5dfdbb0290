"""Composition as a picture: thirds, the likely subject, what shapes the picture, the horizon with its tilt, and the best crop."""

from __future__ import annotations

import math

import numpy as np

from scoring.assessment import Assessment
from scoring.assessors.composition import VISIBLE_TILT_DEG
from scoring.crops.advise import advise_freely
from scoring.crops.crop import CropAdvice
from scoring.frame import U8, Frame
from scoring.overlays.base_picture import box_in, photo_at
from scoring.overlays.composition_structure import SWATCH_GROUND, draw_structure, line_swatch
from scoring.overlays.crops import corners_in
from scoring.overlays.horizon_line import horizon_height
from scoring.overlays.legend import LegendPart, Note
from scoring.overlays.legend_key import Key, KeyRow, outlined_swatch, plain_swatch
from scoring.overlays.marks import box_label, cross, hairline, label, line, outline, polygon
from scoring.overlays.overlay import Layer, Overlay
from scoring.overlays.palette import ORANGE, SKY_BLUE, WHITE
from scoring.subject import CERTAIN_SUBJECT

DIMMED = 0.78
"""The photo at this part of its brightness, so that thin lines show on white too."""
LABEL_BELOW_PX = 30
CROP_LABEL_PX = (70, 26)
"""From the lower right corner of the crop to the middle of its name."""


def paint(frame: Frame, said: Assessment, long_edge_px: int) -> Layer:
    """The photo with its thirds, subject boxes, lines and horizon, and how it might be cropped."""
    picture = np.asarray(np.rint(photo_at(frame, long_edge_px) * DIMMED), np.uint8)
    advice = advise_freely(frame)
    _thirds(picture)
    rows = [
        KeyRow(_thirds_swatch(), "thirds"),
        *draw_structure(picture, said, frame.size_px),
        *_horizon(picture, frame, said),
        *_others(picture, frame, said),
        *_crop(picture, advice),
        *_subject(picture, frame, said),
    ]
    return Layer(
        picture,
        (Key("", tuple(rows)), Note(f"Best crop: {advice.reason}" if advice.crops else advice.reason), *_classes(said)),
    )


def _thirds(picture: U8) -> None:
    height, width = picture.shape[:2]
    for part in (1 / 3, 2 / 3):
        hairline(picture, (part * width, 0.0), (part * width, height - 1.0))
        hairline(picture, (0.0, part * height), (width - 1.0, part * height))


def _subject(picture: U8, frame: Frame, said: Assessment) -> list[KeyRow]:
    box = box_in(picture, said.evidence.get("subject_px"), frame.size_px)
    if box is None:
        return []
    sure = said.evidence.get("subject_confidence")
    name = "likely subject" if isinstance(sure, (int, float)) and sure >= CERTAIN_SUBJECT else "where the eye goes"
    outline(picture, box, ORANGE)
    cross(picture, ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2), ORANGE)
    box_label(picture, box, name, ORANGE)
    swatch = plain_swatch(SWATCH_GROUND)
    outline(swatch, (4.0, 4.0, swatch.shape[1] - 5.0, swatch.shape[0] - 5.0), ORANGE)
    return [KeyRow(swatch, f"{name}, and its middle")]


def _crop(picture: U8, advice: CropAdvice) -> list[KeyRow]:
    """The best crop, slanted where the photo is to be turned; nothing where the frame is kept as it is."""
    if not advice.crops:
        return []
    corners = corners_in(picture, advice.crops[0], advice.turn_deg)
    polygon(picture, corners, WHITE)
    name = "best crop" if advice.levelled_frame is None else "the frame, turned level"
    label(picture, (corners[2][0] - CROP_LABEL_PX[0], corners[2][1] - CROP_LABEL_PX[1]), name, WHITE)
    return [KeyRow(outlined_swatch(WHITE), name)]


def _others(picture: U8, frame: Frame, said: Assessment) -> list[KeyRow]:
    """What draws the eye beside the subject, dashed."""
    row = said.evidence.get("other_subjects_px")
    edges = list(row) if isinstance(row, (list, tuple)) else []
    boxes = [box_in(picture, edges[first : first + 4], frame.size_px) for first in range(0, len(edges), 4)]
    for box in boxes:
        if box is not None:
            outline(picture, box, ORANGE, dashed=True)
    return [KeyRow(line_swatch(ORANGE, dashed=True), "draws the eye too")] if edges else []


def _horizon(picture: U8, frame: Frame, said: Assessment) -> list[KeyRow]:
    """The horizon dashed where level would be and drawn where it is."""
    tilt = said.evidence.get("tilt_deg")
    share = horizon_height(frame, tilt) if isinstance(tilt, (int, float)) else None
    if share is None or not isinstance(tilt, (int, float)):
        return []
    height, width = picture.shape[:2]
    middle, rise = share * height, math.tan(math.radians(tilt)) * width / 2
    line(picture, (0.0, middle), (width - 1.0, middle), WHITE, dashed=True)
    line(picture, (0.0, middle - rise), (width - 1.0, middle + rise), SKY_BLUE)
    label(picture, (width * 5 / 6, middle + LABEL_BELOW_PX + max(0.0, rise)), _tilt_in_words(tilt), SKY_BLUE)
    return [KeyRow(line_swatch(SKY_BLUE), "long horizontal"), KeyRow(line_swatch(WHITE, dashed=True), "level")]


def _tilt_in_words(tilt_deg: float) -> str:
    if abs(tilt_deg) < VISIBLE_TILT_DEG:
        return "level" if abs(tilt_deg) < 0.05 else f"level within {abs(tilt_deg):.1f}°"
    return f"{abs(tilt_deg):.1f}°, {'right' if tilt_deg > 0 else 'left'} end lower"


def _classes(said: Assessment) -> tuple[LegendPart, ...]:
    """How far the picture follows each pattern of composition, the strongest first."""
    classes = said.evidence.get("classes")
    if not isinstance(classes, dict) or not classes:
        return ()
    told = sorted(classes.items(), key=lambda pair: -pair[1])
    rows = tuple(KeyRow(None, name.replace("_", " "), float(share)) for name, share in told)
    return (Key("Patterns found", rows, bars=True), Note("Patterns are facts, no grades."))


def _thirds_swatch() -> U8:
    swatch = plain_swatch(SWATCH_GROUND)
    _thirds(swatch)
    return swatch


OVERLAY = Overlay("composition", "Composition", "composition", paint)
