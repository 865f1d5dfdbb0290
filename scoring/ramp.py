"""A straight ramp between two values: where trust starts and where it is full."""

from __future__ import annotations


def ramp(value: float, ends: tuple[float, float]) -> float:
    """0 at the first end and beyond, 1 at the second and beyond, straight between; the first end may be the larger."""
    start, full = ends
    return float(min(1.0, max(0.0, (value - start) / (full - start))))
