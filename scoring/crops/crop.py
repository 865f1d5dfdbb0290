"""What is advised: up to three crops of one shape, or to leave the frame as it was taken."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scoring.crops.aspects import FREE

Box = tuple[float, float, float, float]
"""left, top, right, bottom as shares of the upright picture's width and height."""


@dataclass(frozen=True, slots=True)
class Crop:
    """`score` in (0, 1): how likely it is better than the frame as taken, or than the levelled frame; that is 0.5.

    Where the photo is to be turned, `box` is turned the other way about its own middle: so it lies on the untouched picture
    (docs/adr/0004-straightened-crops.md).
    """

    box: Box
    score: float
    reasons: tuple[str, ...]

    @property
    def area(self) -> float:
        """Share of the picture that it keeps."""
        left, top, right, bottom = self.box
        return (right - left) * (bottom - top)


@dataclass(frozen=True, slots=True)
class CropAdvice:
    """`crops`: best first, none of them a rule broken. `keep_uncropped`: nothing clearly beats the frame; `reason` says why.

    `turn_deg`: by how much to turn the photo clockwise, whose crops these are. A frame that is to be turned and then kept is
    advised as the only crop of the free shape: the largest of its own shape inside.
    """

    aspect: str
    crops: tuple[Crop, ...]
    keep_uncropped: bool
    reason: str
    turn_deg: float = 0.0

    @property
    def levelled_frame(self) -> Crop | None:
        """What to keep where the photo is to be turned and nothing more; None where there is nothing to turn or more to crop."""
        return self.crops[0] if self.turn_deg and self.keep_uncropped and self.aspect == FREE else None


def told_box(box: npt.NDArray[np.float64]) -> Box:
    """(4,) as plain numbers, as fine as a tenth of a pixel of any camera."""
    left, top, right, bottom = (round(float(share), 5) for share in box)
    return left, top, right, bottom
