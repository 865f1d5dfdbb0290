"""Curves of a photo: chains of short straight segments that keep turning one way."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scoring.assessors.lines import Lines
from scoring.ramp import ramp

F64 = npt.NDArray[np.float64]
Ends = npt.NDArray[np.intp]

GAP_SHARE = 0.04
"""LSD leaves up to some 10 of 256 px between two segments of one curve."""
TURN_DEG = (2.0, 40.0)
"""From one segment to the next: less is one line, more is a corner (LSD cuts a curve at 22.5 deg, its angle tolerance, each side)."""
SMOOTH_GAP_DEG = 35.0
"""The step across a gap has to lead on in the direction of both segments."""
FEWEST_SEGMENTS = 4
WOBBLE_DEG = 8.0
"""A turn the other way by less is the roughness of a real edge."""
STRAIGHTEST_SHARE = 0.4
"""A chain of which one segment is more than that is a line with a bent end, or two sides and a rounded corner."""
WIDE_ARC = (0.2, 0.45)
"""Width or height of a curve over the long edge, the larger, at which it starts to shape a picture, and does: cups on a table
are round too."""
FULL_TURN_DEG = (50.0, 100.0)
"""How far it has to turn altogether: a quarter of a circle is plainly a curve."""


@dataclass(frozen=True)
class Arc:
    """`points`: (n, 2) x, y in pixels of the small copy, along the curve; `strength` in [0, 1]."""

    points: F64
    strength: float


NO_ARC = Arc(np.zeros((0, 2)), 0.0)


def find_arc(lines: Lines) -> Arc:
    """The strongest curve: segments linked end to end, each end to its nearest fitting one, that turn one way throughout."""
    heading = _headings(lines)
    found = (_arc(lines, run) for chain in _chains(_links(lines, heading), len(lines.ends)) for run in _runs(chain, heading))
    return max(found, key=lambda arc: arc.strength, default=NO_ARC)


def _headings(lines: Lines) -> F64:
    """(2N,) radians: the directions in which segments leave through their ends, through x0 of all, then through x1."""
    x0, y0, x1, y1 = lines.ends.T
    along = np.arctan2(y1 - y0, x1 - x0)
    return np.concatenate([along + np.pi, along])


def _points(lines: Lines) -> F64:
    """(2N, 2) ends, in the order of `_headings`."""
    return np.concatenate([lines.ends[:, :2], lines.ends[:, 2:]])


def _turned(radians: F64) -> F64:
    """Degrees in [-180, 180)."""
    return np.asarray(np.degrees((radians + np.pi) % (2 * np.pi) - np.pi), np.float64)


def _links(lines: Lines, heading: F64) -> dict[int, int]:
    """End -> the end of another segment that leads the curve on; every link holds both ways."""
    points, gap = _points(lines), GAP_SHARE * max(lines.size_px)
    here, there = _near(points, gap)
    turn = np.abs(_turned(heading[there] + np.pi - heading[here]))
    across, down = (points[there] - points[here]).T
    apart = np.hypot(across, down)
    astray = np.abs(_turned(np.arctan2(down, across) - heading[here]))
    fits = (turn >= TURN_DEG[0]) & (turn <= TURN_DEG[1]) & ((astray <= SMOOTH_GAP_DEG) | (apart <= gap / 3))
    cost = apart[fits] + gap * turn[fits] / TURN_DEG[1]
    nearest: dict[int, int] = {}
    # Dearest first, so that the cheapest is what stays.
    for pair in np.argsort(-cost, kind="stable"):
        nearest[int(here[fits][pair])] = int(there[fits][pair])
    return {one: two for one, two in nearest.items() if nearest.get(two) == one}


def _near(points: F64, gap: float) -> tuple[Ends, Ends]:
    """Pairs of ends of different segments no further apart than `gap`, each pair in both orders."""
    square = (points**2).sum(axis=1)
    apart = square[:, None] + square[None, :] - 2.0 * points @ points.T
    here, there = np.nonzero(apart <= gap**2)
    other = (here - there) % max(1, len(points) // 2) != 0
    return here[other], there[other]


def _chains(links: dict[int, int], count: int) -> list[list[int]]:
    """Linked segments in order, each by the end through which the curve leaves it; end e and end e + count are one segment's."""
    chains, seen = [], set()
    loose = [end for end in links if (end + count) % (2 * count) not in links]
    # What has no loose end is a closed curve: it may be entered anywhere.
    for start in (*loose, *links):
        chain, end = [], start
        while end % count not in seen:
            seen.add(end % count)
            chain.append(end)
            if end not in links:
                break
            end = (links[end] + count) % (2 * count)
        if len(chain) >= FEWEST_SEGMENTS:
            chains.append(chain)
    return chains


def _runs(chain: list[int], heading: F64) -> list[list[int]]:
    """Parts of a chain that turn one way, but for a wobble."""
    turns = _turned(np.diff(heading[chain]))
    plain = np.flatnonzero(np.abs(turns) >= WOBBLE_DEG)
    breaks = plain[1:][turns[plain][1:] * turns[plain][:-1] < 0]
    edges = [0, *breaks.tolist(), len(turns)]
    return [chain[first : last + 1] for first, last in zip(edges, edges[1:], strict=False)]


def _arc(lines: Lines, run: list[int]) -> Arc:
    count = len(lines.ends)
    left = np.array(run)
    length = lines.length_px[left % count]
    if len(run) < FEWEST_SEGMENTS:
        return NO_ARC
    turn = abs(float(_turned(np.diff(_headings(lines)[left])).sum()))
    points = _points(lines)
    path = np.stack([points[(left + count) % (2 * count)], points[left]], axis=1).reshape(-1, 2)
    # A curve bends along its joints; how far its first and last segments run on straight says nothing of it.
    bent = float(np.hypot(*np.diff(path, axis=0).T).sum()) - (length[0] + length[-1]) / 2
    if length.max() > STRAIGHTEST_SHARE * bent:
        return NO_ARC
    wide = float((path.max(axis=0) - path.min(axis=0)).max()) / max(lines.size_px)
    return Arc(path, ramp(wide, WIDE_ARC) * ramp(turn, FULL_TURN_DEG))
