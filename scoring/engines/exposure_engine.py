"""The one exposure map of a process: opened when it is first asked for, then shared by all threads."""

from __future__ import annotations

import threading
from functools import cache
from typing import Protocol

import numpy as np
import numpy.typing as npt

from scoring.exposure_reading import ExposureReading
from weights.registry import EXPOSURE_WEIGHTS, bundled_entry

OPENING = threading.Lock()
"""Held while the map is opened: `cache` alone would let two threads open it at once."""


class ExposureEngine(Protocol):
    """Runs the exposure map; safe to call from several threads at once."""

    def read(self, rgb: npt.NDArray[np.uint8]) -> ExposureReading:
        """(H, W, 3) uint8 sRGB, upright, any size -> the EV of its regions."""
        ...


def exposure_engine() -> ExposureEngine:
    """The engine with the weights that ship; raises `WeightsError` where they are missing or damaged."""
    with OPENING:
        return _opened()


@cache
def _opened() -> ExposureEngine:
    # ONNX Runtime takes a fifth of a second to import, which who reads a `Frame` without exposure need not wait for.
    from scoring.engines.onnx_cpu import OnnxExposureEngine

    return OnnxExposureEngine(bundled_entry(EXPOSURE_WEIGHTS))
