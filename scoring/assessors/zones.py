"""Adams's eleven zones: how much of a photo lies in each stop, from black to paper white."""

from __future__ import annotations

import numpy as np

from scoring.clipping import BLOWN_CODE
from scoring.frame import F32
from scoring.luminance import MID_GREY_LUMINANCE
from scoring.srgb import SRGB_TO_LINEAR

ZONES = 11
"""0 (black), V (mid-grey), X (paper white): Adams, The Negative, 1981. A screen's white is zone VII and a half (2.5 EV above)."""
WHITE_LUMINANCE = float(SRGB_TO_LINEAR[BLOWN_CODE])
"""Where a JPEG holds no detail: the paper's white."""


def zone_shares(luminance: F32) -> tuple[float, ...]:
    """(...,) relative luminance in [0, 1] -> share of the pixels in zones 0..X, eleven numbers that sum to 1.

    A zone is a stop, zone V half a stop to either side of mid-grey; what a screen shows as white is zone X.
    """
    stops = np.log2(np.maximum(luminance, 1e-6) / np.float32(MID_GREY_LUMINANCE))
    zone = np.clip(np.rint(stops) + ZONES // 2, 0, ZONES - 2).astype(np.intp)
    zone[luminance >= WHITE_LUMINANCE] = ZONES - 1
    return tuple(float(share) for share in np.bincount(zone.ravel(), minlength=ZONES) / zone.size)
