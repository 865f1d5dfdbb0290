"""Draws the hue ring: twelve colours, a bar for each share, the dominant hues named around it, neutral in the middle."""

from __future__ import annotations

import math

import cv2
import numpy as np

from scoring.assessors.colour_names import name_hue
from scoring.assessors.harmony import TEMPLATES, Harmony
from scoring.assessors.hue_ring import RING_BINS, HueRing
from scoring.frame import U8
from scoring.overlays.legend import blank
from scoring.overlays.palette import BACKGROUND, MUTED, RULE, TEXT, Colour
from scoring.overlays.ring_colours import RingColours
from scoring.overlays.typeface import LABEL_PX, SMALL_PX, line_height_px, text_width_px, write
from scoring.percent import percent

SIZE_PX = 420
SUPERSAMPLING = 3
"""Drawn three times as large and averaged: OpenCV fills sectors without smoothing their edges."""
INNER, OUTER = 0.32, 0.74
"""Radii as shares of half the drawing: where the colours begin, and where the longest bar may end."""
BAND = 0.06
"""Width of the band of colours that is always seen."""
TEMPLATE = (0.265, 0.295)
"""Radii of a harmony template: inside the ring, and outside what is written in its middle."""
NAMES_AT = 0.87
GAP_DEG = 2.0
GUIDES = (0.2, 0.4, 0.6, 0.8, 1.0)
"""Circles at these shares, as far as the longest bar needs them."""


def draw_ring(hues: HueRing, colours: RingColours, harmony: Harmony | None = None) -> U8:
    """(420, 420, 3) uint8 sRGB. Hue 0 points right and rises counter-clockwise; arcs inside it are the sectors of `harmony`."""
    large = blank(SIZE_PX * SUPERSAMPLING, SIZE_PX * SUPERSAMPLING)
    full = next(guide for guide in GUIDES if guide >= max(hues.shares) - 1e-9)
    _guides(large, full)
    for number, (share, colour) in enumerate(zip(hues.shares, colours.srgb.tolist(), strict=True)):
        start = number * 360.0 / RING_BINS + GAP_DEG / 2
        end = start + 360.0 / RING_BINS - GAP_DEG
        tint: Colour = (colour[0], colour[1], colour[2])
        _sector(large, (INNER, INNER + BAND), (start, end), tint)
        _sector(large, (INNER + BAND, _radius(share, full)), (start, end), tint)
    _harmony(large, harmony)
    ring = np.asarray(cv2.resize(large, (SIZE_PX, SIZE_PX), interpolation=cv2.INTER_AREA), np.uint8)
    if any(hues.shares):
        _guide_names(ring, hues, full)
    _middle(ring, hues)
    _names(ring, hues)
    return ring


def _radius(share: float, full: float) -> float:
    return INNER + BAND + (OUTER - INNER - BAND) * share / full


def _sector(large: U8, radii: tuple[float, float], angles_deg: tuple[float, float], colour: Colour) -> None:
    half = large.shape[0] / 2
    angles = np.radians(np.linspace(*angles_deg, 24))
    arc = np.stack([np.cos(angles), -np.sin(angles)], axis=1)
    points = np.concatenate([arc * radii[0], arc[::-1] * radii[1]]) * half + half
    cv2.fillPoly(large, [np.rint(points).astype(np.int32)], colour)


def _harmony(large: U8, harmony: Harmony | None) -> None:
    if harmony is None:
        return
    for centre, width in TEMPLATES[harmony.template]:
        middle = harmony.rotation_deg + 360.0 * centre
        _sector(large, TEMPLATE, (middle - 180.0 * width, middle + 180.0 * width), TEXT)


def _guides(large: U8, full: float) -> None:
    half = large.shape[0] // 2
    for share in (full / 2, full):
        cv2.circle(large, (half, half), round(_radius(share, full) * half), RULE, SUPERSAMPLING)


def _guide_names(ring: U8, hues: HueRing, full: float) -> None:
    """Along the middle of the emptiest stretch of the ring, where no bar and no name stands in the way."""
    half = ring.shape[0] / 2
    around = [hues.shares[n - 1] + 2 * hues.shares[n] + hues.shares[(n + 1) % RING_BINS] for n in range(RING_BINS)]
    angle = math.radians((int(np.argmin(around)) + 0.5) * 360.0 / RING_BINS)
    for share in (full / 2, full):
        reach = _radius(share, full) * half
        at = (half + reach * math.cos(angle), half - reach * math.sin(angle))
        _centred(ring, at, percent(share), SMALL_PX, MUTED)


def _middle(ring: U8, hues: HueRing) -> None:
    half = ring.shape[0] / 2
    neutral = 1.0 - hues.coloured_fraction
    _centred(ring, (half, half - 11), percent(neutral), LABEL_PX, TEXT)
    _centred(ring, (half, half + 12), "neutral", SMALL_PX, MUTED)


def _names(ring: U8, hues: HueRing) -> None:
    half = ring.shape[0] / 2
    for hue in hues.dominant:
        angle = math.radians(hue.hue_deg)
        at = (half + NAMES_AT * half * math.cos(angle), half - NAMES_AT * half * math.sin(angle))
        _centred(ring, (at[0], at[1] - 11), name_hue(hue), LABEL_PX, TEXT)
        _centred(ring, (at[0], at[1] + 12), percent(hue.share), SMALL_PX, MUTED)


def _centred(picture: U8, at: tuple[float, float], text: str, size_px: int, colour: Colour) -> None:
    """Text on the canvas's own colour, moved inside the drawing."""
    width, height = text_width_px(text, size_px), line_height_px(size_px)
    x = int(np.clip(round(at[0] - width / 2), 0, picture.shape[1] - width))
    y = int(np.clip(round(at[1] - height / 2), 0, picture.shape[0] - height))
    cv2.rectangle(picture, (x - 4, y), (x + width + 3, y + height - 1), BACKGROUND, -1)
    write(picture, (x, y), text, size_px, colour)
