"""One network on a device, for all threads that judge; where the device cannot say, the CPU is to be asked."""

from __future__ import annotations

import logging
import threading

import numpy as np
import numpy.typing as npt
from torch import nn

from scoring.engines.batcher import MOST, Batcher
from scoring.engines.torch_cuda.batch_run import BatchRun
from scoring.engines.torch_cuda.in_parts import InParts
from scoring.engines.torch_cuda.precision import Precision

log = logging.getLogger(__name__)

U8 = npt.NDArray[np.uint8]
F32 = npt.NDArray[np.float32]


class OnDevice:
    """Safe to call from several threads at once: what they ask in the same moment runs as one batch."""

    def __init__(self, network: nn.Module, device: str, precision: Precision) -> None:
        """As `BatchRun`."""
        self._batcher = Batcher(InParts(BatchRun(network, device, precision), MOST))
        self._losing, self._lost = threading.Lock(), False

    def said_of(self, picture: U8) -> tuple[F32, ...] | None:
        """(h, w, 3) uint8 sRGB -> what the network says of it, float32.

        None where the device cannot say: there is no room even for one, half precision overflowed, or the device failed, which
        is logged once and for good, for after most errors CUDA answers nothing more.
        """
        if self._lost:
            return None
        try:
            said = self._batcher(picture)
        except RuntimeError as error:
            self._lose(error)
            return None
        return said if said is not None and all(np.isfinite(part).all() for part in said) else None

    def _lose(self, error: RuntimeError) -> None:
        with self._losing:
            known, self._lost = self._lost, True
        if not known:
            log.warning("assist: the GPU failed, and the CPU goes on in its place: %s", first_line(error))


def first_line(error: RuntimeError) -> str:
    """What CUDA says of an error; advice for programmers follows it."""
    return str(error).partition("\n")[0]
