"""A validation split that no scene straddles: near-duplicates of one scene fall on one side together."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


def near_duplicate_groups(embeddings: Floats, threshold: float) -> Ints:
    """(N, D) rows of L2 norm 1 -> (N,) group numbers: photos joined by any chain of cosines above `threshold` share one."""
    parent = np.arange(len(embeddings))
    for start in range(0, len(embeddings), 512):
        close = embeddings[start : start + 512] @ embeddings.T > threshold
        for row, other in zip(*np.nonzero(close), strict=True):
            join(parent, start + int(row), int(other))
    return np.array([root(parent, i) for i in range(len(parent))], np.int64)


def root(parent: Ints, i: int) -> int:
    """The representative of `i`'s group; shortens the path on the way (Tarjan 1975)."""
    while parent[i] != i:
        parent[i] = parent[parent[i]]
        i = int(parent[i])
    return i


def join(parent: Ints, i: int, j: int) -> None:
    """Make the groups of `i` and `j` one; the smaller number represents it, so that the order of joins cannot matter."""
    first, second = sorted((root(parent, i), root(parent, j)))
    parent[second] = first


def validation_mask(groups: Ints, subset: Sequence[str], share: float, salt: str) -> npt.NDArray[np.bool_]:
    """(N,) True for about `share` of each subset, by whole groups, chosen by a hash so that it never changes with order.

    A group that alone would fill most of a subset's share stays in training: it is a chain, not a scene.
    """
    names = np.array(subset)
    mask = np.zeros(len(groups), bool)
    firsts = {int(group): int(index) for group, index in zip(*np.unique(groups, return_index=True), strict=True)}
    room = {name: share * np.count_nonzero(names == name) for name in sorted(set(subset))}
    for group in sorted(firsts, key=lambda number: hash_to_unit(f"{salt}:{number}")):
        members = groups == group
        home = str(names[firsts[group]])
        if members.sum() <= room[home] / 2 or members.sum() == 1 <= room[home]:
            mask |= members
            room[home] -= members.sum()
    return mask


def hash_to_unit(text: str) -> float:
    """A fixed pseudo-random number in [0, 1) for `text`."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big") / 2.0**64
