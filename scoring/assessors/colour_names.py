"""Plain names for hues, as a photographer would say them."""

from __future__ import annotations

from scoring.assessors.hue_ring import DominantHue

HUE_NAMES = (
    (15.0, "pink"),
    (40.0, "red"),
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
(Ottosson 2020); ends are set between them, foliage (115 .. 135 on the camera photos) being green, skin and coral (41, 44)
orange."""

OLIVE_FROM_DEG, OLIVE_LIGHTNESS = 102.0, 0.78
"""What is yellow when bright is green when darker: grass, leaves and unripe fruit of BIQ2021's phones have hues of 103 to 112 and
lightness of 0.28 to 0.76, a yellow pavement 101, sRGB's yellow 110 and 0.97."""
EARTH_HUES_DEG = (28.0, 100.0)
REDDISH_TO_DEG, REDDISH_EARTH_CHROMA = 45.0, 0.05
"""Walnut and old paper have hues of 34 to 40 and chroma of 0.025 to 0.041, a sunset and red seats with such hues 0.056 and more."""
EARTH_CHROMA = 0.065
EARTH_LIGHTNESS = 0.62
"""Pale red, orange and yellow are called beige when light and brown when dark. Measured: sandstone in the sun has chroma
0.054, while a peach-coloured flower (0.087), a low sun (0.077) and a yellow moon (0.069) keep their colour's name."""

WARM_HUES_DEG = (30.0, 110.0)
GREEN_HUES_DEG = (110.0, 190.0)
COLD_HUES_DEG = (190.0, 300.0)
"""Directions of a cast: from candle light to shade runs warm to cold; green and magenta are the tint across it."""


def name_hue(hue: DominantHue) -> str:
    """A basic colour name."""
    pale = hue.chroma < (REDDISH_EARTH_CHROMA if hue.hue_deg < REDDISH_TO_DEG else EARTH_CHROMA)
    if pale and EARTH_HUES_DEG[0] <= hue.hue_deg < EARTH_HUES_DEG[1]:
        return "beige" if hue.lightness >= EARTH_LIGHTNESS else "brown"
    if hue.hue_deg >= OLIVE_FROM_DEG and hue.lightness < OLIVE_LIGHTNESS and _name(hue.hue_deg) == "yellow":
        return "green"
    return _name(hue.hue_deg)


def _name(hue_deg: float) -> str:
    return next(name for end_deg, name in HUE_NAMES if hue_deg <= end_deg)


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
