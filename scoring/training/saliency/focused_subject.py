"""Which photos tell their subject by what is sharp, and its mask: shallow depth of field is the photographer's own pointing."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from scoring.training.saliency.fine_detail import fine_detail
from scoring.training.saliency.outline import closed, outlined, round_brush

U8 = npt.NDArray[np.uint8]
F32 = npt.NDArray[np.float32]

SEEN_PX = 512
"""Long edge at which focus is looked for: BIQ2021's own."""
MASK_PX = 256
"""Long edge at which outlines are drawn: they are taught at a fifth of that."""
SPREAD_PX = 8.0
"""Detail this far apart is of one thing."""
DENSE = 0.28
"""Density of detail from which a place is in focus (looked at, on contact sheets)."""
GAP_PX = 41
"""Smooth places so wide between detail are of the thing."""
BESIDE = 0.25
"""Another sharp region is of the subject if it has so much of the heaviest one's detail."""

AREA = (0.03, 0.45)
"""Shares of the frame: less is a speck, more is a view. These and all rules below were chosen by looking at contact sheets of
training photos, until about nine in ten masks lay on what the photo is of."""
LEAST_MAIN = 0.6
"""Share of all detail that the heaviest region must hold: otherwise detail is everywhere."""
MOST_RIM = 0.30
"""Share of the frame's rim that the mask may cover."""
SIDE_TOUCHED = 0.02
"""Share of a side from which the mask touches it. A mask from the left to the right side is a horizon, not a thing, and one
at three sides is the ground."""
WIDEST = 0.95
LEAST_CONTRAST = 4.5
"""Mean detail inside over outside."""
OUTSIDE_QUANTILE, MOST_OUTSIDE = 0.95, 0.30
"""This quantile of detail outside may be so much of the strongest in the photo: nothing else is sharp."""
RIM_PX, LEAST_OUTSIDE = 13, 0.2
"""Across the mask's rim blur and subject mix, so that what is outside begins beyond it; a frame must have so much of that."""
LEAST_AGREEMENT = 0.55
"""Overlap of the mask with the region of detail: otherwise colours have led it away."""
LEAST_SOLID = 0.5
"""Share of its convex hull: ropes and scribbles outline no thing."""


def focused_subject(rgb: U8) -> U8 | None:
    """(H, W, 3) uint8 sRGB, as large as the photographer published it -> (h, w) uint8 0 or 1, long edge 256 px, 1 = the subject;
    None where focus does not tell it."""
    picture = _at(rgb, SEEN_PX)
    detail = fine_detail(picture)
    if detail is None:
        return None
    density = np.asarray(cv2.GaussianBlur(detail, (0, 0), SPREAD_PX), np.float32)
    region, main = _in_focus(density, detail)
    if main < LEAST_MAIN or not AREA[0] / 2 <= region.mean() <= 1.5 * AREA[1]:
        return None
    small = _at(picture, MASK_PX)
    size = (small.shape[1], small.shape[0])
    seed, thick, sharp = (cv2.resize(plane, size, interpolation=cv2.INTER_AREA) for plane in (region, density, detail))
    mask = outlined(small, np.asarray(seed, np.uint8), np.asarray(thick, np.float32))
    fits = mask is not None and _is_a_thing(mask) and _stands_out(mask, np.asarray(seed, np.uint8), np.asarray(sharp))
    return mask if fits else None


def _at(rgb: U8, long_edge_px: int) -> U8:
    scale = long_edge_px / max(rgb.shape[:2])
    if scale == 1.0:
        return rgb
    size = (max(1, round(rgb.shape[1] * scale)), max(1, round(rgb.shape[0] * scale)))
    return np.asarray(cv2.resize(rgb, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC), np.uint8)


def _in_focus(density: F32, detail: F32) -> tuple[U8, float]:
    """The region in focus, (H, W) 0 or 1, and the share of all detail that its heaviest part holds."""
    joined = closed((density > DENSE).astype(np.uint8), GAP_PX)
    count, labels = cv2.connectedComponents(joined)
    if count < 2:
        return joined, 0.0
    weight = np.bincount(labels.ravel(), weights=detail.ravel().astype(np.float64), minlength=count)
    weight[0] = 0.0  # the ground
    heaviest = float(weight.max())
    return np.asarray((weight > BESIDE * heaviest)[labels], np.uint8), heaviest / float(detail.sum(dtype=np.float64))


def _is_a_thing(mask: U8) -> bool:
    """Whether the mask is compact and no view, horizon or ground."""
    sides = [float(side.mean()) for side in (mask[0], mask[-1], mask[:, 0], mask[:, -1])]
    touched = [side > SIDE_TOUCHED for side in sides]
    rim = float(np.concatenate([mask[0], mask[-1], mask[:, 0], mask[:, -1]]).mean())
    width = cv2.boundingRect(mask)[2] / mask.shape[1]
    return (
        AREA[0] <= mask.mean() <= AREA[1]
        and rim <= MOST_RIM
        and sum(touched) <= 2
        and not (touched[2] and touched[3])
        and width < WIDEST
        and _solidity(mask) >= LEAST_SOLID
    )


def _solidity(mask: U8) -> float:
    outlines, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    hull = cv2.convexHull(np.concatenate(outlines))
    return float(mask.sum() / max(cv2.contourArea(hull), 1.0))


def _stands_out(mask: U8, seed: U8, sharp: npt.NDArray[np.floating]) -> bool:
    """Whether the mask is what is sharp, and nothing else is."""
    outside = cv2.dilate(mask, round_brush(RIM_PX)) == 0
    if outside.mean() < LEAST_OUTSIDE:
        return False
    beyond = sharp[outside]
    agreement = int(np.count_nonzero(mask & seed)) / max(int(np.count_nonzero(mask | seed)), 1)
    contrast = float(sharp[mask > 0].mean()) / max(float(beyond.mean()), 0.01)
    return bool(
        agreement >= LEAST_AGREEMENT
        and contrast >= LEAST_CONTRAST
        and float(np.quantile(beyond, OUTSIDE_QUANTILE)) <= MOST_OUTSIDE
    )
