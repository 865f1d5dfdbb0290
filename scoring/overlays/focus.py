"""The focus map: how sharp each tile is, where the sharp region lies, and what should have been sharp."""

from __future__ import annotations

import numpy as np

from scoring.assessment import Assessment
from scoring.assessors.focus_target import TargetKind
from scoring.assessors.tile_sharpness import TileSharpness, tile_sharpness
from scoring.detail import SMALLEST_TILE_PX
from scoring.frame import U8, Frame
from scoring.overlays.base_picture import box_in, photo_at, spread, with_relief
from scoring.overlays.colour_scales import SHARPNESS_SCALE, coloured
from scoring.overlays.legend import Note, thumbnail
from scoring.overlays.legend_bar import ColourBar
from scoring.overlays.legend_key import Key, KeyRow, outlined_swatch
from scoring.overlays.marks import Box, box_label, cross, outline
from scoring.overlays.not_judged import not_judged
from scoring.overlays.overlay import Layer, Overlay
from scoring.overlays.palette import ORANGE, WHITE
from scoring.overlays.patterns import nothing_to_tell, nothing_to_tell_swatch

SHARPEST = 0.8
"""Tile sharpness at the bright end: the sharpest regions of 16 camera photos reach 0.33 to 0.86."""
IN_FOCUS = 0.38
"""A lone sharp edge (tile_sharpness)."""
AF_POINT = "AF point"
LEAST_AF_PX = 22.0
"""Side of a box whose middle is still seen between its sides."""
TARGETS = {"af_point": AF_POINT, "eyes": "eyes", "face": "face", "subject": "likely subject"}
"""What evidence calls the thing that should be sharp, in words."""


def paint(frame: Frame, said: Assessment, long_edge_px: int) -> Layer:
    """Tiles with edges coloured by their sharpness, the others hatched; boxes from the assessment's evidence."""
    photo = photo_at(frame, long_edge_px)
    if said.abstained or min(frame.rgb.shape[:2]) < SMALLEST_TILE_PX:
        return not_judged(photo)
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
        rows.append(KeyRow(outlined_swatch(WHITE), "sharpest region"))
    rows += _camera_points(picture, frame)
    rows += _target(picture, frame, said)
    if sharp:
        box_label(picture, sharp, "sharpest", WHITE)
    return rows


def _camera_points(picture: U8, frame: Frame) -> list[KeyRow]:
    """Where the camera says it focused: each of its points, named once."""
    height, width = picture.shape[:2]
    boxes = [(x0 * width, y0 * height, x1 * width, y1 * height) for x0, y0, x1, y1 in frame.exif.af_areas]
    for box in boxes:
        outline(picture, _seen(box), ORANGE)
    if not boxes:
        return []
    box_label(picture, _seen(boxes[0]), AF_POINT, ORANGE)
    return [KeyRow(outlined_swatch(ORANGE), f"{AF_POINT}: where the camera focused")]


def _target(picture: U8, frame: Frame, said: Assessment) -> list[KeyRow]:
    """What the verdict took for the thing that should be sharp, unless it is the camera's own point and drawn as that."""
    kind = str(said.evidence.get("target", ""))
    target = box_in(picture, said.evidence.get("target_px"), frame.size_px)
    if target is None or (kind == TargetKind.AF_POINT and frame.exif.af_areas):
        return []
    name = TARGETS.get(kind, "focus target")
    if target[:2] == target[2:]:
        cross(picture, target[:2], ORANGE)
    else:
        outline(picture, target, ORANGE, dashed=True)
    box_label(picture, target, name, ORANGE)
    return [KeyRow(outlined_swatch(ORANGE, dashed=True), f"{name}: should be sharp")]


def _seen(box: Box) -> Box:
    """The same, grown about its middle until its sides do not hide what lies in it."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    across, down = max(box[2] - box[0], LEAST_AF_PX) / 2, max(box[3] - box[1], LEAST_AF_PX) / 2
    return x - across, y - down, x + across, y + down


OVERLAY = Overlay("focus", "Focus map", "focus", paint)
