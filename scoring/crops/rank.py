"""Ranks candidate crops by their features: a small network, run by numpy, whose parameters ship."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
from safetensors.numpy import load_file

from scoring.crops.features import NAMES
from weights.registry import CROP_WEIGHTS, bundled_entry

F64 = npt.NDArray[np.float64]

LIMIT_SD = 4.0
"""As in training (`scoring.models.crop_ranker`, which loads torch)."""


@dataclass(frozen=True)
class Ranker:
    """One hidden layer of tanh on standardised features: `first` (hidden, features), `second` (hidden,)."""

    mean: F64
    sd: F64
    first: F64
    first_bias: F64
    second: F64

    def values(self, features: F64) -> F64:
        """(N, features) -> (N,): the difference of two crops' values is the log odds that the one is better."""
        seen = np.clip((features - self.mean) / self.sd, -LIMIT_SD, LIMIT_SD)
        return np.asarray(np.tanh(seen @ self.first.T + self.first_bias) @ self.second, np.float64)


@cache
def shipped_ranker() -> Ranker:
    """The ranker that ships; raises `WeightsError` where its file is missing or damaged."""
    return read_ranker(bundled_entry(CROP_WEIGHTS, "safetensors").files["safetensors"].path)


def read_ranker(path: Path) -> Ranker:
    """A ranker's file; raises `ValueError` where it wants other features than are measured."""
    tensors = {name: np.asarray(tensor, np.float64) for name, tensor in load_file(path).items()}
    first = tensors["first.weight"]
    if first.shape[1] != len(NAMES):
        raise ValueError(f"{path.name} ranks by {first.shape[1]} features, not {len(NAMES)}")
    return Ranker(tensors["mean"], tensors["sd"], first, tensors["first.bias"], tensors["second.weight"][0])
