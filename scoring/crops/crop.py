"""What is advised: up to three crops of one shape, or to leave the frame as it was taken."""

from __future__ import annotations

from dataclasses import dataclass

Box = tuple[float, float, float, float]
"""left, top, right, bottom as shares of the upright picture's width and height."""


@dataclass(frozen=True, slots=True)
class Crop:
    """`score` in (0, 1): how likely it is better than the frame as taken, which is 0.5."""

    box: Box
    score: float
    reasons: tuple[str, ...]

    @property
    def area(self) -> float:
        """Share of the frame that it keeps."""
        left, top, right, bottom = self.box
        return (right - left) * (bottom - top)


@dataclass(frozen=True, slots=True)
class CropAdvice:
    """`crops`: best first, none of them a rule broken. `keep_uncropped`: nothing clearly beats the frame; `reason` says why."""

    aspect: str
    crops: tuple[Crop, ...]
    keep_uncropped: bool
    reason: str
