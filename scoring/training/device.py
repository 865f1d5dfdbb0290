"""Where a training run computes."""

from __future__ import annotations

from scoring.engines.rating_engine import cuda_answers, wants_cuda


def training_device(device: str) -> str:
    """`cpu` or `cuda` for `auto`, `cpu` or `cuda`; `auto` takes CUDA where it answers. Raises `DeviceError`."""
    # torch is loaded already, so there is no reason to look for a driver first, which is only where Linux puts it.
    wanted = cuda_answers() if device == "auto" else wants_cuda(device)
    return "cuda" if wanted else "cpu"
