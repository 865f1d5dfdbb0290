"""Rates photos with torch on a CUDA device."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from scoring.engines.network_input import fitted
from scoring.engines.onnx_cpu import OnnxRatingEngine
from scoring.engines.rated import Rated
from scoring.engines.torch_cuda.on_device import OnDevice
from scoring.engines.torch_cuda.parameters import parameters_of, with_parameters
from scoring.engines.torch_cuda.precision import Precision, as_asked_for
from scoring.engines.torch_cuda.seen_pictures import RatedPictures
from scoring.models.architectures import build_network
from scoring.models.embedder import Embedder
from scoring.once import once
from weights.entry import WeightsEntry
from weights.registry import EMBEDDER_WEIGHTS, bundled_entry


class TorchRatingEngine:
    """The same network and input as `OnnxRatingEngine`, which is asked where the device cannot say."""

    def __init__(self, entry: WeightsEntry, device: str = "cuda", precision: Precision = Precision.FULL) -> None:
        """`device`: any of torch's, `cpu` in tests. Raises `WeightsError` where the file holds another network."""
        self.device = as_asked_for(device, precision)
        self._entry = entry
        network = with_parameters(build_network(entry.facts["network"]).fold_for_inference(), entry)
        seen = RatedPictures(network, entry.preprocessing, embedder_of(entry))
        self._on_device = OnDevice(seen, device, precision)
        # One name for both formats of the same parameters: results agree within 1e-2, and a catalogue serves both.
        self.weights = f"{entry.name}@{entry.files['onnx'].sha256[:12]}"

    def rate(self, rgb: npt.NDArray[np.uint8]) -> npt.NDArray[np.float32]:
        """(H, W, 3) uint8 sRGB, upright -> (10,) float32 probabilities of the ratings 1..10."""
        return self.rate_with_features(rgb).rating_dist

    def rate_with_features(self, rgb: npt.NDArray[np.uint8]) -> Rated:
        """As `rate`, with the (F,) float32 features where the network tells them, and their embedding; one run of the network."""
        said = self._said_of(rgb)
        return self._on_cpu.rate_with_features(rgb) if said is None else Rated(*said)

    def off_by(self, rgb: npt.NDArray[np.uint8]) -> float:
        """Largest difference of any probability from the CPU's; infinite where the device itself cannot say."""
        said = self._said_of(rgb)
        return math.inf if said is None else float(np.abs(said[0] - self._on_cpu.rate(rgb)).max())

    def _said_of(self, rgb: npt.NDArray[np.uint8]) -> tuple[npt.NDArray[np.float32], ...] | None:
        return self._on_device.said_of(fitted(rgb, self._entry.preprocessing))

    @once
    def _on_cpu(self) -> OnnxRatingEngine:
        return OnnxRatingEngine(self._entry)


def embedder_of(rating: WeightsEntry) -> Embedder | None:
    """The shipped embedder where it was made for these weights; raises `WeightsError` where its file is missing or damaged."""
    entry = bundled_entry(EMBEDDER_WEIGHTS, "safetensors")
    if entry.facts["network"]["features_sha256"] != rating.files["safetensors"].sha256:
        return None
    dimension, features = parameters_of(entry)["map.weight"].shape
    return with_parameters(Embedder(features, dimension), entry)
