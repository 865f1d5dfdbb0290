"""Rates photos by a network that runs elsewhere: on a device, in another process."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from scoring.engines.network_input import fitted
from scoring.engines.rated import Rated
from scoring.engines.said_of import Said, SaidOf
from scoring.once import once
from weights.entry import WeightsEntry

if TYPE_CHECKING:
    from scoring.engines.onnx_cpu import OnnxRatingEngine


class RatingElsewhere:
    """A `RatingEngine` with the input of `OnnxRatingEngine`, which is asked where the network elsewhere cannot say."""

    def __init__(self, entry: WeightsEntry, said_of: SaidOf, device: str) -> None:
        """`said_of` tells ratings, features and embedding, or as many of them as it has. `device`: one of `DEVICES`, where this
        process opens other networks."""
        self.device = device
        self.said_of = said_of
        self._entry = entry
        # One name for all formats of the same parameters: results agree within 1e-2, and a catalogue serves them all.
        self.weights = f"{entry.name}@{entry.files['onnx'].sha256[:12]}"

    def rate(self, rgb: npt.NDArray[np.uint8]) -> npt.NDArray[np.float32]:
        """(H, W, 3) uint8 sRGB, upright -> (10,) float32 probabilities of the ratings 1..10."""
        return self.rate_with_features(rgb).rating_dist

    def rate_with_features(self, rgb: npt.NDArray[np.uint8]) -> Rated:
        """As `rate`, with the (F,) float32 features where the network tells them, and their embedding; one run of the network."""
        said = self._said_of(rgb)
        return self._on_cpu.rate_with_features(rgb) if said is None else Rated(*said)

    def off_by(self, rgb: npt.NDArray[np.uint8]) -> float:
        """Largest difference of any probability from the CPU's; infinite where the network elsewhere cannot say."""
        said = self._said_of(rgb)
        return math.inf if said is None else float(np.abs(said[0] - self._on_cpu.rate(rgb)).max())

    def _said_of(self, rgb: npt.NDArray[np.uint8]) -> Said:
        return self.said_of(fitted(rgb, self._entry.preprocessing))

    @once
    def _on_cpu(self) -> OnnxRatingEngine:
        # ONNX Runtime takes a fifth of a second to import, and is not needed where nothing fails.
        from scoring.engines.onnx_cpu import OnnxRatingEngine

        return OnnxRatingEngine(self._entry)
