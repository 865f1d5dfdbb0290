"""The photos that are measured, at native resolution, and what an assessor says of a changed copy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from index.photo.errors import UnreadablePhoto
from index.photo.read import read_photo
from index.photo.record import Asset, ExifFacts
from scoring.assessment import Assessment
from scoring.box import Box
from scoring.frame import Frame
from scoring.registry import ASSESSORS
from tests.benchmarks.ladders.ladder import U8

LARGEST_EDGE_PX = 3000
"""Larger photos are cut to their middle, never scaled: their pixels stay as sharp and as noisy as the camera made them."""
BY_NAME = {assessor.name: assessor for assessor in ASSESSORS}


@dataclass(frozen=True)
class Photo:
    """`rgb`: (H, W, 3) uint8 sRGB, upright."""

    name: str
    rgb: U8
    exif: ExifFacts

    def said_by(self, assessor: str, rgb: U8) -> Assessment:
        """What the assessor says of `rgb`, a changed copy; facts that a change would belie are left out."""
        exif = replace(self.exif, exposure_bias_ev=None, exposure_time_s=None, iso=None)
        return BY_NAME[assessor].assess(Frame(rgb, (rgb.shape[1], rgb.shape[0]), exif))


def photos_in(folder: Path) -> Iterator[Photo]:
    """The readable photos of a folder in the order of their names."""
    yield from photos_of(sorted(folder.iterdir()))


def photos_of(paths: Iterable[Path]) -> Iterator[Photo]:
    """The readable ones of these files."""
    for path in paths:
        found = read_photo(Asset(path))
        if not isinstance(found, UnreadablePhoto):
            record, rgb = found
            yield Photo(path.stem, rgb, record.exif)


def middle(photo: Photo, height_px: int = LARGEST_EDGE_PX, width_px: int = LARGEST_EDGE_PX) -> Photo:
    """At most so many pixels of each edge, cut from the middle, with the AF areas that lie there."""
    full_height, full_width = photo.rgb.shape[:2]
    height, width = min(height_px, full_height), min(width_px, full_width)
    top, left = (full_height - height) // 2, (full_width - width) // 2
    cut = (left / full_width, top / full_height, (left + width) / full_width, (top + height) / full_height)
    rgb = photo.rgb[top : top + height, left : left + width].copy()
    areas = tuple(within(area, cut) for area in photo.exif.af_areas if is_inside(area, cut))
    return replace(photo, rgb=rgb, exif=replace(photo.exif, af_areas=areas))


def is_inside(area: Box, cut: Box) -> bool:
    """Whether the middle of an area lies in the cut: the rest of it is then most likely sharp there too."""
    x, y = (area[0] + area[2]) / 2, (area[1] + area[3]) / 2
    return cut[0] <= x <= cut[2] and cut[1] <= y <= cut[3]


def within(area: Box, cut: Box) -> Box:
    """An area of the whole photo, as shares of the cut; what lies beyond it is left out."""
    x0, y0, x1, y1 = (
        min(1.0, max(0.0, (edge - cut[index % 2]) / (cut[index % 2 + 2] - cut[index % 2])))
        for index, edge in enumerate(area)
    )
    return x0, y0, x1, y1
