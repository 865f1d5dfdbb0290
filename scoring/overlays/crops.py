"""Crops as a picture: the frame with the best crop lit, the others outlined, and each as it would look."""

from __future__ import annotations

import cv2
import numpy as np

from scoring.assessment import Assessment
from scoring.crops.crop import Crop, CropAdvice
from scoring.frame import U8, Frame
from scoring.overlays.base_picture import photo_at
from scoring.overlays.canvas import page
from scoring.overlays.legend import Figure, LegendPart, Note, thumbnail
from scoring.overlays.marks import Box, hairline, label, outline
from scoring.overlays.overlay import Layer, Overlay
from scoring.overlays.palette import ORANGE, SKY_BLUE, WHITE
from scoring.overlays.typeface import LABEL_PX

OUTSIDE = 0.4
"""What the best crop leaves out, at this part of its brightness: still to be recognised."""
COLOURS = (ORANGE, SKY_BLUE, WHITE)
"""Best, second, third; safe for colour-blind eyes (Okabe & Ito 2008), and numbered besides."""
HIGHEST_PX = 300
NUMBER_ROOM_PX = 26


def crop_page(frame: Frame, advice: CropAdvice) -> U8:
    """(H, W, 3) uint8 sRGB: the frame, its crops, and why."""

    def paint(seen: Frame, _said: Assessment, long_edge_px: int) -> Layer:
        return _layer(photo_at(seen, long_edge_px), advice)

    title = "Crops" if advice.aspect == "free" else f"Crops {advice.aspect}"
    said = Assessment(0.0, 0.0, "keep the frame" if advice.keep_uncropped else "crop", (advice.reason,), {})
    return page(Overlay("crops", title, "composition", paint), frame, said)


def _layer(photo: U8, advice: CropAdvice) -> Layer:
    boxes = [_pixels(crop, photo) for crop in advice.crops]
    picture = photo if advice.keep_uncropped or not boxes else _lit(photo, boxes[0])
    # The best last, so that its outline lies on top.
    for number in range(len(boxes) - 1, -1, -1):
        outline(picture, boxes[number], COLOURS[number], dashed=number > 0)
        _number(picture, boxes[number], number)
    if boxes:
        _thirds(picture, boxes[0])
    parts: list[LegendPart] = [thumbnail(photo)] if not boxes else []
    for number, (crop, box) in enumerate(zip(advice.crops, boxes, strict=True)):
        x0, y0, x1, y1 = (round(edge) for edge in box)
        heading = f"{number + 1}   {crop.score:.0%} likely better than the frame".replace("%", " %")
        parts += [Figure(heading, np.ascontiguousarray(photo[y0:y1, x0:x1]), HIGHEST_PX), Note(" ".join(crop.reasons))]
    return Layer(picture, tuple(parts), counted=True)


def _lit(photo: U8, box: Box) -> U8:
    x0, y0, x1, y1 = (round(edge) for edge in box)
    dimmed = np.asarray(cv2.convertScaleAbs(photo, alpha=OUTSIDE), np.uint8)
    dimmed[y0:y1, x0:x1] = photo[y0:y1, x0:x1]
    return dimmed


def _thirds(picture: U8, box: Box) -> None:
    for part in (1 / 3, 2 / 3):
        x, y = box[0] + part * (box[2] - box[0]), box[1] + part * (box[3] - box[1])
        hairline(picture, (x, box[1]), (x, box[3]))
        hairline(picture, (box[0], y), (box[2], y))


def _number(picture: U8, box: Box, number: int) -> None:
    """Within the upper left corner; the second and third lower down, where corners meet."""
    at = (box[0] + NUMBER_ROOM_PX, box[1] + NUMBER_ROOM_PX * (1 + 1.5 * number))
    label(picture, at, str(number + 1), COLOURS[number], size_px=LABEL_PX)


def _pixels(crop: Crop, picture: U8) -> Box:
    height, width = picture.shape[:2]
    left, top, right, bottom = crop.box
    return (left * width, top * height, right * width, bottom * height)
