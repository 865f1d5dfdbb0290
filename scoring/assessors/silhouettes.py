"""Whether a black foreground stands before a lit background: hills, roofs or trees before an evening sky."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from scoring.assessors.tones import DEEP_SHADOW_LUMINANCE, cie_lightness
from scoring.frame import F32
from scoring.quantile import median, quantiles
from scoring.srgb import SRGB_TO_LINEAR

Mask = npt.NDArray[np.bool_]

BLACK_LUMINANCE, LIT_LUMINANCE = 0.02, 0.05
"""Under three stops below mid-grey only a first suggestion of texture is left (zone II); two stops below it is open shade
(zone III; Adams, The Negative, 1981)."""
BLACK_MEDIAN, LIT_MEDIAN = 0.01, 0.12
"""The one is blacker than that as a whole, the other about mid-grey or brighter."""
LEAST_BLACK = 0.08
"""Share of the frame: less is a dark strip."""
SPANS = 0.9
"""The black covers the bottom of the frame and the light its top: else it is a dark thing in good light."""
MOST_BETWEEN = 0.03
"""Share of the frame that is neither: with more (a face, lamps, leaves) the dark is clothes or shade, and no silhouette."""
MOST_DETAIL = 4.5
"""Standard deviation of CIE lightness in the black; dark wood and cloth show more."""
LEAST_OUTLINE = 0.4
"""Part of the black's outline that borders on light at once. With all these limits four of 2,400 BIQ2021 and 16 camera photos
passed, each of them a black skyline before an evening sky."""
PLAIN_CODES = 15.0
"""8-bit codes between the fifth and the ninety-fifth percent of what is black, a pixel inside its outline: of 53 dark things before
light in 4,200 BIQ2021 photos five have less and are as black as `DEEP_SHADOW_LUMINANCE`, three skylines and two people, each a
silhouette to the eye (8 to 14); microwaves, statues, clothes, tiles of a roof and houses at dusk have 16 to 32."""


@dataclass(frozen=True, slots=True)
class Foreground:
    """What is dark before light. `share` of the frame, 0 where that is not sure; `black`: without texture."""

    share: float
    black: bool


NO_FOREGROUND = Foreground(0.0, black=False)


def find_silhouettes(luminance: F32) -> float:
    """(h, w) float32 relative luminance of a thumbnail -> share of the frame that is silhouettes; 0 where that is not sure."""
    foreground = find_dark_foreground(luminance)
    return foreground.share if foreground.black else 0.0


def find_dark_foreground(luminance: F32) -> Foreground:
    """The same of a thumbnail's dark foreground, be it black or with walls and windows still to see."""
    if np.count_nonzero(luminance[-1] < BLACK_LUMINANCE) < SPANS * luminance.shape[1]:
        return NO_FOREGROUND
    smooth = np.asarray(cv2.GaussianBlur(luminance, (0, 0), 1.0), np.float32)
    black = _joined_to(-1, smooth < BLACK_LUMINANCE)
    lit = _joined_to(0, smooth > LIT_LUMINANCE)
    if not (_spans(black[-1]) and _spans(lit[0]) and black.mean() >= LEAST_BLACK):
        return NO_FOREGROUND
    plain = (
        median(luminance[black]) <= BLACK_MEDIAN
        and median(luminance[lit]) >= LIT_MEDIAN
        and 1.0 - black.mean() - lit.mean() <= MOST_BETWEEN
        and float(cie_lightness(luminance[black]).std()) <= MOST_DETAIL
        and _outline_share(black, lit) >= LEAST_OUTLINE
    )
    return Foreground(float(black.mean()), black=is_plain_black(luminance, black)) if plain else NO_FOREGROUND


def is_plain_black(luminance: F32, dark: Mask) -> bool:
    """(h, w) float32 relative luminance of a thumbnail and a dark part of it -> whether that is black and shows nothing inside."""
    inside = luminance[cv2.erode(dark.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0]
    if not inside.size:
        return False
    darkest, middle, brightest = quantiles(inside, 0.05, 0.5, 0.95)
    if middle > DEEP_SHADOW_LUMINANCE:
        return False
    least, most = np.searchsorted(SRGB_TO_LINEAR, (darkest, brightest))
    return float(most - least) <= PLAIN_CODES


def _joined_to(row: int, mask: Mask) -> Mask:
    """The part of the mask that is connected to this row."""
    parts, labels = cv2.connectedComponents(mask.astype(np.uint8))
    is_touched = np.bincount(labels[row], minlength=parts) > 0
    is_touched[0] = False  # what is not of the mask
    return np.asarray(is_touched[labels], np.bool_)


def _spans(row: Mask) -> bool:
    return bool(row.mean() >= SPANS)


def _outline_share(black: Mask, lit: Mask) -> float:
    grown = cv2.dilate(black.astype(np.uint8), np.ones((7, 7), np.uint8)) > 0
    outline = grown & ~black
    return float(lit[outline].mean()) if outline.any() else 0.0
