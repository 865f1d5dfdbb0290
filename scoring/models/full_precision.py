"""Convolutions on CUDA in full precision: cuDNN rounds their input to TF32 unless it is told not to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import torch


@contextmanager
def full_precision() -> Iterator[None]:
    """Inside, convolutions keep float32's 23 bits instead of TF32's 10; afterwards the process is as it was.

    Matrix products keep them by default. The setting belongs to the process: two threads must not be inside at once.
    """
    cudnn: Any = torch.backends.cudnn
    # torch 2.9 renamed the setting and warns of the old name.
    place, name, exact = (
        (cudnn.conv, "fp32_precision", "ieee") if hasattr(cudnn, "conv") else (cudnn, "allow_tf32", False)
    )
    before = getattr(place, name)
    setattr(place, name, exact)
    try:
        yield
    finally:
        setattr(place, name, before)
