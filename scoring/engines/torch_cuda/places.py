"""Where the subject is, and how well each place is exposed, read with torch on a CUDA device in full precision."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from scoring.engines.exposure_engine import exposure_engine
from scoring.engines.network_input import fitted
from scoring.engines.saliency_engine import saliency_engine
from scoring.engines.torch_cuda.on_device import OnDevice
from scoring.engines.torch_cuda.parameters import with_parameters
from scoring.engines.torch_cuda.precision import Precision
from scoring.engines.torch_cuda.seen_pictures import ExposedPlaces, SalientPlaces
from scoring.exposure_reading import ExposureReading
from scoring.models.exposure_map import ExposureMap
from scoring.models.saliency_network import SaliencyNetwork
from weights.registry import EXPOSURE_WEIGHTS, SALIENCY_WEIGHTS, bundled_entry

U8 = npt.NDArray[np.uint8]
F32 = npt.NDArray[np.float32]


class TorchSaliencyEngine:
    """A `SaliencyEngine`; where the device cannot say, the CPU is asked."""

    def __init__(self, device: str) -> None:
        """Raises `WeightsError` where the weights that ship are missing or damaged."""
        entry = bundled_entry(SALIENCY_WEIGHTS, "safetensors")
        network = with_parameters(SaliencyNetwork().fold_for_inference(), entry)
        self._on_device = OnDevice(SalientPlaces(network), device, Precision.FULL)
        self._preprocessing = entry.preprocessing

    def read(self, rgb: U8) -> F32:
        """(H, W, 3) uint8 sRGB, upright, any size -> (h, w) float32 in [0, 1], a quarter of the network's input."""
        said = self._said_of(rgb)
        return saliency_engine().read(rgb) if said is None else said

    def off_by(self, rgb: U8) -> float:
        """Largest difference from the CPU's map; infinite where the device itself cannot say."""
        said = self._said_of(rgb)
        return math.inf if said is None else float(np.abs(said - saliency_engine().read(rgb)).max())

    def _said_of(self, rgb: U8) -> F32 | None:
        said = self._on_device.said_of(fitted(rgb, self._preprocessing))
        return None if said is None else said[0]


class TorchExposureEngine:
    """An `ExposureEngine`; where the device cannot say, the CPU is asked."""

    def __init__(self, device: str) -> None:
        """Raises `WeightsError` where the weights that ship are missing or damaged."""
        entry = bundled_entry(EXPOSURE_WEIGHTS, "safetensors")
        network = with_parameters(ExposureMap().fold_for_inference(), entry)
        self._on_device = OnDevice(ExposedPlaces(network), device, Precision.FULL)
        self._preprocessing = entry.preprocessing

    def read(self, rgb: U8) -> ExposureReading:
        """(H, W, 3) uint8 sRGB, upright, any size -> the EV of its regions."""
        said = self._said_of(rgb)
        return exposure_engine().read(rgb) if said is None else said

    def off_by(self, rgb: U8) -> float:
        """Largest difference from the CPU's reading, in EV; infinite where the device itself cannot say."""
        here = self._said_of(rgb)
        if here is None:
            return math.inf
        there = exposure_engine().read(rgb)
        return float(max(np.abs(here.ev - there.ev).max(), np.abs(here.scale_ev - there.scale_ev).max()))

    def _said_of(self, rgb: U8) -> ExposureReading | None:
        said = self._on_device.said_of(fitted(rgb, self._preprocessing))
        return None if said is None else ExposureReading(*said)
