"""What 8-bit sRGB means in linear light."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

F32 = npt.NDArray[np.float32]


def _srgb_to_linear_table() -> F32:
    code = np.arange(256, dtype=np.float64) / 255.0
    linear = np.where(code <= 0.04045, code / 12.92, ((code + 0.055) / 1.055) ** 2.4)
    return linear.astype(np.float32)


SRGB_TO_LINEAR = _srgb_to_linear_table()
"""(256,) float32: 8-bit sRGB code value to linear light in [0, 1] (IEC 61966-2-1)."""
