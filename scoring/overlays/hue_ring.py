"""Which hues a photo is made of, and where they are: the hue ring, and the photo in the ring's twelve colours."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np

from scoring.assessment import Assessment
from scoring.assessors.harmony import Harmony, fit_harmony
from scoring.assessors.hue_ring import RING_BINS, measure_hues
from scoring.assessors.oklab import Oklch, oklch
from scoring.frame import F32, U8, Frame
from scoring.overlays.base_picture import photo_at
from scoring.overlays.legend import Figure, LegendPart, Note
from scoring.overlays.legend_key import SWATCH_PX, Key, KeyRow
from scoring.overlays.not_judged import not_judged
from scoring.overlays.oklab_colours import srgb_of_oklch
from scoring.overlays.overlay import Layer, Overlay
from scoring.overlays.palette import BACKGROUND, TEXT
from scoring.overlays.ring import draw_ring
from scoring.overlays.ring_colours import RingColours, bin_of, is_coloured, ring_colours
from scoring.srgb import SRGB_TO_LINEAR

MAP_LIGHTNESS = (0.26, 0.60)
"""Lightness of the photo is squeezed in here, so that every bin keeps its colour from shadow to highlight."""
VIVID_CHROMA = 0.12
"""OKLab chroma from which a part has the ring's full colour: of sRGB's corners cyan has the least, 0.15."""
AREA_SHARE = 1 / 192
"""Colours are seen in areas: averaged over what is one pixel of the assessor's thumbnail (192 px)."""
LEAST_COLOURED = 0.002
"""Share of the photo below which its few tinted pixels are rounding and noise, not hues (black and white photos: 0)."""
TEMPLATE_WORDS = {
    "i": "one hue",
    "I": "two hues that face each other",
    "V": "neighbouring hues",
    "L": "two hues a quarter apart",
    "Y": "neighbours, and the hue that faces them",
    "T": "half of the ring",
    "X": "two groups that face each other",
}
"""Matsuda's letters (Cohen-Or et al., SIGGRAPH 2006) in words."""
THUMBNAIL_PX = 220
HOW_TO_READ = (
    "Bars: each hue's share of all colour, by area and vividness. In the picture every hue has its bar's colour, "
    "the paler the less vivid; neutral parts are grey."
)


def paint(frame: Frame, said: Assessment, long_edge_px: int) -> Layer:
    """The photo in the colours of the ring's bins, and the ring."""
    photo = photo_at(frame, long_edge_px)
    if said.abstained:
        return not_judged(photo)
    seen = oklch(_linear(frame.thumbnail))
    colours, hues = ring_colours(seen), measure_hues(seen)
    if hues.coloured_fraction < LEAST_COLOURED:
        hues = replace(hues, shares=(0.0,) * RING_BINS, dominant=())
    harmony = fit_harmony(hues.by_tone) if said.evidence.get("harmony_template") else None
    ring = Figure("", draw_ring(hues, colours, harmony))
    legend = (ring, *_template(harmony), Figure("", photo, THUMBNAIL_PX), Note(HOW_TO_READ))
    return Layer(paint_bins(photo, colours), legend)


def _template(harmony: Harmony | None) -> tuple[LegendPart, ...]:
    """What the arcs inside the ring are, where the verdict names a template."""
    if harmony is None:
        return ()
    swatch = np.full((SWATCH_PX[1], SWATCH_PX[0], 3), BACKGROUND, np.uint8)
    swatch[SWATCH_PX[1] // 2 - 3 : SWATCH_PX[1] // 2 + 4] = TEXT
    meaning = f"inner arc: {TEMPLATE_WORDS[harmony.template]} (harmony template {harmony.template})"
    return (Key("", (KeyRow(swatch, meaning),)),)


def paint_bins(photo: U8, colours: RingColours) -> U8:
    """(h, w, 3) uint8 -> every coloured part in its bin's hue, neutral ones in grey; lightness as in the photo."""
    linear = _linear(photo)
    sigma = max(0.5, AREA_SHARE * max(photo.shape[:2]) / 2)
    areas: Oklch = oklch(np.asarray(cv2.GaussianBlur(linear, (0, 0), sigma), np.float32))
    bins = bin_of(areas.hue_deg)
    vividness = np.where(is_coloured(areas), np.minimum(1.0, areas.chroma / VIVID_CHROMA), 0.0)
    darkest, reach = MAP_LIGHTNESS
    return srgb_of_oklch(
        darkest + reach * oklch(linear).lightness, colours.chroma[bins] * vividness, colours.hue_deg[bins]
    )


def _linear(rgb: U8) -> F32:
    return np.asarray(cv2.LUT(rgb, SRGB_TO_LINEAR), np.float32)


OVERLAY = Overlay("hue_ring", "Hue ring", "colour", paint)
