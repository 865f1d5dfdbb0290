"""The exposure heat map: how many EV each part of the photo is from well exposed."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from scoring.assessment import Assessment
from scoring.frame import F32, U8, Frame
from scoring.overlays.base_picture import photo_at, smoothly_spread, spread, with_relief
from scoring.overlays.ev_steps import MOST_EV, UNTOLD, EvScale, Steps, ev_labels, step_edges, without_speckle
from scoring.overlays.legend import Figure, Note
from scoring.overlays.legend_bar import ColourBar
from scoring.overlays.legend_key import Key, KeyRow, plain_swatch
from scoring.overlays.marks import label
from scoring.overlays.not_judged import not_judged
from scoring.overlays.overlay import Layer, Overlay
from scoring.overlays.patterns import nothing_to_tell, nothing_to_tell_swatch
from scoring.overlays.region_ev import region_ev

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
HATCHED_NOTE = "Hatched parts hold no detail that could tell."
LIT_NOTE = "Lit parts before the dark are set by their own brightness."
BLACK, WHITE = "black: not judged", "white backdrop: not judged"

Mask = npt.NDArray[np.bool_]


def paint(frame: Frame, said: Assessment, long_edge_px: int) -> Layer:
    """EV from well exposed, region by region, at one with the verdict; nothing where that abstains."""
    photo = photo_at(frame, long_edge_px)
    if said.abstained:
        return not_judged(photo)
    regions = region_ev(frame, said)
    untold = tuple((name, _area(mask, photo)) for name, mask in ((BLACK, regions.black), (WHITE, regions.white)))
    hatched = HATCHED_NOTE if any(area.any() for _name, area in untold) else ""
    told = (FROM_WELL_EXPOSED.note, hatched, LIT_NOTE if regions.lit else "", _doubt(regions.doubt_ev))
    note = " ".join(sentence for sentence in told if sentence)
    return paint_ev(photo, regions.ev, replace(FROM_WELL_EXPOSED, note=note), untold)


def paint_ev(photo: U8, ev: F32, meaning: EvMeaning, untold: tuple[tuple[str, Mask], ...] = ()) -> Layer:
    """`photo` (h, w, 3) uint8 coloured by a map of any size, (h', w') float32 in EV, negative = too dark.

    `untold`: by name, (h, w) bool, what is hatched because nothing is known of its exposure.
    """
    shown, nowhere = smoothly_spread(ev, photo), np.zeros(photo.shape[:2], np.bool_)
    hatched = np.logical_or.reduce([nowhere, *(area for _name, area in untold)])
    steps = np.where(hatched, np.uint8(UNTOLD), meaning.scale.of(shown))
    picture = _coloured(photo, steps, meaning.scale)
    for found in ev_labels(shown, steps):
        label(picture, found.at, _figure(found.ev))
    rows = (*_rows(meaning.scale, meaning.scale.shares(steps)), *_untold_rows(untold))
    key = Key("Share of the photo", rows, bars=True)
    return Layer(picture, (Figure("", photo, THUMBNAIL_PX), _bar(meaning), key, Note(meaning.note)))


def _doubt(doubt_ev: float) -> str:
    return f"Figures may be off by about {max(0.1, doubt_ev):.1f} EV." if doubt_ev > 0.0 else ""


def _coloured(photo: U8, steps: Steps, scale: EvScale) -> U8:
    told = steps != UNTOLD
    colours = np.asarray(scale.colours[np.where(told, steps, 0)], np.uint8)
    picture = np.where(told[..., None], with_relief(colours, photo), nothing_to_tell(photo)).astype(np.uint8)
    edges = step_edges(steps)
    picture[edges] = np.rint(picture[edges] * CONTOUR_SHADE)
    return picture


def _area(mask: Mask, photo: U8) -> Mask:
    """(h', w') bool -> the size of `photo`, without speckle."""
    return without_speckle(np.asarray(spread(mask.astype(np.uint8), photo), np.uint8)) > 0


def _untold_rows(untold: tuple[tuple[str, Mask], ...]) -> tuple[KeyRow, ...]:
    shares = ((name, float(area.mean())) for name, area in untold)
    return tuple(KeyRow(nothing_to_tell_swatch(), name, share) for name, share in shares if share > 0.0)


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
