"""What a store of vectors knows: compared with the catalogue, it tells what is missing, changed or gone."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from xxhash import xxh3_128

from index.vectors.types import Ints


@dataclass(frozen=True, slots=True)
class Contents:
    """Whose embeddings, and by which weights. Make it with `contents_of`."""

    weights: str
    ids: Ints
    """(N,) ascending, each once."""
    stamps: Ints
    """(N,): another number whenever the embedding of that id is another one (the catalogue gives an id to a new photo when
    the last photo was forgotten)."""

    @property
    def fingerprint(self) -> str:
        """Equal for equal contents: 32 hexadecimal digits."""
        digest = xxh3_128(self.weights.encode())
        digest.update(self.ids.tobytes())
        digest.update(self.stamps.tobytes())
        return digest.hexdigest()

    def not_in(self, other: Contents) -> Ints:
        """(n,) ids that `other` lacks or has with another stamp."""
        place = np.searchsorted(other.ids, self.ids)
        inside = place < len(other.ids)
        known = np.zeros(len(self.ids), bool)
        at = place[inside]
        known[inside] = (other.ids[at] == self.ids[inside]) & (other.stamps[at] == self.stamps[inside])
        return self.ids[~known]

    def without(self, ids: Ints) -> Contents:
        """The same without these."""
        kept = ~np.isin(self.ids, ids)
        return Contents(self.weights, self.ids[kept], self.stamps[kept])

    def joined(self, other: Contents) -> Contents:
        """Both; where an id is in both, `other` is right."""
        mine = self.without(other.ids)
        ids, stamps = np.concatenate([mine.ids, other.ids]), np.concatenate([mine.stamps, other.stamps])
        return contents_of(self.weights, ids, stamps)

    def part(self, ids: Ints) -> Contents:
        """Only these."""
        kept = np.isin(self.ids, ids)
        return Contents(self.weights, self.ids[kept], self.stamps[kept])


def contents_of(weights: str, ids: npt.ArrayLike, stamps: npt.ArrayLike | None = None) -> Contents:
    """`ids` (N,) in any order, not negative; `stamps` (N,) or none, where an embedding never changes under its id.

    Raises `ValueError` where an id comes twice or is negative.
    """
    wanted = np.asarray(ids, np.int64).reshape(-1)
    marks = np.zeros_like(wanted) if stamps is None else np.asarray(stamps, np.int64).reshape(-1)
    if len(marks) != len(wanted):
        raise ValueError(f"{len(wanted)} ids came with {len(marks)} stamps")
    order = np.argsort(wanted, kind="stable")
    wanted, marks = wanted[order], marks[order]
    if len(wanted) and (wanted[0] < 0 or (np.diff(wanted) == 0).any()):
        raise ValueError("ids must not be negative, and each may come once")
    return Contents(weights, wanted, marks)
