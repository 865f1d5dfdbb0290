"""Where the subject is, and how well each place is exposed, by networks that run elsewhere: on a device, in another process."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from scoring.engines.exposure_engine import exposure_engine
from scoring.engines.network_input import fitted
from scoring.engines.said_of import SaidOf
from scoring.engines.saliency_engine import saliency_engine
from scoring.exposure_reading import ExposureReading
from weights.registry import EXPOSURE_WEIGHTS, SALIENCY_WEIGHTS, bundled_entry

U8 = npt.NDArray[np.uint8]
F32 = npt.NDArray[np.float32]


class SaliencyElsewhere:
    """A `SaliencyEngine`; where the network elsewhere cannot say, the CPU here is asked."""

    def __init__(self, said_of: SaidOf) -> None:
        """Raises `WeightsError` where the weights that ship are missing or damaged."""
        self.said_of = said_of
        self._preprocessing = bundled_entry(SALIENCY_WEIGHTS).preprocessing

    def read(self, rgb: U8) -> F32:
        """(H, W, 3) uint8 sRGB, upright, any size -> (h, w) float32 in [0, 1], a quarter of the network's input."""
        said = self._said_of(rgb)
        return saliency_engine().read(rgb) if said is None else said

    def off_by(self, rgb: U8) -> float:
        """Largest difference from the CPU's map; infinite where the network elsewhere cannot say."""
        said = self._said_of(rgb)
        return math.inf if said is None else float(np.abs(said - saliency_engine().read(rgb)).max())

    def _said_of(self, rgb: U8) -> F32 | None:
        said = self.said_of(fitted(rgb, self._preprocessing))
        return None if said is None else said[0]


class ExposureElsewhere:
    """An `ExposureEngine`; where the network elsewhere cannot say, the CPU here is asked."""

    def __init__(self, said_of: SaidOf) -> None:
        """Raises `WeightsError` where the weights that ship are missing or damaged."""
        self.said_of = said_of
        self._preprocessing = bundled_entry(EXPOSURE_WEIGHTS).preprocessing

    def read(self, rgb: U8) -> ExposureReading:
        """(H, W, 3) uint8 sRGB, upright, any size -> the EV of its regions."""
        said = self._said_of(rgb)
        return exposure_engine().read(rgb) if said is None else said

    def off_by(self, rgb: U8) -> float:
        """Largest difference from the CPU's reading, in EV; infinite where the network elsewhere cannot say."""
        here = self._said_of(rgb)
        if here is None:
            return math.inf
        there = exposure_engine().read(rgb)
        return float(max(np.abs(here.ev - there.ev).max(), np.abs(here.scale_ev - there.scale_ev).max()))

    def _said_of(self, rgb: U8) -> ExposureReading | None:
        said = self.said_of(fitted(rgb, self._preprocessing))
        return None if said is None else ExposureReading(*said)
