"""Whether a picture is a reduced copy: it then looks sharper than it was, and has lost what only single pixels show."""

from __future__ import annotations

import math

import numpy as np

from scoring.frame import Frame
from scoring.ramp import ramp

REDUCED_LONG_EDGE_PX = 1600
"""No camera's full frame is smaller in this century."""

SMALL_LONG_EDGE_PX = 512
CRISPNESS = (0.0, 0.25, 0.52, 0.6, 1.0)
"""Crispness at full size where severely blurred, blurred and moderately sharp end (`sharpness.LEVELS`), ..."""
SMALL_CRISPNESS = (0.0, 0.5, 0.8, 0.9, 1.0)
"""... and of copies as small as that which look so: set by hand beside 64 BIQ2021 photos of 512 px between 0.37 and 0.95, of which
those under 0.8 are blurred or shaken to the naked eye. A sharp camera photo reduced to 1,500, 1,000 and 512 px gives 0.93, 0.96
and 0.98, one a little soft 0.71, 0.81 and 0.94."""


def as_full_size(crispness: float, long_edge_px: int) -> float:
    """Crispness, in [0, 1], of a picture of that size on the scale of full-size photos: the same order, other numbers."""
    small = ramp(math.log2(long_edge_px), (math.log2(REDUCED_LONG_EDGE_PX), math.log2(SMALL_LONG_EDGE_PX)))
    if small == 0.0:
        return crispness
    ends = (1.0 - small) * np.asarray(CRISPNESS) + small * np.asarray(SMALL_CRISPNESS)
    return float(np.interp(crispness, ends, CRISPNESS))


def is_reduced(frame: Frame) -> bool:
    """Whether the pixels are fewer than any camera's."""
    return int(max(frame.rgb.shape[:2])) < REDUCED_LONG_EDGE_PX
