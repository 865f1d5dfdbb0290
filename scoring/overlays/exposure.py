"""The exposure heat map: how many EV each part of the photo is from well exposed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from scoring.assessment import Assessment
from scoring.frame import F32, U8, Frame
from scoring.overlays.base_picture import photo_at, smoothly_spread, with_relief
from scoring.overlays.ev_steps import MOST_EV, EvScale, ev_labels, step_edges
from scoring.overlays.legend import Figure, Note
from scoring.overlays.legend_bar import ColourBar
from scoring.overlays.legend_key import Key, KeyRow, plain_swatch
from scoring.overlays.marks import label
from scoring.overlays.overlay import Layer, Overlay

CONTOUR_SHADE = 0.55
"""Contours darken what they cross to this part of it: seen on every step, and thin."""
THUMBNAIL_PX = 240


@dataclass(frozen=True)
class EvMeaning:
    """What the EV of a map are counted from, as the legend tells it, and in which steps they are shown."""

    heading: str
    note: str
    scale: EvScale


FROM_WELL_EXPOSED = EvMeaning(
    "EV from well exposed",
    "Blue parts are darker than in a well-exposed photo, amber ones brighter.",
    EvScale(0.5),
)
"""In half stops: a map of what is wrong is far more even than the photo (over 16 camera photos it spanned 0.7 to 1.9 EV)."""


def paint(frame: Frame, _said: Assessment, long_edge_px: int) -> Layer:
    """EV from well exposed, as the network reads it."""
    return paint_ev(photo_at(frame, long_edge_px), frame.exposure_reading.ev, FROM_WELL_EXPOSED)


def paint_ev(photo: U8, ev: F32, meaning: EvMeaning) -> Layer:
    """`photo` (h, w, 3) uint8 coloured by a map of any size, (h', w') float32 in EV, negative = too dark."""
    shown = smoothly_spread(ev, photo)
    steps = meaning.scale.of(shown)
    picture = with_relief(np.asarray(meaning.scale.colours[steps], np.uint8), photo)
    edges = step_edges(steps)
    picture[edges] = np.rint(picture[edges] * CONTOUR_SHADE)
    for found in ev_labels(shown, steps):
        label(picture, found.at, _figure(found.ev))
    key = Key("", _rows(meaning.scale, meaning.scale.shares(steps)), bars=True)
    return Layer(picture, (Figure("", photo, THUMBNAIL_PX), _bar(meaning), key, Note(meaning.note)))


def _bar(meaning: EvMeaning) -> ColourBar:
    scale = meaning.scale
    cells = np.arange(256) * scale.count // 256
    ticks = tuple(
        ((step + 0.5) / scale.count, f"{ev:+.0f}" if ev else "0")
        for step, ev in enumerate(scale.steps_ev.tolist())
        if ev == round(ev)
    )
    return ColourBar(meaning.heading, scale.colours[cells], ticks)


def _rows(scale: EvScale, shares: list[float]) -> tuple[KeyRow, ...]:
    """From the brightest step that the photo has to its darkest."""
    rows = zip(scale.colours.tolist(), scale.steps_ev.tolist(), shares, strict=True)
    return tuple(
        KeyRow(plain_swatch((red, green, blue)), _name(ev, scale.step_ev), share)
        for (red, green, blue), ev, share in reversed(list(rows))
        if share > 0.0
    )


def _figure(ev: float) -> str:
    return "0.0" if abs(ev) < 0.05 else f"{ev:+.1f}"


def _name(ev: float, step_ev: float) -> str:
    told = f"{ev:+g}" if step_ev == 1.0 else f"{ev:+.1f}"
    if abs(ev) == MOST_EV:
        return f"{told} and {'darker' if ev < 0 else 'brighter'}"
    return told if ev else "0"


OVERLAY = Overlay("exposure", "Exposure map", "exposure", paint)
