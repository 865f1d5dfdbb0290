"""The photos that are measured, at native resolution, and what an assessor says of a changed copy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from index.photo.errors import UnreadablePhoto
from index.photo.read import read_photo
from index.photo.record import Asset, ExifFacts
from scoring.assessment import Assessment
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
    for path in sorted(folder.iterdir()):
        found = read_photo(Asset(path))
        if not isinstance(found, UnreadablePhoto):
            record, rgb = found
            yield Photo(path.stem, rgb, record.exif)


def middle(rgb: U8, height_px: int = LARGEST_EDGE_PX, width_px: int = LARGEST_EDGE_PX) -> U8:
    """At most so many pixels of each edge, cut from the middle."""
    height, width = min(height_px, rgb.shape[0]), min(width_px, rgb.shape[1])
    top, left = (rgb.shape[0] - height) // 2, (rgb.shape[1] - width) // 2
    return rgb[top : top + height, left : left + width].copy()
