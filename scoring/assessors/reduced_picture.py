"""Whether a picture is a reduced copy: it then looks sharper than it was, and has lost what only single pixels show."""

from __future__ import annotations

from scoring.frame import Frame

REDUCED_LONG_EDGE_PX = 1600
"""No camera's full frame is smaller in this century."""


def is_reduced(frame: Frame) -> bool:
    """Whether the pixels are fewer than any camera's."""
    return int(max(frame.rgb.shape[:2])) < REDUCED_LONG_EDGE_PX
