"""A share of a picture in words."""

from __future__ import annotations


def percent(share: float) -> str:
    """`"12 %"`, `"0.4 %"`, `"0 %"`: a tenth is told where it matters."""
    if 0.0 < share < 0.0005:
        return "< 0.1 %"
    return f"{share:.1%}".replace("%", " %") if 0.0 < share < 0.0995 else f"{share:.0%}".replace("%", " %")
