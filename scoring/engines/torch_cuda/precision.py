"""How exactly the rating network computes on a device, and how far from the CPU's numbers it may then be."""

from __future__ import annotations

from enum import StrEnum

import torch

HALF_DTYPE = torch.float16
"""Ten bits of mantissa: on five pictures probabilities were off by 0.0007 and the mean rating by 0.007 at most, with the seven bits
of bfloat16 by 0.008 and 0.07 (torch's autocast on a CPU). What leaves its range is no number, and then the CPU is asked."""


class Precision(StrEnum):
    """Of convolutions and matrix products."""

    HALF = "half"
    FULL = "full"


AGREEMENT = {Precision.HALF: 1e-2, Precision.FULL: 1e-3}
"""Largest difference of any number from the CPU's (issue "As fast as the photos can be decoded")."""


def as_asked_for(device: str, precision: Precision) -> str:
    """What a user calls them together: `cuda` computes in half precision, `cuda-full` in full."""
    return f"{device}-full" if device == "cuda" and precision is Precision.FULL else device
