"""Runs the rating network with torch on a CUDA device, in full precision."""

from __future__ import annotations

import threading

import numpy as np
import numpy.typing as npt
import torch
from safetensors.torch import load_file

from scoring.engines.network_input import network_input
from scoring.models.nima import Nima
from weights.entry import WeightsEntry


def cuda_available() -> bool:
    """Whether torch sees a CUDA device."""
    return torch.cuda.is_available()


class TorchRatingEngine:
    """The same network and input as `OnnxRatingEngine`; `device` may be any torch device, `cpu` in tests."""

    def __init__(self, entry: WeightsEntry, device: str = "cuda") -> None:
        self.device = device
        self._network = Nima().fold_for_inference()
        self._network.load_state_dict(
            {name: value.float() for name, value in load_file(entry.files["safetensors"].path).items()}
        )
        self._network.to(device)
        self._preprocessing = entry.preprocessing
        # One name for both formats of the same parameters: results agree within 1e-3, and a catalogue serves both.
        self.weights = f"{entry.name}@{entry.files['onnx'].sha256[:12]}"
        self._one_at_a_time = threading.Lock()

    def rate(self, rgb: npt.NDArray[np.uint8]) -> npt.NDArray[np.float32]:
        """(H, W, 3) uint8 sRGB, upright -> (10,) float32 probabilities of the ratings 1..10."""
        batch = torch.from_numpy(network_input(rgb, self._preprocessing))
        with self._one_at_a_time, torch.inference_mode():
            distribution = self._network(batch.to(self.device))[0].cpu().numpy()
        return np.asarray(distribution, np.float32)
