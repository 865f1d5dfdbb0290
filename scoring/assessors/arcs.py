"""Curves of a photo: chains of short straight segments that keep turning one way."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from scoring.assessors.lines import Lines
from scoring.ramp import ramp

F64 = npt.NDArray[np.float64]
Ends = npt.NDArray[np.intp]

MOST_SEGMENTS = 160
"""The longest: where a photo has more, it is a thicket, and pairing them all takes four times as long at twice as many."""
GAP_SHARE = 0.04
"""LSD leaves up to some 10 of 256 px between two segments of one curve."""
TURN_DEG = (2.0, 40.0)
"""From one segment to the next: less is one line, more is a corner. At 55, and with chains that swing both ways, outlines of
people and rocks passed for curves (8 of 35 on 500 photos of BIQ2021)."""
SMOOTH_GAP_DEG = 35.0
"""The step across a gap has to lead on in the direction of both segments."""
OVERLAP = 0.65
"""Share of that gap by which two segments of one curve may overlap instead: LSD reaches on where an edge bends slowly."""
FEWEST_SEGMENTS = 4
WOBBLE_DEG = 8.0
"""A turn the other way by less is the roughness of a real edge."""
STRAIGHTEST_SHARE = 0.4
"""A chain of which one segment is more than that is a line with a bent end, or two sides and a rounded corner."""
WIDE_ARC = (0.22, 0.5)
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
    ends = lines.ends[np.argsort(-lines.length_px, kind="stable")[:MOST_SEGMENTS]]
    points = np.concatenate([ends[:, :2], ends[:, 2:]])
    heading = _headings(ends)
    links = _links(points, heading, GAP_SHARE * max(lines.size_px))
    degrees = np.degrees(heading).tolist()
    runs = (run for chain in _chains(links, len(ends)) for run in _runs(chain, degrees))
    arcs = (_arc(points, heading, run, max(lines.size_px)) for run in runs if len(run) >= FEWEST_SEGMENTS)
    return max(arcs, key=lambda arc: arc.strength, default=NO_ARC)


def _headings(ends: F64) -> F64:
    """(2N,) radians: the directions in which segments leave through their ends, through x0 of all, then through x1."""
    along = np.arctan2(ends[:, 3] - ends[:, 1], ends[:, 2] - ends[:, 0])
    return np.concatenate([along + np.pi, along])


def _turned(radians: F64) -> F64:
    """Degrees in [-180, 180)."""
    return np.asarray(np.degrees((radians + np.pi) % (2 * np.pi) - np.pi), np.float64)


def _links(points: F64, heading: F64, gap: float) -> dict[int, int]:
    """End -> the end of another segment that leads the curve on; every link holds both ways."""
    here, there = _near(points, gap)
    turn = np.abs(_turned(heading[there] + np.pi - heading[here]))
    step = points[there] - points[here]
    apart = np.hypot(step[:, 0], step[:, 1])
    astray = np.abs(_turned(np.arctan2(step[:, 1], step[:, 0]) - heading[here]))
    fits = (turn >= TURN_DEG[0]) & (turn <= TURN_DEG[1]) & ((astray <= SMOOTH_GAP_DEG) | (apart <= OVERLAP * gap))
    cost = apart[fits] + gap * turn[fits] / TURN_DEG[1]
    # Dearest first, so that the cheapest is what stays.
    order = np.argsort(-cost, kind="stable")
    nearest = dict(zip(here[fits][order].tolist(), there[fits][order].tolist(), strict=True))
    return {one: two for one, two in nearest.items() if nearest.get(two) == one}


def _near(points: F64, gap: float) -> tuple[Ends, Ends]:
    """Pairs of ends of different segments no further apart than `gap`, each pair in both orders."""
    # In half the precision the products take half the time, and are still right to a tenth of a pixel.
    small = points.astype(np.float32)
    half = (small**2).sum(axis=1) / 2
    close = small @ small.T >= (half[:, None] - np.float32(gap**2 / 2)) + half
    here, there = np.divmod(np.flatnonzero(close), max(1, len(points)))
    other = (here - there) % max(1, len(points) // 2) != 0
    return here[other], there[other]


def _chains(links: dict[int, int], count: int) -> list[list[int]]:
    """Linked segments in order, each by the end through which the curve leaves it; end e and end e + count are one segment's."""
    chains: list[list[int]] = []
    seen: set[int] = set()
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


def _runs(chain: list[int], heading: list[float]) -> list[list[int]]:
    """Parts of a chain that turn one way, but for a wobble, and far enough to be a curve."""
    turns = [(heading[after] - heading[before] + 180.0) % 360.0 - 180.0 for before, after in pairwise(chain)]
    plain = [at for at, turn in enumerate(turns) if abs(turn) >= WOBBLE_DEG]
    breaks = [after for before, after in pairwise(plain) if turns[before] * turns[after] < 0]
    pieces = pairwise([0, *breaks, len(turns)])
    return [chain[first : last + 1] for first, last in pieces if abs(sum(turns[first:last])) > FULL_TURN_DEG[0]]


def _arc(points: F64, heading: F64, run: list[int], long_edge: int) -> Arc:
    left = np.array(run)
    entered = (left + len(points) // 2) % len(points)
    path = np.stack([points[entered], points[left]], axis=1).reshape(-1, 2)
    steps = np.hypot(*np.diff(path, axis=0).T)
    # Along the path every second step is a segment, the others are gaps. A curve bends at its joints: how far its first and
    # last segments run on straight says nothing of it.
    bent = float(steps.sum() - (steps[0] + steps[-1]) / 2)
    if steps[::2].max() > STRAIGHTEST_SHARE * bent:
        return NO_ARC
    turn = abs(float(_turned(np.diff(heading[left])).sum()))
    wide = float((path.max(axis=0) - path.min(axis=0)).max()) / long_edge
    return Arc(path, ramp(wide, WIDE_ARC) * ramp(turn, FULL_TURN_DEG))
