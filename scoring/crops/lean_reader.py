"""Tells how likely each roll of a picture is: a small network on the votes of lines, run by numpy, whose parameters ship.

In place of hand-set odds as in Coughlan & Yuille, "Manhattan World" (Neural Computation 2003): the same posterior over the
camera's roll, given all lines, with a prior; but what a line's vote is worth was learned from turned photos.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
from safetensors.numpy import load_file

from scoring.crops.lean_evidence import ROWS
from weights.registry import TILT_WEIGHTS, bundled_entry

F64 = npt.NDArray[np.float64]
Layer = tuple[F64, F64]

GAPS = (1, 2, 1)
"""Of the three layers: each lean, every second, each."""

NEAR_STEPS = 1
"""A lean's neighbours, half a degree off, are it too: what is told is measured between them."""
CERTAIN = 0.85
"""Chance from which a roll is told. On the half of the photos of docs/crops.md that constants were chosen on, read by networks that
had not learned from them, 6 % would be turned by more than 1 deg as they are, and more than half of those are crooked."""


@dataclass(frozen=True)
class LeanReader:
    """`layers`: of each the filters (out, span * in) and what is added, (out, 1); `prior`: (leans,) log odds."""

    mean: F64
    sd: F64
    layers: tuple[Layer, ...]
    prior: F64

    def chances(self, evidence: F64) -> F64:
        """(rows, leans) -> (leans,): the probability of each, in all 1."""
        seen = (evidence - self.mean) / self.sd
        log_odds = (self._read(seen) + self._read(seen[:, ::-1])[::-1]) / 2 + self.prior
        odds = np.exp(log_odds - log_odds.max())
        return np.asarray(odds / odds.sum(), np.float64)

    def _read(self, seen: F64) -> F64:
        for (filters, added), gap in zip(self.layers[:-1], GAPS, strict=False):
            seen = np.maximum(0.0, filters @ _windows(seen, filters.shape[1] // len(seen), gap) + added)
        filters, added = self.layers[-1]
        answer: F64 = (filters @ _windows(seen, filters.shape[1] // len(seen), GAPS[-1]) + added)[0]
        return answer


def sure_of(chances: F64) -> float:
    """The chance of the likeliest lean and its neighbours."""
    best = int(chances.argmax())
    return float(chances[max(0, best - NEAR_STEPS) : best + NEAR_STEPS + 1].sum())


def _windows(seen: F64, span: int, gap: int) -> F64:
    """(in, leans) -> (span * in, leans): what each filter sees at each lean; beyond the ends the last value goes on."""
    reach, leans = span // 2 * gap, seen.shape[1]
    padded = seen.take(np.arange(-reach, leans + reach), axis=1, mode="clip")
    return np.concatenate([padded[:, start : start + leans] for start in range(0, 2 * reach + 1, gap)])


@cache
def shipped_lean_reader() -> LeanReader:
    """The network that ships; raises `WeightsError` where its file is missing or damaged."""
    return read_lean_reader(bundled_entry(TILT_WEIGHTS, "safetensors").files["safetensors"].path)


def read_lean_reader(path: Path) -> LeanReader:
    """A network's file; raises `ValueError` where it wants other evidence than is gathered."""
    tensors = {name: np.asarray(tensor, np.float64) for name, tensor in load_file(path).items()}
    if len(tensors["mean"]) != ROWS:
        raise ValueError(f"{path.name} reads {len(tensors['mean'])} rows of evidence, not {ROWS}")
    layers = tuple(_layer(tensors, name) for name in ("first", "second", "third"))
    prior = np.concatenate([tensors["prior"][:0:-1], tensors["prior"]])
    return LeanReader(tensors["mean"][:, None], tensors["sd"][:, None], layers, prior)


def _layer(tensors: dict[str, F64], name: str) -> Layer:
    """Filters in the order of `_windows`: a lean's rows together."""
    filters = tensors[f"{name}.weight"].transpose(0, 2, 1)
    return filters.reshape(len(filters), -1), tensors[f"{name}.bias"][:, None]
