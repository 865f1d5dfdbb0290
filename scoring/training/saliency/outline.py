"""The outline of a thing whose detail is known: smooth parts belong to it where their colours do (GrabCut)."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

U8 = npt.NDArray[np.uint8]
F32 = npt.NDArray[np.float32]

ROUNDS = 4
"""Of GrabCut (Rother, Kolmogorov & Blake 2004): their figure 4 shows it settled by then."""
SURE = 0.4
"""Density of detail from which a place is surely of the thing (looked at, on contact sheets)."""
MARGIN_SHARE = 0.04
"""Of the long edge: farther than this from all its detail, nothing is of the thing."""
LEAST_PART = 0.15
"""A part smaller than this share of the largest is a crumb."""
BAY_SHARE = 0.15
"""Bays so wide, as a share of the shorter side of its box, belong to the thing: a smooth cheek, a shirt."""


def outlined(rgb: U8, seed: U8, density: F32) -> U8 | None:
    """(h, w, 3) uint8 sRGB, (h, w) 0 or 1 where the thing roughly is, and its density of detail -> (h, w) 0 or 1, its
    outline; None where the colours of thing and ground cannot be told apart."""
    margin = max(3, round(MARGIN_SHARE * max(seed.shape)))
    guess = np.where(seed > 0, cv2.GC_PR_FGD, cv2.GC_PR_BGD).astype(np.uint8)
    guess[(cv2.erode(seed, np.ones((5, 5), np.uint8)) > 0) & (density > SURE)] = cv2.GC_FGD
    guess[cv2.dilate(seed, round_brush(2 * margin + 1)) == 0] = cv2.GC_BGD
    if not (_is_thing(guess).any() and (~_is_thing(guess)).any()):
        return None
    # Its clusters begin at random.
    cv2.setRNGSeed(0)
    cv2.grabCut(rgb, guess, None, np.zeros((1, 65)), np.zeros((1, 65)), ROUNDS, cv2.GC_INIT_WITH_MASK)  # type: ignore[call-overload]
    clean = cv2.morphologyEx(_is_thing(guess).astype(np.uint8), cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    return _whole(_large_parts(np.asarray(clean, np.uint8)))


def round_brush(across_px: int) -> U8:
    """A disc for morphology."""
    return np.asarray(cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (across_px, across_px)), np.uint8)


def closed(mask: U8, across_px: int) -> U8:
    """Bays and gaps bridged that a disc of this size cannot enter, and all holes filled; the frame's edge is no shore."""
    room = across_px
    wide = cv2.copyMakeBorder(mask, room, room, room, room, cv2.BORDER_CONSTANT, value=0)
    bridged = cv2.morphologyEx(wide, cv2.MORPH_CLOSE, round_brush(across_px))[room:-room, room:-room]
    ground = np.ascontiguousarray(1 - bridged)
    count, labels, facts, _ = cv2.connectedComponentsWithStats(ground, connectivity=4)
    x, y, width, height, _ = facts.T
    enclosed = (x > 0) & (y > 0) & (x + width < mask.shape[1]) & (y + height < mask.shape[0])
    enclosed[0] = False  # what is not ground
    return np.asarray(bridged | enclosed[labels] if count > 1 else bridged, np.uint8)


def _large_parts(mask: U8) -> U8 | None:
    count, labels, facts, _ = cv2.connectedComponentsWithStats(mask)
    if count < 2:
        return None
    area = facts[:, cv2.CC_STAT_AREA].copy()
    area[0] = 0
    return np.asarray((area > LEAST_PART * area.max())[labels], np.uint8)


def _whole(mask: U8 | None) -> U8 | None:
    if mask is None:
        return None
    _, _, width, height = cv2.boundingRect(mask)
    return closed(mask, max(3, round(BAY_SHARE * min(width, height))) | 1)


def _is_thing(guess: U8) -> npt.NDArray[np.bool_]:
    return np.asarray((guess == cv2.GC_FGD) | (guess == cv2.GC_PR_FGD), np.bool_)
