"""The focus map: how sharp each tile is, where the sharp region lies, and what should have been sharp."""

from __future__ import annotations

import numpy as np

from scoring.assessment import Assessment
from scoring.assessors.tile_sharpness import TileSharpness, tile_sharpness
from scoring.detail import SMALLEST_TILE_PX
from scoring.frame import U8, Frame
from scoring.overlays.base_picture import box_in, grey, photo_at, spread, with_relief
from scoring.overlays.colour_scales import SHARPNESS_SCALE, coloured
from scoring.overlays.legend import Note, thumbnail
from scoring.overlays.legend_bar import ColourBar
from scoring.overlays.legend_key import Key, KeyRow, plain_swatch
from scoring.overlays.marks import box_label, cross, outline
from scoring.overlays.overlay import Layer, Overlay
from scoring.overlays.palette import ORANGE, WHITE, Colour
from scoring.overlays.patterns import nothing_to_tell, nothing_to_tell_swatch

SHARPEST = 0.8
"""Tile sharpness at the bright end: the sharpest regions of 16 camera photos reach 0.33 to 0.86."""
IN_FOCUS = 0.38
"""A lone sharp edge (tile_sharpness)."""
TARGETS = {"af_point": "AF point", "eyes": "eyes", "face": "face", "subject": "likely subject"}
"""What evidence calls the thing that should be sharp, in words."""


def paint(frame: Frame, said: Assessment, long_edge_px: int) -> Layer:
    """Tiles with edges coloured by their sharpness, the others hatched; boxes from the assessment's evidence."""
    photo = photo_at(frame, long_edge_px)
    if min(frame.rgb.shape[:2]) < SMALLEST_TILE_PX:
        return Layer(grey(photo), (thumbnail(photo),))
    picture = paint_tiles(photo, tile_sharpness(frame.detail))
    ticks = ((0.0, "soft"), (IN_FOCUS / SHARPEST, "in focus"), (1.0, "crisp"))
    rows = (*_marked(picture, frame, said), KeyRow(nothing_to_tell_swatch(), "no edges: cannot tell"))
    note = "Measured at full resolution, with noise taken off."
    return Layer(
        picture, (thumbnail(photo), ColourBar("Sharpness of edges", SHARPNESS_SCALE, ticks), Key("", rows), Note(note))
    )


def paint_tiles(photo: U8, tiles: TileSharpness) -> U8:
    """The photo's fine structure over the colours of its tiles; hatched dark grey where nothing can be told."""
    judged = np.asarray(spread(tiles.judged, photo), np.bool_)
    sharpness = np.asarray(spread(tiles.sharpness, photo), np.float64)
    known = with_relief(coloured(sharpness / SHARPEST, SHARPNESS_SCALE), photo)
    return np.where(judged[..., None], known, nothing_to_tell(photo)).astype(np.uint8)


def _marked(picture: U8, frame: Frame, said: Assessment) -> list[KeyRow]:
    """Draw what the evidence tells of, and give the key's rows."""
    rows = []
    sharp = box_in(picture, said.evidence.get("sharp_region_px"), frame.size_px)
    if sharp:
        outline(picture, sharp, WHITE)
        rows.append(KeyRow(_line_swatch(WHITE), "sharpest region"))
    target = box_in(picture, said.evidence.get("target_px"), frame.size_px)
    if target:
        name = TARGETS.get(str(said.evidence.get("target", "")), "focus target")
        if target[:2] == target[2:]:
            cross(picture, target[:2], ORANGE)
        else:
            outline(picture, target, ORANGE, dashed=True)
        rows.append(KeyRow(_line_swatch(ORANGE, dashed=True), name))
        box_label(picture, target, name, ORANGE)
    if sharp:
        box_label(picture, sharp, "sharpest", WHITE)
    return rows


def _line_swatch(colour: Colour, *, dashed: bool = False) -> U8:
    swatch = plain_swatch((58, 58, 58))
    inside = (4.0, 4.0, swatch.shape[1] - 5.0, swatch.shape[0] - 5.0)
    outline(swatch, inside, colour, dashed=dashed)
    return swatch



OVERLAY = Overlay("focus", "Focus map", "focus", paint)
