"""The likely subject of a photo: the box around the most salient region, and how far to trust it."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from scoring.ramp import ramp
from scoring.saliency import saliency_map

U8 = npt.NDArray[np.uint8]
F32 = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]

CLOSING_SHARE = 0.03
"""Gaps up to 3 % of the long edge are bridged: the rungs of a ladder, the markings of a dog are one thing."""
EMPHASIS_SLOPE = 10.0
"""Steepness of the sigmoid that separates the salient from the rest (MB+, Zhang et al. 2015)."""
TRUSTED_SHARE = (0.5, 0.8)
"""Share of all emphasised saliency inside the region at which trust starts and is full: less is one thing among others."""
TRUSTED_MEAN = (0.45, 0.75)
"""Mean saliency of the region, which is a likelihood, at which trust starts and is full. Of 150 pictures with a known subject,
from training photos that an earlier network had not seen, boxes were right (half overlap) in none of 4 below 0.6 and in 122 of
141 above 0.7."""
BAND_WIDTH, BAND_TRUST = 0.97, 0.25
"""A region from the left side to the right is a skyline, a road, a bank of clouds as often as a thing (6 of 11 among 56 photos
of BIQ2021 that training never saw, looked at): it is named, but with little trust."""
FILLED_AREA = 0.8
"""A box over so much of the picture is the picture itself, a texture or a pattern, and is trusted as little."""
LARGEST_BOX = 0.5
"""A box over half of the picture names nothing; the emphasised region is then taken instead."""
SMALLEST_AREA = 0.002
"""A smaller share of the picture is a speck (the moon at a tenth of the frame's width covers 1.9 %)."""

MOST_REGIONS = 3
"""More than three things in a frame are a crowd."""
SECOND_WEIGHT = 0.3
"""Share of the heaviest region's saliency from which another is a subject beside it: less is a reflection or a leaf."""

CERTAIN_SUBJECT = 0.6
"""Confidence from which it is called the subject, can be cut, and must stay whole; below it is what the eye goes to (camera test
photos: single things over 0.6)."""
SIDES = ("left", "top", "right", "bottom")
EDGE_TOUCH = 0.004
"""Half a pixel of the saliency map: nearer than that a box touches the frame."""
GOES_ON = 2.5
"""A thing so many times longer than wide goes on beyond the edge that it runs into, as a chain, a pier or a string of lamps does:
a choice."""


@dataclass(frozen=True)
class Subject:
    """The most salient region. `box`: x0, y0, x1, y1 as shares of width and height in [0, 1]; `confidence` in [0, 1].

    `contact`: how much of each side of the box (left, top, right, bottom) the region itself touches, in [0, 1].
    """

    box: tuple[float, float, float, float]
    confidence: float
    contact: tuple[float, float, float, float] = (1.0, 1.0, 1.0, 1.0)

    @property
    def centre(self) -> tuple[float, float]:
        """(x, y) of the middle of the box, in [0, 1]."""
        return (self.box[0] + self.box[2]) / 2, (self.box[1] + self.box[3]) / 2

    @property
    def area(self) -> float:
        """Share of the picture that the box covers."""
        return (self.box[2] - self.box[0]) * (self.box[3] - self.box[1])

    @property
    def touches(self) -> tuple[bool, bool, bool, bool]:
        """Which edges of the frame (left, top, right, bottom) the box reaches."""
        x0, y0, x1, y1 = self.box
        return x0 < EDGE_TOUCH, y0 < EDGE_TOUCH, 1 - x1 < EDGE_TOUCH, 1 - y1 < EDGE_TOUCH

    def runs_into(self, aspect: float) -> tuple[bool, bool, bool, bool]:
        """Which of these it runs into lengthwise, in a frame of this width over height: it goes on beyond them."""
        across, down = aspect * (self.box[2] - self.box[0]), self.box[3] - self.box[1]
        left, top, right, bottom = self.touches
        flat, upright = across >= GOES_ON * down, down >= GOES_ON * across
        return left and flat, top and upright, right and flat, bottom and upright

    def pixels(self, size_px: tuple[int, int]) -> list[int]:
        """The box [x0, y0, x1, y1] in a picture of (width, height)."""
        return [round(share * size_px[index % 2]) for index, share in enumerate(self.box)]


def find_subject(rgb: U8) -> Subject | None:
    """(H, W, 3) uint8 sRGB -> its most salient region (Otsu's threshold, heaviest connected part), None if there is none."""
    return next(iter(find_subjects(saliency_map(rgb))), None)


def find_subjects(saliency: F32) -> tuple[Subject, ...]:
    """(h, w) float32 in [0, 1] -> its salient regions, the heaviest first, at most three.

    The first is trusted as far as it stands out alone, another as far as it has the weight of the first.
    """
    emphasised = _emphasised(saliency)
    regions, cores = _regions(saliency, MOST_REGIONS), _regions(emphasised, 1)
    if not regions or not cores:
        return ()
    first = _subject(regions[0], cores[0], _confidence(saliency, emphasised, regions[0], cores[0]))
    heaviest = float(saliency[regions[0]].sum())
    others = [(region, float(saliency[region].sum()) / heaviest) for region in regions[1:]]
    return (
        first,
        *(
            Subject(_box(region), weight * first.confidence, _contact(region))
            for region, weight in others
            if weight >= SECOND_WEIGHT and region.mean() >= SMALLEST_AREA
        ),
    )


def _subject(region: Mask, core: Mask, confidence: float) -> Subject:
    whole = Subject(_box(region), confidence, _contact(region))
    return whole if whole.area <= LARGEST_BOX else Subject(_box(core), confidence, _contact(core))


def _emphasised(saliency: F32) -> F32:
    raised = 1.0 / (1.0 + np.exp(-EMPHASIS_SLOPE * (saliency - 0.5)))
    return np.asarray(raised - raised.min(), np.float32)


def _box(region: Mask) -> tuple[float, float, float, float]:
    rows, cols = np.flatnonzero(region.any(axis=1)), np.flatnonzero(region.any(axis=0))
    height, width = region.shape
    return (
        float(cols[0] / width),
        float(rows[0] / height),
        float((cols[-1] + 1) / width),
        float((rows[-1] + 1) / height),
    )


def _contact(region: Mask) -> tuple[float, float, float, float]:
    rows, cols = np.flatnonzero(region.any(axis=1)), np.flatnonzero(region.any(axis=0))
    inside = region[rows[0] : rows[-1] + 1, cols[0] : cols[-1] + 1]
    left, top, right, bottom = (float(side.mean()) for side in (inside[:, 0], inside[0], inside[:, -1], inside[-1]))
    return left, top, right, bottom


def _regions(saliency: F32, most: int) -> list[Mask]:
    """The heaviest connected parts above Otsu's threshold, at most so many, the heaviest first."""
    codes = (saliency * 255).astype(np.uint8)
    _, bright = cv2.threshold(codes, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    reach = max(3, round(CLOSING_SHARE * max(codes.shape)) | 1)
    joined = cv2.morphologyEx(bright, cv2.MORPH_CLOSE, np.ones((reach, reach), np.uint8))
    count, labels = cv2.connectedComponents(joined)
    if count < 2:
        return []
    # Label 0 is the background.
    weight = np.bincount(labels.ravel(), weights=saliency.ravel(), minlength=count)[1:]
    heaviest = 1 + np.argsort(-weight, kind="stable")[:most]
    return [np.asarray((labels == label) & (bright > 0), np.bool_) for label in heaviest]


def _confidence(saliency: F32, emphasised: F32, region: Mask, core: Mask) -> float:
    if core.mean() < SMALLEST_AREA:
        return 0.0
    share = ramp(float(emphasised[core].sum() / emphasised.sum()), TRUSTED_SHARE)
    likely = ramp(float(saliency[region].mean()), TRUSTED_MEAN)
    left, top, right, bottom = _box(region)
    band, filled = right - left >= BAND_WIDTH, (right - left) * (bottom - top) >= FILLED_AREA
    return share * likely * (BAND_TRUST if band else 1.0) * (BAND_TRUST if filled else 1.0)
