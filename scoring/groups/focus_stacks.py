"""Focus stacks: one framing, one exposure, and a sharp region that wanders through the picture frame by frame."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from scoring.groups.brightness import brightened_ev
from scoring.groups.capture_order import CaptureOrder
from scoring.groups.closeness import runs_of
from scoring.groups.exposures import same_exposure
from scoring.groups.looks import Looks
from scoring.groups.seen_photo import SeenPhoto

F32: TypeAlias = npt.NDArray[np.float32]

MOST_GAP_S = 10.0
"""A focus rail turned by hand between two frames: a choice."""
LEAST_FRAMES = 3
SAME_EXPOSURE_EV = 0.35
LEAST_AGREEMENT = 0.88
MOST_SHIFT, MOST_BREATHING = 0.04, 0.06
"""The framing stays; many lenses magnify by a few per cent as they focus nearer."""
LIVE_CODES = 8.0
"""A doubling of the detail's energy somewhere in the stack (`Glance`): less is grain and the encoder."""
LEAST_LIVE = 0.25
"""Of all tiles: where only a subject moves, fewer come to life."""
MOVED_CODES, LEAST_MOVED = 3.0, 0.06
"""From frame to frame the sharpness of so many tiles changes by so much, or the focus stands still."""
MOST_WON = 0.75
"""Of the live tiles, by the frame that wins most: the others of a burst are soft all over, those of a stack are not."""
LEAST_WON, WINNERS = 0.3, 0.5
"""Of an equal share; so many of the frames win it. One focused on the sky, or behind everything, wins nothing."""
TOLERANCE_CODES = 3.0
LEAST_STEADY = 0.92
"""Share of live tiles that come into focus once and go out of it once."""
MOST_ROUGH, MOST_ROUGH_OF_THREE = 0.34, 0.25
"""How far apart in the stack neighbouring tiles are sharpest, over how far apart any two are: the focal plane has no holes.
Planted stacks: .29 at the 98th percentile; of bursts, whose frames differ by blur and noise, one in fifty lies below .29."""
SAME_BRIGHTNESS_EV = 0.4
"""As seen; the frames of a bracket without EXIF differ more, and a brighter frame has more detail to show."""
LONGEST = 60
"""Frames looked at as one stack."""


def find_focus_stacks(
    photos: Sequence[SeenPhoto], order: CaptureOrder, looks: Looks, kept: np.ndarray
) -> list[tuple[int, ...]]:
    """The focus stacks among the photos of `kept` (N,), each whole."""
    found = []
    for run in runs_of(order, kept, MOST_GAP_S):
        if len(run) >= LEAST_FRAMES:
            found += _stacks_of(photos, looks, run.tolist())
    return found


def _stacks_of(photos: Sequence[SeenPhoto], looks: Looks, run: Sequence[int]) -> list[tuple[int, ...]]:
    codes = [_codes(looks, at) for at in run]
    goes_on = [
        _focus_moved(*pair) and _same_light(photos, looks, *photo_pair)
        for pair, photo_pair in zip(pairwise(codes), pairwise(run), strict=True)
    ]
    found, start = [], 0
    while start <= len(run) - LEAST_FRAMES:
        length = next((step for step, on in enumerate(goes_on[start:]) if not on), len(goes_on) - start) + 1
        part = slice(start, start + length)
        size = _size_of_stack(looks, run[part], codes[part]) if length >= LEAST_FRAMES else 0
        if size:
            found.append(tuple(run[start : start + size]))
        start += size or (1 if length >= LEAST_FRAMES else length)
    return found


def _codes(looks: Looks, at: int) -> F32 | None:
    glance = looks.glance(at)
    return None if glance is None else glance.sharpness.astype(np.float32)


def _focus_moved(one: F32 | None, other: F32 | None) -> bool:
    if one is None or other is None or one.shape != other.shape:
        return False
    return float((np.abs(one - other) >= MOVED_CODES).mean()) >= LEAST_MOVED


def _same_light(photos: Sequence[SeenPhoto], looks: Looks, one: int, other: int) -> bool:
    if not same_exposure(photos[one].exif, photos[other].exif, SAME_EXPOSURE_EV):
        return False
    glances = looks.glance(one), looks.glance(other)
    if glances[0] is None or glances[1] is None:
        return False
    brighter_ev = brightened_ev(glances[0].grey, glances[1].grey)
    return brighter_ev is None or abs(brighter_ev) <= SAME_BRIGHTNESS_EV


def _size_of_stack(looks: Looks, run: Sequence[int], codes: Sequence[F32 | None]) -> int:
    """How many photos from the first on are one stack, the longest; 0 for none."""
    known = np.array([part for part in codes[:LONGEST] if part is not None])
    longest = 0
    for size in range(LEAST_FRAMES, len(known) + 1):
        stack = known[:size]
        if focus_wanders(stack):
            longest = size
        elif not _may_still_wander(stack):
            break  # where focus came back once, more frames do not mend it
    return longest if longest and _framing_stays(looks, run[:longest]) else 0


def _may_still_wander(stack: F32) -> bool:
    live = np.ptp(stack, axis=0) >= LIVE_CODES
    return live.mean() < LEAST_LIVE or _steady_share(stack[:, live]) >= LEAST_STEADY


def _framing_stays(looks: Looks, run: Sequence[int]) -> bool:
    for one, other in pairwise(run):
        framing = looks.framing(one, other)
        if framing is None or framing.agreement < LEAST_AGREEMENT:
            return False
        if max(map(abs, framing.shift)) > MOST_SHIFT or abs(framing.zoom - 1) > MOST_BREATHING:
            return False
    return True


def focus_wanders(codes: F32) -> bool:
    """(n, rows, cols) float32 sharpness codes, frame by frame: whether the sharp region wanders through the frames."""
    live = np.ptp(codes, axis=0) >= LIVE_CODES
    if live.mean() < LEAST_LIVE:
        return False
    sharpest = codes.argmax(axis=0)
    won = np.bincount(sharpest[live], minlength=len(codes)) / live.sum()
    winners = np.count_nonzero(won >= LEAST_WON / len(codes))
    if won.max() > MOST_WON or winners < max(2.0, WINNERS * len(codes)):
        return False
    most_rough = MOST_ROUGH if len(codes) > LEAST_FRAMES else MOST_ROUGH_OF_THREE
    return _steady_share(codes[:, live]) >= LEAST_STEADY and _roughness(sharpest, live) <= most_rough


def _steady_share(codes: F32) -> float:
    """(n, tiles): share of tiles that rise to their sharpest frame and fall from it."""
    peak = codes.argmax(axis=0)
    rises = np.diff(codes, axis=0)
    before = np.arange(len(rises))[:, None] < peak[None, :]
    return float((np.where(before, rises, -rises) >= -TOLERANCE_CODES).all(axis=0).mean())


def _roughness(sharpest: npt.NDArray[np.int64], live: npt.NDArray[np.bool_]) -> float:
    """How far apart neighbouring live tiles are sharpest, over how far apart any two live tiles are."""
    down = np.abs(np.diff(sharpest, axis=0))[live[1:] & live[:-1]]
    right = np.abs(np.diff(sharpest, axis=1))[live[:, 1:] & live[:, :-1]]
    beside = np.concatenate([down, right])
    any_two = np.abs(sharpest[live][:, None] - sharpest[live][None, :]).mean()
    return float(beside.mean() / any_two) if len(beside) and any_two > 0 else 1.0
