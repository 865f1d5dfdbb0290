"""What every overlay is: a name, the assessor it explains, and a function that paints it over the photo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from scoring.assessment import Assessment
from scoring.frame import U8, Frame
from scoring.overlays.legend import LegendPart


@dataclass(frozen=True, slots=True)
class Layer:
    """`picture`: (h, w, 3) uint8 sRGB at the photo's own aspect, no legend; `legend`: what its marks mean.

    `caption`: a sentence that fits better than the assessor's first one, or nothing. `counted`: whether the picture shows what was
    counted and judges nothing, so that level and confidence of the assessor are not about it.
    """

    picture: U8
    legend: tuple[LegendPart, ...] = ()
    caption: str = ""
    counted: bool = False


@dataclass(frozen=True, slots=True)
class Overlay:
    """One way to look at a photo. `paint` takes the long edge in pixels that the picture may have at most."""

    name: str
    title: str
    assessor: str
    """Whose assessment it explains."""
    paint: Callable[[Frame, Assessment, int], Layer]
    shown: Callable[[Frame, Assessment], bool] = lambda _frame, _said: True
    """Whether there is anything to show of a photo; of one without a face there is no picture of faces."""
