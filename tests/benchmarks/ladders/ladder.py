"""What a ladder is: a photo, a step, and the photo changed by that step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scoring.assessment import Assessment

U8 = npt.NDArray[np.uint8]
Reading = Callable[[Assessment], float | None]
"""The number that must follow the step; None where the assessor abstained."""


@dataclass(frozen=True)
class Ladder:
    """`change`: (H, W, 3) uint8 sRGB and a step -> the same photo so changed. `sign`: +1 where the reading rises with the step."""

    name: str
    steps: tuple[float, ...]
    unit: str
    change: Callable[[U8, float], U8]
    assessor: str
    reading: str
    sign: int

    def read(self, said: Assessment) -> float | None:
        """The value, or the number of that name in the evidence; None where the assessor abstained."""
        if said.abstained:
            return None
        if self.reading == "value":
            return said.value
        found = said.evidence.get(self.reading)
        return float(found) if isinstance(found, int | float) else None
