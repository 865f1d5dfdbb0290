"""How sure a share of a few cases is."""

from __future__ import annotations

Z_95 = 1.959964
"""Two-sided 95 % of a normal distribution."""


def wilson_interval(hits: int, cases: int) -> tuple[float, float]:
    """95 % interval of a proportion (Wilson 1927); (0, 1) without a case."""
    if cases == 0:
        return 0.0, 1.0
    share, squared = hits / cases, Z_95**2
    middle = (share + squared / (2 * cases)) / (1 + squared / cases)
    half = Z_95 / (1 + squared / cases) * (share * (1 - share) / cases + squared / (4 * cases**2)) ** 0.5
    return max(0.0, middle - half), min(1.0, middle + half)
