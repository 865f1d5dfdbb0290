"""Panoramas: frames that step steadily in one direction over one scene, each overlapping the one before."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from scoring.groups.capture_order import CaptureOrder, Ints
from scoring.groups.closeness import runs_of
from scoring.groups.exposures import same_exposure
from scoring.groups.framing import Framing
from scoring.groups.looks import Looks
from scoring.groups.seen_photo import SeenPhoto

MOST_GAP_S = 15.0
LEAST_GAP_S = 0.25
"""A hand that turns the camera and holds it still takes longer; who follows a moving subject shoots faster."""
LEAST_FRAMES = 3
SAME_EXPOSURE_EV = 1.0
LEAST_STEP, MOST_STEP = 0.13, 0.68
"""Of the frame's own edge along the way."""
MOST_ASIDE = 0.15
"""Of the frame's long edge, across the way: hands sink."""
MOST_ZOOM, MOST_TURN_DEG = 0.12, 6.0
LEAST_AGREEMENT, LEAST_MEAN_AGREEMENT = 0.45, 0.6
LEAST_COSINE, MOST_COSINE = 0.4, 0.985
MOST_UNEVEN = 2.5
"""The widest step over the narrowest."""
LEAST_DRIFT = 0.5
"""Of a frame, from the first to the last: what counts is how far it goes in all, not one step (facet, pull request 91)."""


def find_panoramas(
    photos: Sequence[SeenPhoto], order: CaptureOrder, looks: Looks, kept: np.ndarray
) -> list[tuple[int, ...]]:
    """The panoramas among the photos of `kept` (N,), each whole."""
    found = []
    for run in runs_of(order, kept, MOST_GAP_S):
        if len(run) < LEAST_FRAMES:
            continue
        cosines = looks.cosines(run[:-1], run[1:])
        could = (cosines >= LEAST_COSINE) & (cosines <= MOST_COSINE) & ~_too_fast(order, run)
        start = 0
        while start <= len(run) - LEAST_FRAMES:
            size = _size_at(photos, looks, run[start:], could[start:])
            if size:
                found.append(tuple(run[start : start + size].tolist()))
            start += size or 1
    return found


def _too_fast(order: CaptureOrder, run: Ints) -> np.ndarray:
    gaps_s = order.gaps_s(run[:-1], run[1:])
    return np.asarray((order.step_s[run[:-1]] == 0) & (gaps_s < LEAST_GAP_S))


def _size_at(photos: Sequence[SeenPhoto], looks: Looks, run: Ints, could: np.ndarray) -> int:
    """How many photos from the first on are one panorama; 0 for none."""
    if not could[: LEAST_FRAMES - 1].all():
        return 0
    steps: list[tuple[float, float]] = []
    sweeps: list[Framing] = []
    for at, (one, other) in enumerate(zip(run.tolist(), run[1:].tolist(), strict=False)):
        framing = _swept(looks, one, other, sweeps) if could[at] else None
        if framing is None or not same_exposure(photos[one].exif, photos[other].exif, SAME_EXPOSURE_EV):
            break
        step = _step(framing, photos[one].size_px)
        if step is None or not _goes_on(steps, step):
            break
        steps.append(step)
        sweeps.append(framing)
    drift = abs(sum(right + down for right, down in steps))
    if len(steps) < LEAST_FRAMES - 1 or drift < LEAST_DRIFT or _mean_agreement(sweeps) < LEAST_MEAN_AGREEMENT:
        return 0
    return len(steps) + 1


def _swept(looks: Looks, one: int, other: int, sweeps: Sequence[Framing]) -> Framing | None:
    if looks.stays(one, other):
        return None
    return looks.sweep(one, other, sweeps[-1].shift if sweeps else None)


def _mean_agreement(sweeps: Sequence[Framing]) -> float:
    return sum(framing.agreement for framing in sweeps) / len(sweeps)


def _step(framing: Framing, size_px: tuple[int, int]) -> tuple[float, float] | None:
    """(right, down) in shares of the frame's width and height, one of them 0; None where it is no step of a panorama."""
    if (
        framing.agreement < LEAST_AGREEMENT
        or abs(np.log(framing.zoom)) > MOST_ZOOM
        or abs(framing.turn_deg) > MOST_TURN_DEG
    ):
        return None
    right, down = framing.shift
    if min(abs(right), abs(down)) > MOST_ASIDE:
        return None
    width, height = (edge / max(size_px) for edge in size_px)
    step = (right / width, 0.0) if abs(right) >= abs(down) else (0.0, down / height)
    return step if LEAST_STEP <= abs(sum(step)) <= MOST_STEP else None


def _goes_on(steps: Sequence[tuple[float, float]], step: tuple[float, float]) -> bool:
    """Whether the step has the direction and about the length of those before."""
    if not steps:
        return True
    if any(before[0] * step[0] + before[1] * step[1] <= 0 for before in steps):
        return False
    lengths = [abs(sum(one)) for one in (*steps, step)]
    return max(lengths) <= MOST_UNEVEN * min(lengths)
