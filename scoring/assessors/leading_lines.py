"""Leading lines: strokes from several sides that run towards the subject, more of them than chance would send there."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scoring.assessors.strokes import Strokes
from scoring.ramp import ramp
from scoring.subject import Subject

F64 = npt.NDArray[np.float64]

SHORTEST = 0.08
"""Share of the long edge: shorter strokes lead nowhere."""
CORE = 0.25
"""A line leads to the subject if it passes its middle by at most this share of its narrower side: half of the way out."""
FEWEST = 3
"""Two directions always meet somewhere."""
SAME_DIRECTION_DEG = 8.0
"""Lines that come to the subject within this of one another are one: a thick line has two edges."""
SIDES_DEG = 30.0
"""They come from directions this far apart, or they are one bundle."""
BEYOND_CHANCE = (2.0, 4.0)
"""Deviations above the number that would point there by chance at which they start to count, and do:
at two, one photo in forty has them by accident (normal approximation)."""


@dataclass(frozen=True)
class LeadingLines:
    """`ends`: (n, 4) x0, y0, x1, y1 in pixels of the small copy; `strength` in [0, 1], 0 without such lines."""

    ends: F64
    strength: float


NO_LINES = LeadingLines(np.zeros((0, 4)), 0.0)


def find_leading_lines(slopes: Strokes, subject: Subject | None, size_px: tuple[int, int]) -> LeadingLines:
    """The strokes outside the subject's box that point at its middle, against lines of random directions in their places."""
    if subject is None:
        return NO_LINES
    ends = _outside(slopes.ends, subject, size_px)
    middle = np.array(subject.centre) * size_px
    width, height = (subject.box[2] - subject.box[0]) * size_px[0], (subject.box[3] - subject.box[1]) * size_px[1]
    reach = CORE * min(width, height)
    away = (ends[:, :2] + ends[:, 2:]) / 2 - middle
    along = ends[:, 2:] - ends[:, :2]
    distance = np.hypot(away[:, 0], away[:, 1])
    misses = np.abs(along[:, 0] * away[:, 1] - along[:, 1] * away[:, 0]) / np.hypot(along[:, 0], along[:, 1])
    leads = misses <= reach
    gaps = _gaps_deg(away[leads])
    if (gaps > SAME_DIRECTION_DEG).sum() < FEWEST or 360.0 - gaps.max() < SIDES_DEG:
        return NO_LINES
    chance = np.arcsin(np.minimum(1.0, reach / np.maximum(distance, 1e-6))) * 2 / np.pi
    surplus = float((leads.sum() - chance.sum()) / np.sqrt(max((chance * (1.0 - chance)).sum(), 1e-6)))
    return LeadingLines(ends[leads], ramp(surplus, BEYOND_CHANCE)) if surplus > BEYOND_CHANCE[0] else NO_LINES


def _outside(ends: F64, subject: Subject, size_px: tuple[int, int]) -> F64:
    """Those long enough with both ends outside the box."""
    share = ends / np.array([*size_px, *size_px])
    x0, y0, x1, y1 = subject.box
    inside = [
        (share[:, at] > x0) & (share[:, at] < x1) & (share[:, at + 1] > y0) & (share[:, at + 1] < y1) for at in (0, 2)
    ]
    length = np.hypot(ends[:, 2] - ends[:, 0], ends[:, 3] - ends[:, 1])
    return np.asarray(ends[~inside[0] & ~inside[1] & (length >= SHORTEST * max(size_px))], np.float64)


def _gaps_deg(away: F64) -> F64:
    """(n,) the gaps between the directions in which the lines lie, all the way round; 360 = one direction alone."""
    angle = np.sort(np.degrees(np.arctan2(away[:, 1], away[:, 0])))
    return np.diff(angle, append=angle[:1] + 360.0)
