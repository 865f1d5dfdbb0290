"""A crop as Adobe Camera Raw's properties, `crs:Crop*`, which are of the picture as stored."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from index.photo.mark_fields.crop_frames import corners, crop_between, stored_aspect, stored_crop, upright_crop
from index.photo.mark_fields.facts import MarkFacts
from index.photo.mark_fields.flags import parsed_truth
from index.photo.marks import CropBox
from index.photo.xmp_edit.edits import Edit, SetSimple

EDGES = ("crs:CropLeft", "crs:CropTop", "crs:CropRight", "crs:CropBottom")
ANGLE = "crs:CropAngle"
HAS_CROP = "crs:HasCrop"
APPLIED = "crs:AlreadyApplied"
STORED_SIZES = (("tiff:ImageWidth", "tiff:ImageLength"), ("exif:PixelXDimension", "exif:PixelYDimension"))
LARGEST_ANGLE_DEG = 45.0
"""Lightroom's angle slider ends there."""
DIGITS = 6
"""As Lightroom writes shares and angles."""
SAME = 1e-6
"""Crops nearer than this are the same: one in the last digit."""
Size = tuple[int, int]


@dataclass(frozen=True, slots=True)
class CrsCrop:
    """What `crs:` says of the crop; all empty: not cropped."""

    box: CropBox | None = None
    """Of the upright picture."""
    unclear: str | None = None
    """Why it cannot be told."""


def read_crs_crop(simple: Callable[[str], str | None], orientation: int, size_px: Size | None = None) -> CrsCrop:
    """The crop of the upright picture; `simple` gives a property's value, `size_px` is (width, height) upright.

    Edges of a turned crop are where its upper left and lower right corner lie on the untouched picture as stored, and
    `crs:CropAngle` is by how much it lies clockwise there; the picture is turned the other way. Worked out from a pair of crops
    of one photo that a Lightroom user has published (Adobe community, "formula for converting crop coordinates when a photo gets
    angled": 10 degrees in 4288 x 2848 px, all five digits met); darktable (src/develop/lightroom.c) reads the sign so, too.
    Without the picture's shape a turned crop cannot be told.
    """
    if not parsed_truth(simple(HAS_CROP)) or parsed_truth(simple(APPLIED)):
        return CrsCrop()
    numbers = [_number(simple(name)) for name in EDGES]
    angle = _number(simple(ANGLE) or "0")
    left, top, right, bottom = (math.nan if number is None else number for number in numbers)
    if angle is None or abs(angle) > LARGEST_ANGLE_DEG or any(map(math.isnan, (left, top, right, bottom))):
        return CrsCrop(unclear="its Camera Raw crop cannot be read")
    if not angle:
        return _upright_as_found((left, top, right, bottom), orientation)
    aspect = stored_aspect(size_px, orientation) if size_px else _noted_aspect(simple)
    if aspect is None:
        return CrsCrop(unclear="its Camera Raw crop is turned, and the size of the picture is not known")
    stored = crop_between((left, top), (right, bottom), -angle, aspect)
    return (
        CrsCrop(upright_crop(stored, orientation)) if stored else CrsCrop(unclear="its Camera Raw crop holds nothing")
    )


def _upright_as_found(edges: tuple[float, float, float, float], orientation: int) -> CrsCrop:
    left, top, right, bottom = edges
    if edges == (0, 0, 1, 1):
        return CrsCrop()
    if not (0 <= left < right <= 1 and 0 <= top < bottom <= 1):
        return CrsCrop(unclear="its Camera Raw crop holds nothing")
    return CrsCrop(upright_crop(CropBox(*edges), orientation))


def crs_crop_refusal(crop: CropBox | None, size_px: Size | None) -> str | None:
    """Why this crop cannot be written, or None."""
    if crop is None:
        return None
    if crop.turn_deg and size_px is None:
        return "the size of the picture is not known, which a straightened crop needs"
    if abs(crop.turn_deg) > LARGEST_ANGLE_DEG:
        return f"Lightroom turns by {LARGEST_ANGLE_DEG:.0f} degrees at most"
    if not crop.turn_deg and (min(crop.edges) < 0 or max(crop.edges) > 1):
        return "the crop reaches out of the picture"
    return None


def crs_crop_edits(crop: CropBox | None, facts: MarkFacts, orientation: int, size_px: Size | None = None) -> list[Edit]:
    """Edits that make `crop`, of the upright picture, Camera Raw's; without one it is said that there is none."""
    if crop is None:
        stale: list[Edit] = [SetSimple(name, None) for name in (*EDGES, ANGLE) if name in facts.present]
        return [SetSimple(HAS_CROP, "False"), *stale] if facts.has_crs_crop else []
    if facts.crs_crop and facts.crs_crop.agrees_with(crop, within=SAME):
        return []
    stored = stored_crop(crop, orientation)
    values = stored.edges
    if crop.turn_deg and size_px:
        first, second = corners(stored, stored_aspect(size_px, orientation))
        values = (*first, *second)
    edits: list[Edit] = [SetSimple(HAS_CROP, "True")]
    edits += [SetSimple(name, _text(value)) for name, value in zip(EDGES, values, strict=True)]
    return [*edits, SetSimple(ANGLE, _text(-stored.turn_deg)), SetSimple(APPLIED, "False")]


def _number(text: str | None) -> float | None:
    try:
        value = float(text or "")
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def _noted_aspect(simple: Callable[[str], str | None]) -> float | None:
    for names in STORED_SIZES:
        width, height = (_number(simple(name)) for name in names)
        if width and height and width > 0 and height > 0:
            return width / height
    return None


def _text(value: float) -> str:
    """`0.25`, `1`, `-1.5`: no zeros behind, and no minus before a zero."""
    return f"{round(value, DIGITS) + 0.0:.{DIGITS}f}".rstrip("0").rstrip(".")
