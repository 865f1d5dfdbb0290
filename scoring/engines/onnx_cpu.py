"""Runs the rating network on the CPU with ONNX Runtime; never loads torch."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import onnxruntime

from scoring.engines.network_input import network_input
from weights.entry import WeightsEntry


class OnnxRatingEngine:
    """One session, shared by all threads; each photo runs on the thread that asks, so results never depend on company."""

    device = "cpu"

    def __init__(self, entry: WeightsEntry) -> None:
        options = onnxruntime.SessionOptions()
        # Photos run beside each other on the workers; threads inside one photo would fight them for the same cores.
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        # Every photo has its own size: remembering buffers for each would make memory grow.
        options.enable_mem_pattern = False
        file = entry.files["onnx"]
        self._session = onnxruntime.InferenceSession(str(file.path), options, providers=["CPUExecutionProvider"])
        self._preprocessing = entry.preprocessing
        self.weights = f"{entry.name}@{file.sha256[:12]}"

    def rate(self, rgb: npt.NDArray[np.uint8]) -> npt.NDArray[np.float32]:
        """(H, W, 3) uint8 sRGB, upright -> (10,) float32 probabilities of the ratings 1..10."""
        (distribution,) = self._session.run(None, {"picture": network_input(rgb, self._preprocessing)})
        return np.asarray(distribution[0], np.float32)
