"""Crops as a picture: the frame with the best crop lit, the others outlined, and each as it would look."""

from __future__ import annotations

import cv2
import numpy as np

from scoring.assessment import Assessment
from scoring.crops.crop import Crop, CropAdvice
from scoring.crops.levelling import turn_in_words
from scoring.crops.turn import Turn
from scoring.crops.upright_box import rendered
from scoring.frame import U8, Frame
from scoring.overlays.base_picture import photo_at
from scoring.overlays.canvas import page
from scoring.overlays.legend import Figure, LegendPart, Note
from scoring.overlays.marks import Point, hairline, label, polygon
from scoring.overlays.overlay import Layer, Overlay
from scoring.overlays.palette import ORANGE, SKY_BLUE, WHITE
from scoring.overlays.typeface import LABEL_PX

OUTSIDE = 0.4
"""What the best crop leaves out, at this part of its brightness: still to be recognised."""
COLOURS = (ORANGE, SKY_BLUE, WHITE)
"""Best, second, third; safe for colour-blind eyes (Okabe & Ito 2008), and numbered besides."""
HIGHEST_PX = 300
NUMBER_ROOM_PX = 26
Corners = tuple[Point, Point, Point, Point]
"""Clockwise from the upper left one as the crop is seen, in pixels of the picture."""


def crop_page(frame: Frame, advice: CropAdvice) -> U8:
    """(H, W, 3) uint8 sRGB: the frame, its crops, and why."""

    def paint(seen: Frame, _said: Assessment, long_edge_px: int) -> Layer:
        return crop_layer(photo_at(seen, long_edge_px), advice)

    title = "Crops" if advice.aspect == "free" else f"Crops {advice.aspect}"
    said = Assessment(0.0, 0.0, "keep the frame" if advice.keep_uncropped else "crop", (advice.reason,), {})
    return page(Overlay("crops", title, "composition", paint), frame, said)


def corners_in(picture: U8, crop: Crop, turn_deg: float) -> Corners:
    """Where a crop's corners lie on the untouched `picture`, of a photo that is to be turned clockwise."""
    height, width = picture.shape[:2]
    first, second, third, fourth = (
        (x * width, y * height) for x, y in Turn(width / height, turn_deg).corners(crop.box)
    )
    return first, second, third, fourth


def crop_layer(photo: U8, advice: CropAdvice) -> Layer:
    """`photo`: (h, w, 3) uint8 sRGB at the size it is shown, untouched -> its crops marked on it."""
    outlines = [corners_in(photo, crop, advice.turn_deg) for crop in advice.crops]
    kept = advice.keep_uncropped and advice.levelled_frame is None
    picture = photo.copy() if kept or not outlines else _lit(photo, outlines[0])
    # The best last, so that its outline lies on top.
    for number in range(len(outlines) - 1, -1, -1):
        polygon(picture, outlines[number], COLOURS[number], dashed=number > 0)
        if advice.levelled_frame is None and len(outlines) > 1:
            _number(picture, outlines[number], number)
    if outlines:
        _thirds(picture, outlines[0])
    return Layer(picture, _legend(photo, advice), counted=True)


def _legend(photo: U8, advice: CropAdvice) -> tuple[LegendPart, ...]:
    if not advice.crops:
        return (Note("Keep the frame as it is."),)
    parts: list[LegendPart] = []
    for number, crop in enumerate(advice.crops, start=1):
        parts += [Figure(_heading(number, crop, advice), _seen(photo, crop, advice.turn_deg), HIGHEST_PX)]
        parts += [Note(" ".join(crop.reasons))]
    if advice.turn_deg:
        parts.append(Note(f"To be turned {turn_in_words(advice.turn_deg)}: on the photo as it is, crops lie slanted."))
    return tuple(parts)


def _heading(number: int, crop: Crop, advice: CropAdvice) -> str:
    if advice.levelled_frame is not None:
        return "the frame, turned level"
    if advice.keep_uncropped:
        return f"{number}, if it must be {advice.aspect}"
    frame = "levelled frame" if advice.turn_deg else "frame"
    return f"{number}: {crop.score:.0%} likely better than the {frame}".replace("%", " %")


def _seen(photo: U8, crop: Crop, turn_deg: float) -> U8:
    """The crop as it would look."""
    (box,) = Turn(photo.shape[1] / photo.shape[0], turn_deg).onto_canvas(np.array([crop.box]))
    left, top, right, bottom = (float(share) for share in box)
    return rendered(photo, turn_deg, (left, top, right, bottom))


def _lit(photo: U8, corners: Corners) -> U8:
    inside = cv2.fillConvexPoly(np.zeros(photo.shape[:2], np.uint8), np.rint(corners).astype(np.int32), 1)
    dimmed = np.asarray(cv2.convertScaleAbs(photo, alpha=OUTSIDE), np.uint8)
    return np.where(np.asarray(inside)[..., None] > 0, photo, dimmed)


def _thirds(picture: U8, corners: Corners) -> None:
    first, second, third, fourth = (np.array(corner) for corner in corners)
    for part in (1 / 3, 2 / 3):
        for start, end in ((first, second), (fourth, third)), ((first, fourth), (second, third)):
            (x0, y0), (x1, y1) = (side[0] + part * (side[1] - side[0]) for side in (start, end))
            hairline(picture, (float(x0), float(y0)), (float(x1), float(y1)))


def _number(picture: U8, corners: Corners, number: int) -> None:
    """Within the upper left corner; the second and third lower down, where corners meet."""
    x, y = corners[0]
    label(
        picture,
        (x + NUMBER_ROOM_PX, y + NUMBER_ROOM_PX * (1 + 1.5 * number)),
        str(number + 1),
        COLOURS[number],
        size_px=LABEL_PX,
    )
