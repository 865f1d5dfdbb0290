"""Focus stacks: one framing, one exposure, and a sharp region that wanders through the picture frame by frame."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from scoring.groups.capture_order import CaptureOrder, Ints
from scoring.groups.closeness import runs_of
from scoring.groups.exposures import same_exposure
from scoring.groups.looks import Looks
from scoring.groups.seen_photo import SeenPhoto

MOST_GAP_S = 10.0
"""A focus rail turned by hand between two frames: a choice."""
LEAST_FRAMES = 3
SAME_EXPOSURE_EV = 0.35
LEAST_AGREEMENT = 0.88
MOST_SHIFT, MOST_BREATHING = 0.04, 0.06
"""The framing stays; many lenses magnify by a few per cent as they focus nearer."""
LIVE_CODES = 8.0
"""A doubling of the detail's energy somewhere in the stack (`Glance`): less is grain and the encoder."""
LEAST_LIVE = 0.3
"""Of all tiles: where only a subject moves, fewer come to life."""
LEAST_WON = 0.4
"""Of an equal share of the live tiles, what each frame must be the sharpest in: a frame that is soft all over wins nothing."""
TOLERANCE_CODES = 3.0
LEAST_STEADY = 0.75
"""Share of live tiles that come into focus once and go out of it once."""
LEAST_NEIGHBOURLY = 0.6
"""Share of neighbouring live tiles that are sharpest within one frame of each other (of a third of the stack, where it is long)."""


def find_focus_stacks(
    photos: Sequence[SeenPhoto], order: CaptureOrder, looks: Looks, kept: np.ndarray
) -> list[tuple[int, ...]]:
    """The focus stacks among the photos of `kept` (N,), each whole."""
    found = []
    for run in runs_of(order, kept, MOST_GAP_S):
        codes = [None if (glance := looks.glance(at)) is None else glance.sharpness for at in run.tolist()]
        start = 0
        while start <= len(run) - LEAST_FRAMES:
            size = _size_at(photos, looks, run[start:], codes[start:])
            if size:
                found.append(tuple(run[start : start + size].tolist()))
            start += size or 1
    return found


def _size_at(photos: Sequence[SeenPhoto], looks: Looks, run: Ints, codes: Sequence[np.ndarray | None]) -> int:
    """How many photos from the first on are one stack; 0 for none."""
    size = 1
    best = 0
    while size < len(run) and _could_follow(photos, int(run[size - 1]), int(run[size]), codes[size - 1], codes[size]):
        size += 1
        stack = np.stack([part for part in codes[:size] if part is not None]).astype(np.float32)
        if size >= LEAST_FRAMES and focus_wanders(stack):
            best = size
        elif size >= LEAST_FRAMES + 1 and not best:
            break
    while best >= LEAST_FRAMES and not _framing_stays(looks, run[:best]):
        best = 0
    return best


def _could_follow(
    photos: Sequence[SeenPhoto], one: int, other: int, codes: np.ndarray | None, others: np.ndarray | None
) -> bool:
    if codes is None or others is None or codes.shape != others.shape:
        return False
    return same_exposure(photos[one].exif, photos[other].exif, SAME_EXPOSURE_EV)


def _framing_stays(looks: Looks, run: Ints) -> bool:
    for one, other in zip(run.tolist(), run[1:].tolist(), strict=False):
        framing = looks.framing(one, other)
        if framing is None or framing.agreement < LEAST_AGREEMENT:
            return False
        if max(map(abs, framing.shift)) > MOST_SHIFT or abs(framing.zoom - 1) > MOST_BREATHING:
            return False
    return True


def focus_wanders(codes: np.ndarray) -> bool:
    """(n, rows, cols) float32 sharpness codes, frame by frame: whether the sharp region wanders through all frames."""
    frames = len(codes)
    live = np.ptp(codes, axis=0) >= LIVE_CODES
    if live.mean() < LEAST_LIVE:
        return False
    sharpest = codes.argmax(axis=0)
    won = np.bincount(sharpest[live], minlength=frames) / live.sum()
    if won.min() < LEAST_WON / frames:
        return False
    return (
        _steady_share(codes[:, live]) >= LEAST_STEADY
        and _neighbourly_share(sharpest, live, frames) >= LEAST_NEIGHBOURLY
    )


def _steady_share(codes: np.ndarray) -> float:
    """(n, tiles): share of tiles that rise to their sharpest frame and fall from it."""
    peak = codes.argmax(axis=0)
    rises = np.diff(codes, axis=0)
    before = np.arange(len(rises))[:, None] < peak[None, :]
    return float((np.where(before, rises, -rises) >= -TOLERANCE_CODES).all(axis=0).mean())


def _neighbourly_share(sharpest: np.ndarray, live: np.ndarray, frames: int) -> float:
    near = max(1, frames // 3)
    pairs = [
        (
            np.abs(np.diff(sharpest, axis=axis)) <= near,
            live.take(range(1, live.shape[axis]), axis) & live.take(range(live.shape[axis] - 1), axis),
        )
        for axis in (0, 1)
    ]
    both = sum(int(alive.sum()) for _, alive in pairs)
    return sum(int((close & alive).sum()) for close, alive in pairs) / both if both else 0.0
