"""The shapes that a crop may be asked for."""

from __future__ import annotations

from scoring.crops.errors import AspectError

FREE = "free"
ASPECTS = (FREE, "1:1", "4:5", "3:2", "2:3", "16:9", "9:16", "5:4")
"""Issue "Composition, crops and straightening"."""


def ratio_of(aspect: str) -> float | None:
    """Width over height; None for `free`. Raises `AspectError` for what is not among `ASPECTS`."""
    if aspect not in ASPECTS:
        raise AspectError(aspect, ASPECTS)
    if aspect == FREE:
        return None
    width, height = aspect.split(":")
    return int(width) / int(height)


def shape_suffix(aspect: str) -> str:
    """What is added to the name of a crop's file: `-4x5` for `4:5`, nothing for `free`."""
    return "" if aspect == FREE else f"-{aspect.replace(':', 'x')}"
