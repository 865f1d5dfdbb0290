"""Lays out one overlay as a page: title and sentence above, the picture, its legend beside or below it."""

from __future__ import annotations

import numpy as np

from scoring.assessment import Assessment
from scoring.frame import U8, Frame
from scoring.overlays.legend import Note, blank, stacked
from scoring.overlays.overlay import Layer, Overlay
from scoring.overlays.palette import MUTED, RULE, TEXT
from scoring.overlays.typeface import CAPTION_PX, LABEL_PX, TITLE_PX, line_height_px, text_width_px, write

LONG_EDGE_PX = 1600
"""A page that fits a laptop's screen of 1,600 pixels and more at 100 %."""
MARGIN_PX, GAP_PX = 32, 28
COLUMN_PX = 420
"""Width of the legend: two details of 205 px side by side, or a key with bars."""
HIGHEST_PX = 1240
"""So that a portrait with its heading stays within `LONG_EDGE_PX`."""
WIDE_ASPECT = 2.4
"""Wider photos have their legend below: beside it they would be a strip (cinema is 2.39 : 1)."""
NARROWEST_PX = 1000
"""So that sentence and legend have room beside a very narrow photo."""


def page(overlay: Overlay, frame: Frame, said: Assessment) -> U8:
    """(H, W, 3) uint8 sRGB, long edge at most 1,600 px: the overlay with its title, sentence and legend."""
    wide = _aspect(frame) > WIDE_ASPECT
    layer = overlay.paint(frame, said, picture_long_edge_px(frame))
    body = _legend_below(layer) if wide else _legend_beside(layer)
    body = _widened(body, NARROWEST_PX - 2 * MARGIN_PX)
    head = _head(overlay.title, said, layer, body.shape[1])
    inner = np.concatenate([head, blank(body.shape[1], GAP_PX), body])
    return _framed(inner)


def picture_long_edge_px(frame: Frame) -> int:
    """How long the photo's long edge may be on its page."""
    aspect = _aspect(frame)
    if aspect > WIDE_ASPECT:
        return LONG_EDGE_PX - 2 * MARGIN_PX
    widest = LONG_EDGE_PX - 2 * MARGIN_PX - GAP_PX - COLUMN_PX
    return widest if aspect >= 1.0 else min(HIGHEST_PX, int(widest / aspect))


def _aspect(frame: Frame) -> float:
    return float(frame.rgb.shape[1] / frame.rgb.shape[0])


def _legend_beside(layer: Layer) -> U8:
    column = stacked([part.drawn(COLUMN_PX) for part in layer.legend], COLUMN_PX, GAP_PX)
    height = max(layer.picture.shape[0], column.shape[0])
    picture = _heightened(layer.picture, height)
    return np.concatenate([picture, blank(GAP_PX, height), _heightened(column, height)], axis=1)


def _legend_below(layer: Layer) -> U8:
    """The parts side by side in as many columns as fit, each filled from above."""
    width = layer.picture.shape[1]
    count = max(1, (width + GAP_PX) // (COLUMN_PX + GAP_PX))
    columns: list[list[U8]] = [[] for _ in range(count)]
    for part in layer.legend:
        shortest = min(columns, key=lambda strips: sum(strip.shape[0] + GAP_PX for strip in strips))
        shortest.append(part.drawn(COLUMN_PX))
    drawn = [stacked(strips, COLUMN_PX, GAP_PX) for strips in columns]
    height = max(strip.shape[0] for strip in drawn)
    row = np.concatenate(
        [np.concatenate([_heightened(strip, height), blank(GAP_PX, height)], axis=1) for strip in drawn], axis=1
    )
    widest = max(width, row.shape[1])
    return np.concatenate([_widened(layer.picture, widest), blank(widest, GAP_PX), _widened(row, widest)])


def _head(title: str, said: Assessment, layer: Layer, width_px: int) -> U8:
    line = blank(width_px, line_height_px(TITLE_PX))
    write(line, (0, 0), title, TITLE_PX, TEXT)
    below = round((TITLE_PX - CAPTION_PX) * 1.02)
    level = "" if layer.counted else said.level
    write(line, (text_width_px(title, TITLE_PX) + 18, below), level, CAPTION_PX, MUTED)
    sure = "" if said.abstained or layer.counted else f"confidence {said.confidence:.0%}".replace("%", " %")
    baseline = round((TITLE_PX - LABEL_PX) * 1.02)
    write(line, (width_px - text_width_px(sure, LABEL_PX), baseline), sure, LABEL_PX, MUTED)
    sentence = layer.caption or next(iter(said.reasons), said.level)
    return np.concatenate([line, blank(width_px, 4), Note(sentence, TEXT, CAPTION_PX).drawn(width_px), _rule(width_px)])


def _rule(width_px: int) -> U8:
    strip = blank(width_px, 14)
    strip[12] = RULE
    return strip


def _framed(inner: U8) -> U8:
    height, width = inner.shape[:2]
    framed = blank(width + 2 * MARGIN_PX, height + 2 * MARGIN_PX - 8)
    framed[MARGIN_PX - 8 : MARGIN_PX - 8 + height, MARGIN_PX : MARGIN_PX + width] = inner
    return framed


def _heightened(strip: U8, height_px: int) -> U8:
    return np.concatenate([strip, blank(strip.shape[1], height_px - strip.shape[0])])


def _widened(strip: U8, width_px: int) -> U8:
    if strip.shape[1] >= width_px:
        return strip
    return np.concatenate([strip, blank(width_px - strip.shape[1], strip.shape[0])], axis=1)
