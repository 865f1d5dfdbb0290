"""Votes published one a line become a count of each answer for each photo."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from scoring.training.datasets.label_table import Line


def count_votes(
    lines: Sequence[Line], photo: str, score: str, lowest: int, highest: int
) -> dict[str, npt.NDArray[np.float64]]:
    """For each photo, in the order of its first line, (highest - lowest + 1,) counts; raises `DatasetError` naming a line."""
    counts: dict[str, npt.NDArray[np.float64]] = {}
    for line in lines:
        answers = counts.setdefault(line.text(photo), np.zeros(highest - lowest + 1))
        answers[line.whole(score, lowest, highest) - lowest] += 1.0
    return counts
