"""How well groups found agree with groups planted."""

from __future__ import annotations

from itertools import combinations

import numpy as np

from scoring.groups.group import GroupKind
from tests.benchmarks.planted.library import KEEP_ALL


def wilson(hits, of):
    """The share and its 95 % interval (Wilson 1927)."""
    if of == 0:
        return float("nan"), float("nan"), float("nan")
    share, z = hits / of, 1.96
    middle, half = share + z * z / (2 * of), z * np.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return share, (middle - half) / (1 + z * z / of), (middle + half) / (1 + z * z / of)


def pairs_found(groups):
    """All pairs of photos that share a group."""
    return {tuple(sorted(pair)) for group in groups for pair in combinations(group.members, 2)}


def pairs_planted(library, kinds):
    """All pairs that belong together, of moments of these kinds."""
    by_truth = {}
    for at, (truth, kind) in enumerate(zip(library.truth, library.kinds, strict=True)):
        if kind in kinds:
            by_truth.setdefault(int(truth), []).append(at)
    return {pair for members in by_truth.values() for pair in combinations(members, 2)}


def kept_whole(library, groups, kind):
    """(sets of one group with all and only their photos and the right kind, sets planted)."""
    found = {frozenset(group.members) for group in groups if group.kind == GroupKind(kind)}
    planted = {}
    for at, (truth, planted_kind) in enumerate(zip(library.truth, library.kinds, strict=True)):
        if planted_kind == kind:
            planted.setdefault(int(truth), set()).add(at)
    return sum(frozenset(members) in found for members in planted.values()), len(planted)


def wrong_sets(library, groups):
    """Keep-all sets that were found where none was planted."""
    return [
        g for g in groups if g.kind.value in KEEP_ALL and any(library.kinds[at] != g.kind.value for at in g.members)
    ]


def interval_over_moments(counts, seed=0):
    """95 % interval of good / (good + bad), of [(library, good pairs, bad pairs), ...], by drawing whole moments anew.

    Pairs of one moment stand or fall together (cluster bootstrap, Davison and Hinkley 1997).
    """
    by_moment = []
    for library, *columns in counts:
        table = np.zeros((int(library.moments.max()) + 1, 2))
        for column, pairs in enumerate(columns):
            for first, _ in pairs:
                table[library.moments[first], column] += 1
        by_moment.append(table)
    table = np.concatenate(by_moment)
    draws = np.random.default_rng(seed).integers(0, len(table), (1000, len(table)))
    sums = table[draws].sum(axis=1)
    return tuple(np.quantile(sums[:, 0] / np.maximum(1, sums.sum(axis=1)), (0.025, 0.975)))
