"""Where a photo holds no detail any more: blown in all channels or in some, and black."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from scoring.assessment import Assessment
from scoring.clipping import BLOCKED_CODE, BLOWN_CODE
from scoring.frame import Frame, extremes
from scoring.overlays.base_picture import grey, photo_at, spread
from scoring.overlays.legend import Note, thumbnail
from scoring.overlays.legend_key import Key, KeyRow
from scoring.overlays.overlay import Layer, Overlay
from scoring.overlays.palette import BLACK, BLUE, ORANGE, SKY_BLUE, VERMILION, WHITE
from scoring.overlays.patterns import Pattern
from scoring.percent import percent

GROUND = (26, 140)
"""Code values of the greyed photo: darker than every mark, and structure still seen."""
MARKS = (
    ("blown to white: all channels", Pattern(WHITE, VERMILION, 1)),
    ("blown in one or two channels", Pattern(ORANGE, BLACK, 1)),
    ("black in all channels", Pattern(SKY_BLUE, BLUE, -1)),
)
"""White with red zebra, amber with black zebra, blue with stripes that lean the other way."""
CHANNELS = ("Red", "Green", "Blue")
LEAST_TOLD = 0.0005
"""Rounds to 0.1 %: less is a sparkle."""

Mask = npt.NDArray[np.bool_]


def paint(frame: Frame, said: Assessment, long_edge_px: int) -> Layer:
    """The photo in dark grey with its clipped pixels marked; by the pixels and limits of the exposure assessor."""
    photo = photo_at(frame, long_edge_px)
    picture = grey(photo, *GROUND)
    areas = clipped_areas(frame)
    for (_meaning, pattern), area in zip(MARKS, areas, strict=True):
        pattern.fill(picture, np.asarray(spread(area, picture), np.bool_))
    rows = tuple(
        KeyRow(pattern.swatch(), meaning, float(area.mean()))
        for (meaning, pattern), area in zip(MARKS, areas, strict=True)
    )
    legend = (thumbnail(photo), Key("Share of the photo", rows), Note(f"{_by_channel(frame)} {LIMITS}"))
    return Layer(picture, legend, _sentence(said, areas), counted=not said.abstained)


def clipped_areas(frame: Frame) -> tuple[Mask, Mask, Mask]:
    """(h, w) bool each at the size of `frame.working`, none overlapping: white, blown in part, black."""
    brightest, dimmest = extremes(*cv2.split(frame.working))
    white, blown = dimmest >= BLOWN_CODE, brightest >= BLOWN_CODE
    return np.asarray(white), np.asarray(blown & ~white), np.asarray(brightest <= BLOCKED_CODE)


LIMITS = f"Seen at screen size. Blown: level {BLOWN_CODE} of 255 and above; black: level {BLOCKED_CODE} and below."


def _by_channel(frame: Frame) -> str:
    blown = (float((frame.working[..., number] >= BLOWN_CODE).mean()) for number in range(3))
    told = ", ".join(f"{name.lower()} {percent(part)}" for name, part in zip(CHANNELS, blown, strict=True))
    return f"Blown by channel: {told}."


def _sentence(said: Assessment, areas: tuple[Mask, Mask, Mask]) -> str:
    """What the assessor says of clipping, else what there is of it; nothing where it abstains, and so gives its reason."""
    if said.abstained:
        return ""
    # The first sentence is about brightness.
    told = " ".join(reason for reason in said.reasons[1:] if "blown" in reason or "without detail" in reason)
    return told or _counts(*(float(area.mean()) for area in areas))


def _counts(white: float, partly: float, black: float) -> str:
    if max(white, partly, black) < LEAST_TOLD:
        return f"{'Next to nothing' if max(white, partly, black) > 0.0 else 'Nothing'} is blown or black."
    told = (
        (white, "is blown to white"),
        (partly, "is blown in one or two channels"),
        (black, "is black without detail"),
    )
    (share, what), *more = [(share, what) for share, what in told if share >= LEAST_TOLD]
    parts = [f"{percent(share)} of the photo {what}", *(f"{percent(share)} {what}" for share, what in more)]
    return f"{', '.join(parts[:-1])}, and {parts[-1]}." if len(parts) > 1 else f"{parts[0]}; nothing else is lost."


OVERLAY = Overlay("clipping", "Clipping", "exposure", paint)
