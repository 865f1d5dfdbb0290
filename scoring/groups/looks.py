"""How alike photos look, each comparison made once and only when somebody asks."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from scoring.glance import Glance
from scoring.groups.framing import Framing, framing_of, sweep_of
from scoring.groups.outline import Outline
from scoring.groups.rough_shift import stays

GlanceOf = Callable[[int], Glance | None]

OUTLINES_KEPT = 2048
"""Of 35 kB, or 110 where a zoom was searched for: photos are asked for in the order they were taken, or with their look-alikes."""


class Looks:
    """Embeddings, (N, D) float32 rows of L2 norm 1 (a zero row: none), and glances of N photos."""

    def __init__(self, embeddings: npt.NDArray[np.float32], glance_of: GlanceOf) -> None:
        self.embeddings = embeddings
        self.glance = lru_cache(maxsize=8 * OUTLINES_KEPT)(glance_of)
        self._outline = lru_cache(maxsize=OUTLINES_KEPT)(self._made_outline)
        self._framings: dict[tuple[int, int], Framing | None] = {}

    def cosines(self, first: npt.NDArray[np.int64], second: npt.NDArray[np.int64]) -> npt.NDArray[np.float32]:
        """(P,) of the pairs' embeddings; 0 where one has none."""
        parts = [np.empty(0, np.float32)]
        for start in range(0, len(first), 65_536):
            rows = slice(start, start + 65_536)
            parts.append(np.einsum("pd,pd->p", self.embeddings[first[rows]], self.embeddings[second[rows]]))
        return np.concatenate(parts)

    def framing(self, first: int, second: int) -> Framing | None:
        """The second frame as seen in the first; None where either has no glance."""
        key = (first, second)
        if key not in self._framings:
            one, other = self._outline(first), self._outline(second)
            self._framings[key] = None if one is None or other is None else framing_of(one, other)
        return self._framings[key]

    def stays(self, first: int, second: int) -> bool:
        """Whether the camera plainly hardly moved."""
        one, other = self._outline(first), self._outline(second)
        return one is not None and other is not None and stays(one, other)

    def sweep(self, first: int, second: int, shift: tuple[float, float] | None) -> Framing | None:
        """As `framing`, where the camera only turned, perhaps about so far as `shift` says."""
        one, other = self._outline(first), self._outline(second)
        return None if one is None or other is None else sweep_of(one, other, shift)

    def _made_outline(self, at: int) -> Outline | None:
        glance = self.glance(at)
        return None if glance is None else Outline(glance.grey)
