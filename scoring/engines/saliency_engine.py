"""The one saliency network of a process: opened when it is first asked for, then shared by all threads."""

from __future__ import annotations

import threading
from functools import cache
from typing import Protocol

import numpy as np
import numpy.typing as npt

from weights.registry import SALIENCY_WEIGHTS, bundled_entry

OPENING = threading.Lock()
"""Held while the network is opened: `cache` alone would let two threads open it at once."""


class SaliencyEngine(Protocol):
    """Runs the saliency network; safe to call from several threads at once."""

    def read(self, rgb: npt.NDArray[np.uint8]) -> npt.NDArray[np.float32]:
        """(H, W, 3) uint8 sRGB, upright, any size -> (h, w) float32 in [0, 1], how likely each place shows the subject."""
        ...


def saliency_engine() -> SaliencyEngine:
    """The engine with the weights that ship; raises `WeightsError` where they are missing or damaged."""
    with OPENING:
        return _opened()


@cache
def _opened() -> SaliencyEngine:
    # ONNX Runtime takes a fifth of a second to import, which who reads a `Frame` without its subject need not wait for.
    from scoring.engines.onnx_cpu import OnnxSaliencyEngine

    return OnnxSaliencyEngine(bundled_entry(SALIENCY_WEIGHTS))
