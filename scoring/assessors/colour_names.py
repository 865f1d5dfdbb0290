"""Plain names for hues, as a photographer would say them."""

from __future__ import annotations

from scoring.assessors.hue_ring import DominantHue

HUE_NAMES = (
    (15.0, "pink"),
    (45.0, "red"),
    (80.0, "orange"),
    (115.0, "yellow"),
    (165.0, "green"),
    (225.0, "cyan"),
    (285.0, "blue"),
    (315.0, "violet"),
    (345.0, "magenta"),
    (360.0, "pink"),
)
"""Upper ends in OKLab hue. The sRGB corners lie at red 29, yellow 110, green 142, cyan 195, blue 264, magenta 328
(Ottosson 2020); ends are set between them, foliage (115 .. 135 on the camera photos) being green."""

EARTH_HUES_DEG = (45.0, 100.0)
EARTH_CHROMA = 0.065
EARTH_LIGHTNESS = 0.62
"""Pale orange and yellow are called beige when light and brown when dark. Measured: sandstone in the sun has chroma
0.054, while a peach-coloured flower (0.087), a low sun (0.077) and a yellow moon (0.069) keep their colour's name."""

WARM_HUES_DEG = (30.0, 110.0)
GREEN_HUES_DEG = (110.0, 190.0)
COLD_HUES_DEG = (190.0, 300.0)
"""Directions of a cast: from candle light to shade runs warm to cold; green and magenta are the tint across it."""


def name_hue(hue: DominantHue) -> str:
    """A basic colour name."""
    if EARTH_HUES_DEG[0] <= hue.hue_deg < EARTH_HUES_DEG[1] and hue.chroma < EARTH_CHROMA:
        return "beige" if hue.lightness >= EARTH_LIGHTNESS else "brown"
    return next(name for end_deg, name in HUE_NAMES if hue.hue_deg <= end_deg)


def name_hues(hues: tuple[DominantHue, ...]) -> str:
    """`"green"`, `"blue and beige"`, `"red, green and blue"`; empty for none."""
    names = list(dict.fromkeys(name_hue(hue) for hue in hues))
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def name_cast(hue_deg: float) -> str:
    """`"warm"`, `"cold"`, `"green"` or `"magenta"`."""
    for (start_deg, end_deg), name in ((WARM_HUES_DEG, "warm"), (GREEN_HUES_DEG, "green"), (COLD_HUES_DEG, "cold")):
        if start_deg <= hue_deg < end_deg:
            return name
    return "magenta"
