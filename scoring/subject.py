"""The likely subject of a photo: the box around the most salient region, and how far to trust it."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from scoring.saliency import saliency_map

U8 = npt.NDArray[np.uint8]
F32 = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]

CLOSING_SHARE = 0.03
"""Gaps up to 3 % of the long edge are bridged: the rungs of a ladder, the markings of a dog are one thing."""
TRUSTED_SHARE = (0.25, 0.75)
"""Share of all saliency inside the region at which trust starts and is full. On 16 photos of 16 cameras the region holds
0.5 to 0.9 where a person would point at one thing, 0.2 to 0.6 where the picture is a view."""
TRUSTED_CONTRAST = (2.5, 8.0)
"""Mean saliency inside over outside at which trust starts and is full; same photos: 4.5 to 150 and 2.8 to 4.5."""
TRUSTED_BOX = (0.8, 0.5)
"""Share of the picture that the box covers at which trust starts and is full: a box around nearly everything names nothing."""
SMALLEST_AREA = 0.002
"""A smaller share of the picture is a speck (the moon at a tenth of the frame's width covers 1.9 %)."""


@dataclass(frozen=True)
class Subject:
    """The most salient region. `box`: x0, y0, x1, y1 as shares of width and height in [0, 1]; `confidence` in [0, 1]."""

    box: tuple[float, float, float, float]
    confidence: float

    @property
    def centre(self) -> tuple[float, float]:
        """(x, y) of the middle of the box, in [0, 1]."""
        return (self.box[0] + self.box[2]) / 2, (self.box[1] + self.box[3]) / 2

    @property
    def area(self) -> float:
        """Share of the picture that the box covers."""
        return (self.box[2] - self.box[0]) * (self.box[3] - self.box[1])

    def pixels(self, size_px: tuple[int, int]) -> list[int]:
        """The box [x0, y0, x1, y1] in a picture of (width, height)."""
        return [round(share * size_px[index % 2]) for index, share in enumerate(self.box)]


def find_subject(rgb: U8) -> Subject | None:
    """(H, W, 3) uint8 sRGB -> its most salient region (Otsu's threshold, heaviest connected part), None if there is none."""
    saliency = saliency_map(rgb)
    region = _heaviest_region(saliency)
    if region is None:
        return None
    rows, cols = np.flatnonzero(region.any(axis=1)), np.flatnonzero(region.any(axis=0))
    height, width = region.shape
    x0, x1 = float(cols[0] / width), float((cols[-1] + 1) / width)
    y0, y1 = float(rows[0] / height), float((rows[-1] + 1) / height)
    return Subject((x0, y0, x1, y1), _confidence(saliency, region, (x1 - x0) * (y1 - y0)))


def _heaviest_region(saliency: F32) -> Mask | None:
    codes = (saliency * 255).astype(np.uint8)
    _, bright = cv2.threshold(codes, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    reach = max(3, round(CLOSING_SHARE * max(codes.shape)) | 1)
    joined = cv2.morphologyEx(bright, cv2.MORPH_CLOSE, np.ones((reach, reach), np.uint8))
    count, labels = cv2.connectedComponents(joined)
    if count < 2:
        return None
    weight = np.bincount(labels.ravel(), weights=saliency.ravel(), minlength=count)
    # Label 0 is the background.
    return np.asarray((labels == 1 + int(np.argmax(weight[1:]))) & (bright > 0), np.bool_)


def _confidence(saliency: F32, region: Mask, box_area: float) -> float:
    if region.mean() < SMALLEST_AREA:
        return 0.0
    share = float(saliency[region].sum() / saliency.sum())
    contrast = float(saliency[region].mean() / max(float(saliency[~region].mean()), 1e-3))
    return _ramp(share, TRUSTED_SHARE) * _ramp(contrast, TRUSTED_CONTRAST) * _ramp(box_area, TRUSTED_BOX)


def _ramp(value: float, ends: tuple[float, float]) -> float:
    """0 at the first end, 1 at the second, straight between."""
    start, full = ends
    return min(1.0, max(0.0, (value - start) / (full - start)))
