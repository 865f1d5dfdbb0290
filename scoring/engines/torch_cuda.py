"""Runs the rating network with torch on a CUDA device, in full precision."""

from __future__ import annotations

import threading

import numpy as np
import numpy.typing as npt
import torch
from safetensors import SafetensorError
from safetensors.torch import load_file

from scoring.engines.network_input import network_input
from scoring.engines.rated import Rated
from scoring.models.architectures import build_network
from scoring.models.full_precision import full_precision
from weights.entry import WeightsEntry
from weights.registry import WeightsError, how_to_mend

ONE_AT_A_TIME = threading.Lock()
"""Held during inference, by all engines of the process, for the precision of convolutions is the process's."""


def cuda_available() -> bool:
    """Whether torch sees a CUDA device and gets an answer from it; an old card or a busy one is seen but does not answer."""
    if not torch.cuda.is_available():
        return False
    try:
        return float(torch.ones(1, device="cuda").sum()) == 1.0
    except RuntimeError:  # no kernels for this card, no memory left, a driver that has hung
        return False


class TorchRatingEngine:
    """The same network and input as `OnnxRatingEngine`; `device` may be any torch device, `cpu` in tests."""

    def __init__(self, entry: WeightsEntry, device: str = "cuda") -> None:
        self.device = device
        self._network = build_network(entry.facts["network"]).fold_for_inference()
        file = entry.files["safetensors"].path
        try:
            self._network.load_state_dict({name: value.float() for name, value in load_file(file).items()})
        except (RuntimeError, SafetensorError) as error:
            raise WeightsError(f"{file.name} does not hold the network of {entry.name}", how_to_mend(entry)) from error
        self._network.to(device)
        self._preprocessing = entry.preprocessing
        # One name for both formats of the same parameters: results agree within 1e-3, and a catalogue serves both.
        self.weights = f"{entry.name}@{entry.files['onnx'].sha256[:12]}"

    def rate(self, rgb: npt.NDArray[np.uint8]) -> npt.NDArray[np.float32]:
        """(H, W, 3) uint8 sRGB, upright -> (10,) float32 probabilities of the ratings 1..10."""
        return self.rate_with_features(rgb).rating_dist

    def rate_with_features(self, rgb: npt.NDArray[np.uint8]) -> Rated:
        """As `rate`, with the (F,) float32 features where the network tells them; one run of the network."""
        batch = torch.from_numpy(network_input(rgb, self._preprocessing))
        with ONE_AT_A_TIME, full_precision(), torch.inference_mode():
            if not self._network.tells_features:
                return Rated(_numbers(self._network(batch.to(self.device))), None)
            features = self._network.features(batch.to(self.device)).float()
            return Rated(_numbers(self._network.rated(features)), _numbers(features))


def _numbers(rows: torch.Tensor) -> npt.NDArray[np.float32]:
    return np.asarray(rows[0].cpu().numpy(), np.float32)
