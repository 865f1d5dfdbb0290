"""What the exposure map says of one photo, region by region and as a whole."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

F32 = npt.NDArray[np.float32]
Box = tuple[float, float, float, float]


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

    @property
    def doubt_ev(self) -> float:
        """Mean of the scale: the error to expect of a region."""
        return float(self.scale_ev.mean(dtype=np.float64))

    def inside(self, box: Box) -> float:
        """Mean of the map within a box of shares of width and height, one region at least."""
        height, width = self.ev.shape
        left, right = _span(box[0], box[2], width)
        top, bottom = _span(box[1], box[3], height)
        return float(self.ev[top:bottom, left:right].mean(dtype=np.float64))


def _span(start: float, stop: float, length: int) -> tuple[int, int]:
    first = min(max(int(start * length), 0), length - 1)
    return first, max(first + 1, min(length, round(stop * length)))
