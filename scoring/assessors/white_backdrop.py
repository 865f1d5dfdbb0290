"""A white backdrop: nearly white ground that reaches most of the frame's border, and what stands before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from scoring.assessors.tones import mean_lightness_ev
from scoring.clipping import BLOWN_CODE
from scoring.frame import F32, U8, Frame, extremes
from scoring.ramp import ramp

PAPER_CODE = 240
"""White paper reflects 85 to 90 %: where a grey card is code 118, it is 237 to 243 (IEC 61966-2-1)."""
FILLS = (0.15, 0.30)
"""It fills a good part of the frame (P-IEANet's product rule allows about 40 %) ..."""
BORDER = (0.4, 0.7)
"""... reaches most of its border, unlike a blown subject, ..."""
LEAVES = (0.15, 0.30)
"""... leaves as much to what stands before it, ..."""
LEAVES_ONE_THING = (0.005, 0.02)
"""... or little, if that is one thing: the smallest that is taken for a subject covers 0.2 %, a moon 1.9 %; ..."""
ONE_THING = (0.6, 0.9)
"""(how much of what is not backdrop hangs together: cut-outs of 16 camera photos 0.97 and more, even of a blown sky), ..."""
BEFORE_EV = (0.5, 1.0)
"""... and that is of normal brightness: 16 camera photos cut out on white measured up to 0.6, fifteen BIQ2021 photos with blown
surroundings mostly above 1.0. Of 190 ordinary photos re-exposed by +2 EV 15 pass for one."""

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class WhiteBackdrop:
    """`mask`: (h, w) bool of the thumbnail, the nearly white ground that is joined to the border, backdrop or not; none where
    there is too little of it."""

    mask: Mask
    evidence: float
    """How much it looks like a backdrop, in [0, 1]."""
    before_ev: float
    """Like `Tones.mid_ev`, of what is neither that ground nor blown."""
    white: float
    """Part of the frame that is this ground, blown in all channels ..."""
    highlights: float
    """... and in any."""

    @property
    def fills(self) -> float:
        """Part of the frame."""
        return float(self.mask.mean())

    def mask_at(self, shape: tuple[int, ...]) -> Mask:
        """The mask at (h, w), its rim included: pixels that are partly ground."""
        grown = _grown(self.mask).astype(np.uint8)
        return np.asarray(cv2.resize(grown, (shape[1], shape[0]), interpolation=cv2.INTER_NEAREST) > 0)


def find_white_backdrop(frame: Frame, luminance: F32) -> WhiteBackdrop:
    """Of `frame`; `luminance` is its thumbnail's, (h, w) relative."""
    _, dimmest = extremes(*cv2.split(frame.thumbnail))
    mask = _ground(dimmest)
    before = ~mask & (dimmest < BLOWN_CODE)
    if not mask.any():
        return WhiteBackdrop(mask, 0.0, mean_lightness_ev(luminance[before]), 0.0, 0.0)
    inside = before & ~_grown(mask)
    # Pixels of the rim are partly ground; of something as thin as wire they are all there is.
    before_ev = mean_lightness_ev(
        luminance[inside if 2 * np.count_nonzero(inside) >= np.count_nonzero(before) else before]
    )
    sure = max(0.0 if frame.subject is None else frame.subject.confidence, ramp(_togetherness(~mask), ONE_THING))
    leaves = max(ramp(float(before.mean()), LEAVES), sure * ramp(float(before.mean()), LEAVES_ONE_THING))
    looks = ramp(float(mask.mean()), FILLS) * ramp(float(_border(mask).mean()), BORDER) * leaves
    ground = WhiteBackdrop(mask, looks * (1.0 - ramp(before_ev, BEFORE_EV)), before_ev, 0.0, 0.0)
    return ground if ground.evidence == 0.0 else _with_blown(ground, *frame.sampled_extremes)


def _with_blown(ground: WhiteBackdrop, brightest: U8, dimmest: U8) -> WhiteBackdrop:
    mask = ground.mask_at(dimmest.shape)
    white, highlights = (float(((plane >= BLOWN_CODE) & mask).mean()) for plane in (dimmest, brightest))
    return WhiteBackdrop(ground.mask, ground.evidence, ground.before_ev, white, highlights)


def _grown(mask: Mask) -> Mask:
    """By a pixel."""
    return np.asarray(cv2.dilate(mask.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0)


def _ground(dimmest: U8) -> Mask:
    """What is nearly white and joined to the border; nothing where that is too little for a backdrop."""
    mask = np.asarray(dimmest >= PAPER_CODE)
    if mask.mean() < FILLS[0]:
        return np.zeros_like(mask)
    _, labels = cv2.connectedComponents(mask.astype(np.uint8))
    touching = _border(labels)
    joined = np.zeros(labels.max() + 1, np.bool_)
    joined[touching] = True
    joined[0] = False
    return np.asarray(joined[labels])


def _togetherness(mask: Mask) -> float:
    """Share of its largest connected part."""
    if not mask.any():
        return 0.0
    _, _, parts, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8))
    return float(parts[1:, cv2.CC_STAT_AREA].max() / np.count_nonzero(mask))


def _border(plane: npt.NDArray[Any]) -> npt.NDArray[Any]:
    return np.concatenate([plane[0], plane[-1], plane[:, 0], plane[:, -1]])
