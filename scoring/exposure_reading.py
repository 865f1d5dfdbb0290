"""What the exposure map says of one photo, region by region and as a whole."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

F32 = npt.NDArray[np.float32]


@dataclass(frozen=True)
class ExposureReading:
    """`ev`: (h, w) float32, how many EV each region is from well exposed, negative = too dark. `scale_ev`: (h, w) float32, the
    mean absolute error to expect of it (the scale of a Laplace distribution), in EV."""

    ev: F32
    scale_ev: F32

    @property
    def whole_ev(self) -> float:
        """Mean of the map: every region counts alike, as it did in training."""
        return float(self.ev.mean(dtype=np.float64))
