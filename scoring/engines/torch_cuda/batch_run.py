"""Runs a network on one batch: pictures up to the device, numbers down from it."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import cache
from queue import SimpleQueue

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from scoring.engines.batcher import AT_ONCE
from scoring.engines.torch_cuda.precision import HALF_DTYPE, Precision
from scoring.models.full_precision import full_precision

U8 = npt.NDArray[np.uint8]
F32 = npt.NDArray[np.float32]

LAUNCHING = threading.Lock()
"""Held while a network's work is handed to the device, by all networks of the process: the precision of convolutions is the
process's. What was handed over is not waited for under it."""


Streams = SimpleQueue[torch.cuda.Stream | None]
"""Those that nobody uses; torch's CPU has none."""


class BatchRun:
    """Safe to call from several threads at once; `AT_ONCE` batches of all networks together are on a device at most."""

    def __init__(self, network: nn.Module, device: str, precision: Precision) -> None:
        """`network`: (N, h, w, 3) uint8 sRGB -> a tuple of (N, …) float tensors. `device`: any of torch's."""
        self._device = torch.device(device)
        self._on_cuda = self._device.type == "cuda"
        self._half = precision is Precision.HALF
        self._network = network.eval().to(self._device)
        self._streams = streams_of(self._device)
        if self._on_cuda:
            torch.cuda.synchronize(self._device)  # parameters came on another stream than those that will read them

    def __call__(self, pictures: Sequence[U8]) -> list[tuple[F32, ...]]:
        """(h, w, 3) uint8 sRGB each, of one shape -> what the network says of each, float32.

        Raises `torch.OutOfMemoryError` where they do not fit, and other `RuntimeError`s of a device that fails.
        """
        stream = self._streams.get()
        try:
            with torch.cuda.stream(stream), torch.inference_mode():
                said = self._launched(self._uploaded(pictures))
                # Copying down waits for this stream alone.
                numbers = [part.float().cpu().numpy() for part in said]
        finally:
            self._streams.put(stream)
        return [tuple(np.array(part[i], np.float32) for part in numbers) for i in range(len(pictures))]

    def _uploaded(self, pictures: Sequence[U8]) -> torch.Tensor:
        # From pinned memory a copy goes on beside the computing of other batches.
        batch = torch.empty((len(pictures), *pictures[0].shape), dtype=torch.uint8, pin_memory=self._on_cuda)
        np.stack(pictures, out=batch.numpy())
        return batch.to(self._device, non_blocking=True)

    def _launched(self, batch: torch.Tensor) -> tuple[torch.Tensor, ...]:
        with LAUNCHING, full_precision(), torch.autocast(self._device.type, HALF_DTYPE, enabled=self._half):
            said: tuple[torch.Tensor, ...] = self._network(batch)
        return said


@cache
def streams_of(device: torch.device) -> Streams:
    """Shared by all networks: cuBLAS keeps a workspace of megabytes for each pair of a thread and a stream."""
    streams: Streams = SimpleQueue()
    for _ in range(AT_ONCE):
        streams.put(torch.cuda.Stream(device) if device.type == "cuda" else None)  # type: ignore[no-untyped-call]
    return streams
