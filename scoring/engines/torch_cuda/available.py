"""Whether a CUDA device is there and answers."""

from __future__ import annotations

import torch


def cuda_available() -> bool:
    """Whether torch sees a CUDA device and gets an answer from it; an old card or a busy one is seen but does not answer."""
    if not torch.cuda.is_available():
        return False
    try:
        return float(torch.ones(1, device="cuda").sum()) == 1.0
    except RuntimeError:  # no kernels for this card, no memory left, a driver that has hung
        return False
