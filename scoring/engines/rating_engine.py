"""What a rating engine is, and which one runs here."""

from __future__ import annotations

import importlib.util
import logging
from concurrent.futures import Executor
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from scoring.engines.errors import DeviceError
from scoring.engines.rated import Rated
from weights.entry import WeightsEntry
from weights.registry import DEFAULT_RATING_WEIGHTS, WeightsError, find_entry, how_to_mend, problem_with

log = logging.getLogger(__name__)

NVIDIA_DRIVER = Path("/proc/driver/nvidia/version")
"""Present where the NVIDIA kernel driver is loaded; looking here costs nothing, importing torch costs seconds."""

FULL_PRECISION = "cuda-full"
"""As `cuda`, whose ratings are within 1e-2 of the CPU's, but within 1e-3."""
DEVICES = ("auto", "cpu", "cuda", FULL_PRECISION)
"""`auto` is `cuda` where that works, else `cpu`."""


class RatingEngine(Protocol):
    """Runs the rating network; safe to call from several threads at once."""

    device: str
    """One of `DEVICES`, never `auto`."""
    weights: str

    def rate(self, rgb: npt.NDArray[np.uint8]) -> npt.NDArray[np.float32]:
        """(H, W, 3) uint8 sRGB, upright, any size -> (10,) float32 probabilities of the ratings 1..10."""
        ...

    def rate_with_features(self, rgb: npt.NDArray[np.uint8]) -> Rated:
        """As `rate`, with what the ratings were read from; one run of the network."""
        ...


def open_rating_engine(
    device: str = "auto", name: str = DEFAULT_RATING_WEIGHTS, beside: Executor | None = None
) -> RatingEngine:
    """The engine for `device`, one of `DEVICES`, with the weights called `name`; on the CPU its network is opened on a thread of
    `beside`, if given, while the caller goes on, and whoever asks one that cannot be opened is told.

    Raises `DeviceError` when CUDA is asked for and absent or gives other numbers than the CPU, `WeightsError` when the file is
    missing or damaged.
    """
    entry = find_entry(name)
    if wants_cuda(device):
        check_file(entry, "safetensors")
        try:
            return _on_cuda(entry, device)
        except DeviceError as error:
            if device != "auto":
                raise
            log.warning("assist: %s: the CPU is used", error)
    check_file(entry, "onnx")
    from scoring.engines.onnx_cpu import OnnxRatingEngine

    engine = OnnxRatingEngine(entry)
    if beside is None:
        engine.open()
    else:
        beside.submit(engine.open)
    return engine


def check_file(entry: WeightsEntry, kind: str) -> None:
    """Raises `WeightsError` where the file of that format is missing or damaged."""
    problem = problem_with(entry.files[kind])
    if problem is not None:
        raise WeightsError(f"{entry.files[kind].path.name}: {problem}", how_to_mend(entry))


def _on_cuda(entry: WeightsEntry, device: str) -> RatingEngine:
    from scoring.engines.torch_cuda.open_networks import open_rating
    from scoring.engines.torch_cuda.precision import Precision

    return open_rating(entry, "cuda", Precision.FULL if device == FULL_PRECISION else Precision.HALF)


def wants_cuda(device: str) -> bool:
    """Whether to run on a GPU; `auto` takes one only where a driver is loaded and CUDA answers."""
    if device not in DEVICES:
        raise DeviceError(f"no device is called {device!r}", "choose auto, cpu, cuda or cuda-full")
    if device == "cpu" or (device == "auto" and not NVIDIA_DRIVER.exists()):
        return False
    available = importlib.util.find_spec("torch") is not None and cuda_answers()
    if device not in ("auto", "cpu") and not available:
        raise DeviceError(
            "CUDA cannot be used here", "run with --device cpu, or install the NVIDIA driver and a CUDA torch"
        )
    return available


def cuda_answers() -> bool:
    """Whether torch sees a CUDA device; loads torch."""
    from scoring.engines.torch_cuda.available import cuda_available

    return cuda_available()
