"""The faces that count: each boxed and numbered, with what was seen of its eyes in words, and enlarged beside the photo."""

from __future__ import annotations

import cv2
import numpy as np

from scoring.assessment import Assessment
from scoring.assessors.eye_state import EyeState
from scoring.assessors.face_findings import FaceFinding, findings
from scoring.assessors.face_words import EYES_CLOSED, EYES_SOFT, FACE_CUT_OFF, HIDDEN, SOFT_THROUGHOUT, level_of
from scoring.face import Face
from scoring.frame import U8, Frame
from scoring.overlays.base_picture import photo_at
from scoring.overlays.legend import Figure, LegendPart, Note, blank
from scoring.overlays.legend_key import Key, KeyRow, outlined_swatch
from scoring.overlays.marks import Box, box_label, label, outline, stroke_px
from scoring.overlays.overlay import Layer, Overlay
from scoring.overlays.palette import BLACK, MUTED, ORANGE, SKY_BLUE, WHITE, Colour

DIMMED = 0.78
"""As in the picture of composition: lines show on white too."""
FAULTS = frozenset({EYES_CLOSED, EYES_SOFT, FACE_CUT_OFF, SOFT_THROUGHOUT})
MOST_WORDED = 3
"""Words beside more faces than these would hide the faces; their numbers stay, and the legend has the words."""
CROP_PX, CROP_GAP_PX, MOST_CROPS = 204, 12, 4
"""Two fill the legend's width."""
EYE_RING = 0.09
"""Radius as a share of a face's width: around the eye, whose width is about a fifth of it, and not over it."""
AROUND = 0.25
"""Of a face's width and height: as much around it is shown, with hair and chin."""


def paint(frame: Frame, _said: Assessment, long_edge_px: int) -> Layer:
    """The photo, its faces boxed: fine, at fault, or not judged; rings around the eyes."""
    picture = np.asarray(np.rint(photo_at(frame, long_edge_px) * DIMMED), np.uint8)
    if not frame.faces:
        return Layer(picture)
    found = findings(frame, frame.faces)
    for face in frame.faces:
        if face not in [one.face for one in found]:
            outline(picture, _box_in(picture, face), MUTED, dashed=True)
    for number, one in enumerate(found, 1):
        _mark(picture, one, str(number) if len(found) > MOST_WORDED else f"{number}: {words_for(one)}")
    return Layer(picture, (*_crops(frame, found), *_legend(frame, found)))


def is_shown(frame: Frame, _said: Assessment) -> bool:
    """Whether there is a face."""
    return bool(frame.faces)


def words_for(one: FaceFinding) -> str:
    """What is said of a face: a level, that it is not judged and why, or that its eyes cannot be told open from closed."""
    if one.unjudged is not None:
        return f"not judged: {HIDDEN[one.unjudged]}"
    unsure = one.state is EyeState.UNSURE and not one.is_cut
    return f"{level_of(one)}; open or closed: cannot tell" if unsure else level_of(one)


def _colour_of(one: FaceFinding) -> Colour:
    if one.unjudged is not None:
        return WHITE
    return ORANGE if level_of(one) in FAULTS else SKY_BLUE


def _mark(picture: U8, one: FaceFinding, words: str) -> None:
    box, colour = _box_in(picture, one.face), _colour_of(one)
    outline(picture, box, colour, dashed=one.unjudged is not None)
    radius = max(3, round(EYE_RING * (box[2] - box[0])))
    for x, y in one.face.eyes:
        at = round(x * picture.shape[1]), round(y * picture.shape[0])
        cv2.circle(picture, at, radius, BLACK, stroke_px(picture) + 2, cv2.LINE_AA)
        cv2.circle(picture, at, radius, colour, stroke_px(picture), cv2.LINE_AA)
    box_label(picture, box, words, colour)


def _box_in(picture: U8, face: Face) -> Box:
    height, width = picture.shape[:2]
    x0, y0, x1, y1 = face.box
    return x0 * width, y0 * height, x1 * width, y1 * height


def _legend(frame: Frame, found: tuple[FaceFinding, ...]) -> tuple[LegendPart, ...]:
    rows = [
        KeyRow(outlined_swatch(_colour_of(one), dashed=one.unjudged is not None), f"{number}: {words_for(one)}")
        for number, one in enumerate(found, 1)
    ]
    passing = len(frame.faces or ()) - len(found)
    if passing:
        rows.append(KeyRow(outlined_swatch(MUTED, dashed=True), f"in the background, not counted: {passing}"))
    return (Key("", tuple(rows)), Note("Amber: a fault. Blue: none found. White: not judged. Rings mark the eyes."))


def _crops(frame: Frame, found: tuple[FaceFinding, ...]) -> tuple[LegendPart, ...]:
    """The first faces as the photo has them, in rows of two, each with its number."""
    crops = [_crop(frame.rgb, one.face, number) for number, one in enumerate(found[:MOST_CROPS], 1)]
    gap = blank(CROP_GAP_PX, CROP_PX)
    rows = [np.concatenate([crops[n], gap, *crops[n + 1 : n + 2]], axis=1) for n in range(0, len(crops), 2)]
    return tuple(Figure("", row) for row in rows)


def _crop(rgb: U8, face: Face, number: int) -> U8:
    height, width = rgb.shape[:2]
    x0, y0, x1, y1 = face.box
    side_px = max((x1 - x0) * width, (y1 - y0) * height) * (1.0 + 2.0 * AROUND)
    side = int(np.clip(round(side_px), 1, min(height, width)))
    left = int(np.clip(round((x0 + x1) / 2 * width - side / 2), 0, width - side))
    top = int(np.clip(round((y0 + y1) / 2 * height - side / 2), 0, height - side))
    how = cv2.INTER_AREA if side > CROP_PX else cv2.INTER_CUBIC
    cut = rgb[top : top + side, left : left + side]
    crop = np.asarray(cv2.resize(cut, (CROP_PX, CROP_PX), interpolation=how), np.uint8)
    label(crop, (0.0, 0.0), str(number))
    return crop


OVERLAY = Overlay("faces", "Faces", "faces", paint, is_shown)
