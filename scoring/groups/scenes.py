"""Scenes of a shoot: moments that look alike, so that a choice of photos shows each scene before it shows one twice."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from scoring.groups.group import Group

F32 = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

SHORTEST = 1e-6
"""A moment whose photos have no embedding, or embeddings that cancel out, is a scene of its own."""


def scenes_of(embeddings: F32, groups: Sequence[Group], alike_from: float) -> Ints:
    """(N, D) rows of L2 norm 1, zero for a photo without one -> (N,): a number a photo, equal within a scene.

    A moment (a group, or a single photo) joins the scene whose mean embedding is nearest, if their cosine is at least
    `alike_from`; else it begins one. Moments come in the order of their first photos (leader clustering, Hartigan 1975, ch. 3).
    """
    scene = np.zeros(len(embeddings), np.int64)
    sums = np.zeros((len(embeddings), embeddings.shape[1]), np.float32)
    lengths = np.ones(len(embeddings), np.float32)
    count = 0
    for members in moments(len(embeddings), groups):
        mean = embeddings[members].mean(axis=0)
        length = float(np.linalg.norm(mean))
        cosines = sums[:count] @ mean / (lengths[:count] * max(length, SHORTEST))
        nearest = int(cosines.argmax()) if count and length > SHORTEST else -1
        if nearest < 0 or cosines[nearest] < alike_from:
            nearest, count = count, count + 1
        sums[nearest] += mean
        lengths[nearest] = max(float(np.linalg.norm(sums[nearest])), SHORTEST)
        scene[members] = nearest
    return scene


def moments(photos: int, groups: Sequence[Group]) -> list[list[int]]:
    """The places of each moment's photos: of every group, and of every photo that is in none."""
    grouped = {member for group in groups for member in group.members}
    alone = [[place] for place in range(photos) if place not in grouped]
    return sorted([*(list(group.members) for group in groups), *alone], key=min)
