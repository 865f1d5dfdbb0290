"""Photos of one scene: pairs that look alike enough for how close they were taken, joined without chaining."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from scoring.groups.capture_order import NONE, CaptureOrder, Ints
from scoring.groups.closeness import Closeness, closeness, neighbours
from scoring.groups.framing import Framing
from scoring.groups.looks import Looks
from scoring.groups.seen_photo import AlikePairs

ALIKE_FROM = 0.7
"""Cosine of the look-alikes that the caller finds: one in some thousand pairs of different scenes."""
LEAST_COSINE = {Closeness.UNKNOWN: 0.72, Closeness.OUTING: 0.7, Closeness.MINUTE: 0.5, Closeness.NEXT: 0.45}
"""Below it nobody looks closer."""
USUAL_LIBRARY, RISE_A_DECADE = 10_000, 0.08
"""Ten times the photos hold ten times as many strangers for each that look as much alike by chance. A tenth as many pass a cosine
that is .08 higher (held-out photos of BIQ2021: one in 10,000 against one in 100,000), so that as many are looked at in a large
library as in a usual one."""
MOST_COSINE = 0.93
"""But what is so much alike is always looked at: copies and returns to one spot."""
LEAST_LOOK = {Closeness.UNKNOWN: 1.44, Closeness.OUTING: 1.42, Closeness.MINUTE: 1.36, Closeness.NEXT: 1.3}
"""Of cosine + agreement. Of 600 different photos and their two nearest, two pairs of a thousand reach 1.35 and none 1.44; of
planted burst frames, which tremble, walk and blur, 95 % reach 1.35 and 89 % 1.44: tests/benchmarks/groups.py, tuning half."""
LEAST_AGREEMENT = {Closeness.UNKNOWN: 0.5, Closeness.OUTING: 0.5, Closeness.MINUTE: 0.48, Closeness.NEXT: 0.45}
"""The embedding knows a subject from any side: who has walked around it is told by the framing alone."""
LEAST_OVERLAP = 0.62
SURE_COSINE = 0.965
"""Photos within a minute above it are one scene without a closer look."""
LEAST_MEAN_COSINE = {Closeness.UNKNOWN: 0.74, Closeness.OUTING: 0.68, Closeness.MINUTE: 0.6, Closeness.NEXT: 0.55}
"""Over all pairs of the two sides that would be joined: A like B and B like C does not make A like C."""
STRETCH = 512
"""Photos in a row whose pairs are looked at together: a quarter of the outlines that are kept."""
MOST_TRIES = 3
"""Closer looks in vain that a photo gets among those it has nothing but its look in common with."""
BURST_IS_CLOSED_AFTER_S = 120.0
"""A burst is a group of its own: the same scene minutes later is another moment."""


class Pairs(NamedTuple):
    """(P,) each: photos, first < second; cosines; `Closeness`."""

    first: Ints
    second: Ints
    cosines: npt.NDArray[np.float32]
    close: npt.NDArray[np.int8]


class Scene(NamedTuple):
    """Photos of one scene, and how the frames that were laid over one another lie."""

    members: tuple[int, ...]
    framings: tuple[Framing, ...]


def same_scene(order: CaptureOrder, looks: Looks, alike: AlikePairs, kept: npt.NDArray[np.bool_]) -> list[Scene]:
    """Groups of two and more among the photos of `kept` (N,)."""
    pairs = _worth_a_look(_proposed(order, looks, alike, kept), len(kept))
    joined = _Joined(order, looks)
    # The surest first: what was taken together, stretch by stretch, lest outlines be made twice; then what looks most alike;
    # ties by place, so that the order is fixed.
    stretch = np.where(pairs.close >= Closeness.MINUTE, pairs.first // STRETCH, 0)
    for at in np.lexsort((pairs.second, pairs.first, -pairs.cosines, stretch, -pairs.close)).tolist():
        joined.offer(
            int(pairs.first[at]), int(pairs.second[at]), float(pairs.cosines[at]), Closeness(int(pairs.close[at]))
        )
    return joined.scenes()


def _proposed(order: CaptureOrder, looks: Looks, alike: AlikePairs, kept: npt.NDArray[np.bool_]) -> Pairs:
    """Look-alikes and neighbours, each pair once."""
    first, second = neighbours(order, kept)
    wanted = kept[alike.first] & kept[alike.second]
    firsts = np.concatenate([alike.first[wanted], first]).astype(np.int64)
    seconds = np.concatenate([alike.second[wanted], second]).astype(np.int64)
    _, at = np.unique(firsts * len(kept) + seconds, return_index=True)
    firsts, seconds = firsts[at], seconds[at]
    return Pairs(firsts, seconds, looks.cosines(firsts, seconds), closeness(order, firsts, seconds))


def _worth_a_look(pairs: Pairs, photos: int) -> Pairs:
    least = np.array([LEAST_COSINE[level] for level in Closeness])
    rise = RISE_A_DECADE * max(0.0, np.log10(photos / USUAL_LIBRARY)) if photos else 0.0
    least[Closeness.UNKNOWN] = min(MOST_COSINE, least[Closeness.UNKNOWN] + rise)
    worth = pairs.cosines >= least[pairs.close]
    return Pairs(pairs.first[worth], pairs.second[worth], pairs.cosines[worth], pairs.close[worth])


class _Span(NamedTuple):
    """When a group was taken, by one clock; `clock` is NONE where its photos share none."""

    clock: int
    begin_s: float
    end_s: float

    def with_other(self, other: _Span) -> _Span:
        """Of both groups together."""
        clock = self.clock if self.clock == other.clock else NONE
        return _Span(clock, min(self.begin_s, other.begin_s), max(self.end_s, other.end_s))


class _Joined:
    """Photos joined so far. A group is known by one of its photos; its embeddings' sum gives all mean cosines."""

    def __init__(self, order: CaptureOrder, looks: Looks) -> None:
        self._order, self._looks = order, looks
        self._root: dict[int, int] = {}
        self._members: dict[int, list[int]] = {}
        self._sums: dict[int, npt.NDArray[np.float32]] = {}
        self._framings: dict[int, list[Framing]] = {}
        self._spans: dict[int, _Span] = {}
        self._bursts: dict[int, bool] = {}
        self._tries: dict[int, int] = {}

    def offer(self, first: int, second: int, cosine: float, close: Closeness) -> None:
        """Joins the groups of two photos, if all evidence allows it."""
        one, other = self._group_of(first), self._group_of(second)
        if one == other or not self._may_join(one, other, close) or self._is_tired(first, second, close):
            return
        is_sure = close >= Closeness.MINUTE and cosine >= SURE_COSINE
        framing = None if is_sure else self._looks.framing(first, second)
        if is_sure or (framing is not None and is_one_framing(framing, cosine, close)):
            self._join(one, other, framing, close)
        else:
            for photo in (first, second):
                self._tries[photo] = self._tries.get(photo, 0) + 1

    def scenes(self) -> list[Scene]:
        """The groups of two and more."""
        return [
            Scene(self._order.in_order(members), tuple(self._framings[root]))
            for root, members in self._members.items()
            if len(members) > 1
        ]

    def _group_of(self, photo: int) -> int:
        if photo not in self._root:
            self._root[photo], self._members[photo], self._framings[photo] = photo, [photo], []
            self._sums[photo] = self._looks.embeddings[photo].astype(np.float32)
            time_s = float(self._order.time_s[photo])
            self._spans[photo] = _Span(int(self._order.clock[photo]), time_s, time_s)
        return self._root[photo]

    def _is_tired(self, first: int, second: int, close: Closeness) -> bool:
        return close < Closeness.MINUTE and min(self._tries.get(photo, 0) for photo in (first, second)) >= MOST_TRIES

    def _may_join(self, one: int, other: int, close: Closeness) -> bool:
        pairs = len(self._members[one]) * len(self._members[other])
        if float(self._sums[one] @ self._sums[other]) / pairs < LEAST_MEAN_COSINE[close]:
            return False
        return not any(self._bursts.get(group) and self._is_later(one, other) for group in (one, other))

    def _is_later(self, one: int, other: int) -> bool:
        """Whether one clock tells that the two lie minutes apart."""
        span, others = self._spans[one], self._spans[other]
        if span.clock == NONE or span.clock != others.clock:
            return False
        gap_s = max(others.begin_s - span.end_s, span.begin_s - others.end_s)
        return gap_s > BURST_IS_CLOSED_AFTER_S

    def _join(self, one: int, other: int, framing: Framing | None, close: Closeness) -> None:
        keep, gone = (one, other) if len(self._members[one]) >= len(self._members[other]) else (other, one)
        for photo in self._members[gone]:
            self._root[photo] = keep
        self._members[keep] += self._members.pop(gone)
        self._sums[keep] = self._sums[keep] + self._sums.pop(gone)
        self._spans[keep] = self._spans[keep].with_other(self._spans.pop(gone))
        self._framings[keep] += self._framings.pop(gone) + ([framing] if framing is not None else [])
        self._bursts[keep] = self._bursts.get(keep, False) or self._bursts.pop(gone, False) or close >= Closeness.NEXT


def is_one_framing(framing: Framing, cosine: float, close: Closeness) -> bool:
    """Whether two photos that lie so over one another show one scene in one framing."""
    if framing.overlap < LEAST_OVERLAP or framing.agreement < LEAST_AGREEMENT[close]:
        return False
    return framing.agreement + cosine >= LEAST_LOOK[close]
