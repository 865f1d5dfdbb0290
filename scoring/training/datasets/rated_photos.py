"""Photos with the opinions of people, whatever set they come from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import compress
from pathlib import Path

import numpy as np
import numpy.typing as npt

MOST_LEFT_OUT = 0.05
"""Share of a set's pictures that may be missing or unreadable before the set is refused (issue "The rating-distribution model")."""


@dataclass(frozen=True)
class RatedPhotos:
    """N photos. `mos` is the mean opinion on the scale 1..10; `subset` names where within the set a photo comes from."""

    paths: tuple[Path, ...]
    mos: npt.NDArray[np.float64]
    subset: tuple[str, ...]
    distribution: npt.NDArray[np.float64]
    """(N, 10), rows sum to 1: the share of people that would give 1 .. 10."""
    how: str
    """One sentence: where `distribution` comes from, votes or an assumption."""
    split: tuple[str, ...] = ()
    """The side of the published split, such as `train`, that each photo is on; empty where none was published."""
    tags: tuple[tuple[str, ...], ...] = ()
    """What else the set says of each photo, such as its content and style; empty where it says nothing."""
    left_out: tuple[Path, ...] = ()
    """Pictures that the labels name and that are missing or unreadable."""

    def __len__(self) -> int:
        return len(self.paths)

    def only(self, usable: npt.NDArray[np.bool_]) -> RatedPhotos:
        """The photos where (N,) `usable` is true; the others join `left_out`.

        Raises `DatasetError` when more than `MOST_LEFT_OUT` of the set is left out by now.
        """
        left_out = (*self.left_out, *compress(self.paths, ~usable))
        listed = len(self.paths) + len(self.left_out)
        if len(left_out) > MOST_LEFT_OUT * listed:
            raise DatasetError(
                f"{len(left_out)} of {listed} pictures are missing or unreadable, {left_out[0].name} first",
                f"copy the whole set; at most {MOST_LEFT_OUT:.0%} of it may be left out",
            )
        return replace(self.taken(usable), left_out=left_out)

    def taken(self, rows: npt.NDArray[np.bool_]) -> RatedPhotos:
        """The photos where (N,) `rows` is true; the others are not asked about, which is not being left out."""
        return replace(
            self,
            paths=tuple(compress(self.paths, rows)),
            mos=self.mos[rows],
            subset=tuple(compress(self.subset, rows)),
            distribution=self.distribution[rows],
            split=tuple(compress(self.split, rows)),
            tags=tuple(compress(self.tags, rows)),
            left_out=(),
        )

    def whose_pictures_exist(self) -> RatedPhotos:
        """The photos whose pictures are there; raises `DatasetError` when too many are not."""
        return self.only(np.array([path.is_file() for path in self.paths], bool))


class DatasetError(Exception):
    """The data set is not where the caller said, or not whole."""

    exit_code = 1

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint
