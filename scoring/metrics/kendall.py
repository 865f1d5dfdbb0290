"""Kendall's tau-b, in O(N log N): pairs in the wrong order are counted while merging, as Knight did (1966, JASA 61)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scoring.metrics.correlation import correlation, dots, in_order
from scoring.metrics.measure import Floats, Measure, at_once

Ints = npt.NDArray[np.intp]


def krcc(predicted: Floats, opinion: Floats) -> float:
    """Kendall's tau-b of two (N,) arrays; 0.0 when either is constant."""
    return at_once(krcc_of(predicted, opinion), len(opinion))


def krcc_of(predicted: Floats, opinion: Floats) -> Measure:
    """`krcc` of any resampling; a photo that was drawn twice is tied with itself."""
    (_, _, x), (y_order, y_starts, y) = in_order(predicted), in_order(opinion)
    order = np.lexsort((y, x))
    x_starts = np.flatnonzero(np.diff(x[order], prepend=-1))
    both_starts = np.flatnonzero(np.diff(x[order] * np.intp(len(y)) + y[order], prepend=-1))
    merges = merges_of(y[order])

    def measure(counts: Floats) -> Floats:
        by_x = np.take(counts, order, axis=1)
        everything = counts.sum(axis=1) ** 2
        tied_x, tied_both = tied(by_x, x_starts), tied(by_x, both_starts)
        tied_y = tied(np.take(counts, y_order, axis=1), y_starts)
        differing = everything - tied_x - tied_y + tied_both
        wrong = sum((merge.wrong(by_x) for merge in merges), start=np.zeros(len(counts)))
        return correlation(differing - 4.0 * wrong, everything - tied_x, everything - tied_y, np.zeros(len(counts)))

    return measure


def tied(counts: Floats, starts: Ints) -> Floats:
    """(D,): how many ordered pairs share a value, a photo with itself among them; equal values lie side by side."""
    drawn = np.add.reduceat(counts, starts, axis=1)
    return dots(drawn, drawn)


@dataclass(frozen=True, slots=True)
class Merge:
    """One round of a merge sort: pairs of neighbouring runs become runs of twice the length."""

    order: Ints
    """(N,) where each element of the merged runs came from."""
    from_left: Floats
    """(N,) 1.0 for those that came from the left run of their pair, else 0.0."""
    last: Ints
    """(N,) where the merged run ends in which each element lies."""

    def wrong(self, counts: Floats) -> Floats:
        """(D,): the pairs of which the left element is the larger, each as often as both were drawn."""
        merged = np.take(counts, self.order, axis=1)
        left = merged * self.from_left
        passed = np.cumsum(left, axis=1)
        still_to_come = np.take(passed, self.last, axis=1) - passed
        return dots(merged - left, still_to_come)


def merges_of(places: Ints) -> list[Merge]:
    """The rounds that sort (N,) `places`; of equals the left one goes first, so they never count as wrong."""
    position = np.arange(len(places))
    rounds = []
    length = 1
    while length < len(places):
        run, length = position // (2 * length), 2 * length
        order = np.lexsort((places, run))
        from_left = (order % length < length // 2).astype(np.float64)
        rounds.append(Merge(order, from_left, np.minimum((run + 1) * length, len(places)) - 1))
    return rounds
