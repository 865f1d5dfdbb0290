"""What a rating engine is, and which one runs here."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from scoring.engines.errors import DeviceError
from scoring.engines.rated import Rated
from weights.registry import DEFAULT_RATING_WEIGHTS, WeightsError, find_entry, how_to_mend, problem_with

NVIDIA_DRIVER = Path("/proc/driver/nvidia/version")
"""Present where the NVIDIA kernel driver is loaded; looking here costs nothing, importing torch costs seconds."""


class RatingEngine(Protocol):
    """Runs the rating network; safe to call from several threads at once."""

    device: str
    weights: str

    def rate(self, rgb: npt.NDArray[np.uint8]) -> npt.NDArray[np.float32]:
        """(H, W, 3) uint8 sRGB, upright, any size -> (10,) float32 probabilities of the ratings 1..10."""
        ...

    def rate_with_features(self, rgb: npt.NDArray[np.uint8]) -> Rated:
        """As `rate`, with what the ratings were read from; one run of the network."""
        ...


def open_rating_engine(device: str = "auto", name: str = DEFAULT_RATING_WEIGHTS) -> RatingEngine:
    """The engine for `device` (`auto`, `cpu`, `cuda`) with the weights called `name`.

    Raises `DeviceError` when CUDA is asked for and absent, `WeightsError` when the file is missing or damaged.
    """
    entry = find_entry(name)
    kind = "safetensors" if wants_cuda(device) else "onnx"
    problem = problem_with(entry.files[kind])
    if problem is not None:
        raise WeightsError(f"{entry.files[kind].path.name}: {problem}", how_to_mend(entry))
    if kind == "safetensors":
        from scoring.engines.torch_cuda import TorchRatingEngine

        return TorchRatingEngine(entry)
    from scoring.engines.onnx_cpu import OnnxRatingEngine

    return OnnxRatingEngine(entry)


def wants_cuda(device: str) -> bool:
    """Whether to run on a GPU; `auto` takes one only where a driver is loaded and CUDA answers."""
    if device not in ("auto", "cpu", "cuda"):
        raise DeviceError(f"no device is called {device!r}", "choose auto, cpu or cuda")
    if device == "cpu" or (device == "auto" and not NVIDIA_DRIVER.exists()):
        return False
    available = importlib.util.find_spec("torch") is not None and cuda_answers()
    if device == "cuda" and not available:
        raise DeviceError(
            "CUDA cannot be used here", "run with --device cpu, or install the NVIDIA driver and a CUDA torch"
        )
    return available


def cuda_answers() -> bool:
    """Whether torch sees a CUDA device; loads torch."""
    from scoring.engines.torch_cuda import cuda_available

    return cuda_available()
