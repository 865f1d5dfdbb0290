"""What the colour assessor tells a photographer, most important sentence first."""

from __future__ import annotations

from itertools import combinations

from scoring.assessors.colour_cast import Cast
from scoring.assessors.colour_names import name_cast, name_hue, name_hues
from scoring.assessors.gamut_edge import GamutEdge
from scoring.assessors.harmony import Harmony
from scoring.assessors.hue_ring import DominantHue, HueRing
from scoring.percent import percent

BLACK_AND_WHITE, ALMOST_COLOURLESS = "black and white", "almost colourless"
MUTED, NORMAL, VIVID, TOO_VIVID = "muted", "normal saturation", "vivid", "too vivid"
"""After the saturation scale of ITU-T F.740.4, too dim .. too vivid; muted is a look and no fault. "Natural", its middle, would
claim more than how much colour there is: a casino flooded with orange light lies there too."""

MUTED_BELOW, VIVID_FROM = 15.0, 82.0
"""Hasler and Suesstrunk's "slightly" and "highly colourful" (2003)."""
TOO_VIVID_FROM = 0.10
"""Share of the frame at the gamut's edge; the most any of 16 unedited camera photos had was 0.04."""
FULL_CHANNEL_FROM = 0.03
"""Share of the frame, as for any blown channel (`clipping_words.COLOUR_WORTH_SAYING`). Camera photos reached 0.009; of 1,050
BIQ2021 photos 44 pass, and 36 of them were looked at: flowers, flames, fabric, fruit, sunsets, stage light, false balance."""
LITTLE_COLOUR = 0.10
"""With less than a tenth of the frame coloured there is little to judge; such camera photos were a moon and a fog."""
SLIGHT_CAST, STRONG_CAST = 0.02, 0.05
"""OKLab chroma of a grey card: just seen beside true grey, and plain without comparison. No camera photo in daylight
reached the first with all three estimators agreeing."""
A_PAIR = 2
OPPOSITE = frozenset("IXY")
"""Matsuda's templates with two sectors that face each other; a dominant hue may lie between them all the same."""
OPPOSITE_FROM_DEG = 150.0
"""Within one of twelve hues of the one across."""
MOSTLY_BLACK, MOSTLY_COLOURED = 0.65, 0.5
"""Parts of the frame, and of what is not black in it: an amber moon has much colour of its own in a frame that has little.
A casino at night is 0.79 black."""
BLACK_FROM = 0.05
"""Share of the frame from which its black is worth a word; a choice."""


def white_balance_of(cast: Cast) -> str | None:
    """ITU-T F.740.4's scale from "too warm" to "too cold"; None where nobody can be sure.

    "Normal" is never said: that no cast is agreed on does not prove that there is none. Green and magenta casts are
    none of its levels.
    """
    name = name_cast(cast.hue_deg)
    if cast.strength < SLIGHT_CAST or name not in ("warm", "cold"):
        return None
    return f"too {name}" if cast.strength >= STRONG_CAST else f"slightly {name}"


def level_of(colourfulness: float, cast: Cast, gamut_edge: float) -> str:
    """The one thing most worth knowing about the colour, where there is some."""
    if gamut_edge >= TOO_VIVID_FROM:
        return TOO_VIVID
    if cast.strength >= SLIGHT_CAST:
        degree = "" if cast.strength >= STRONG_CAST else "slightly "
        return degree + name_cast(cast.hue_deg)
    return _saturation(colourfulness)


def _saturation(colourfulness: float) -> str:
    if colourfulness < MUTED_BELOW:
        return MUTED
    return VIVID if colourfulness >= VIVID_FROM else NORMAL


def explain(
    level: str, colourfulness: float, ring: HueRing, cast: Cast, edge: GamutEdge, harmony: Harmony | None = None
) -> tuple[str, ...]:
    """The light, then what the colours are, how they lie to each other and which channel they blow; or what was lost.

    Where the light is coloured it fills a channel everywhere, and no thing's own colour is to blame.
    """
    if level == BLACK_AND_WHITE:
        return ("Black and white: there is no colour to judge.",)
    if level == ALMOST_COLOURLESS:
        return ("Almost without colour, though not black and white.",)
    light = _light(cast) if cast.strength >= SLIGHT_CAST else ()
    if level == TOO_VIVID:
        return (_too_vivid(edge.fraction), *light)
    palette = _palette(colourfulness, ring, in_coloured_light=bool(light))
    return (*light, palette, *_relation(ring, harmony), *(() if light else _full_channel(edge)))


def _too_vivid(gamut_edge: float) -> str:
    return f"Too vivid: in {100.0 * gamut_edge:.0f} % of the frame colour is pushed to the limit and loses its shades."


def _full_channel(edge: GamutEdge) -> tuple[str, ...]:
    if edge.fullest is None or edge.fullest[1] < FULL_CHANNEL_FROM:
        return ()
    name, share = edge.fullest
    return (
        f"In {percent(share)} of the frame vivid colour has blown the {name} channel: the finest shades of that colour are lost.",
    )


def _light(cast: Cast) -> tuple[str, ...]:
    degree = "clearly" if cast.strength >= STRONG_CAST else "slightly"
    name = name_cast(cast.hue_deg)
    if name in ("warm", "cold"):
        return (f"The light is {degree} {name}: that may be the mood of the place, or white balance to correct.",)
    return (f"Greys are {degree} {name}: that may be the light of the place, or white balance to correct.",)


def _relation(ring: HueRing, harmony: Harmony | None) -> tuple[str, ...]:
    """Only what a photographer can see: that one hue prevails is told already."""
    if harmony is None or harmony.template not in OPPOSITE or len(set(map(name_hue, ring.dominant))) != A_PAIR:
        return ()
    pairs = [pair for pair in combinations(ring.dominant, 2) if name_hue(pair[0]) != name_hue(pair[1])]
    if min(_apart_deg(*pair) for pair in pairs) < OPPOSITE_FROM_DEG:
        return ()
    return ("The two lie opposite each other on the colour wheel.",)


def _apart_deg(one: DominantHue, other: DominantHue) -> float:
    return abs((one.hue_deg - other.hue_deg + 180.0) % 360.0 - 180.0)


def _palette(colourfulness: float, ring: HueRing, *, in_coloured_light: bool) -> str:
    hues = name_hues(ring.dominant)
    if hues and ring.black_fraction >= MOSTLY_BLACK and ring.coloured_of_lit >= MOSTLY_COLOURED:
        return f"Mostly black; what is lit is mostly {hues}."
    if ring.coloured_fraction < LITTLE_COLOUR:
        greys = "greys and black" if ring.black_fraction >= BLACK_FROM else "greys"
        return f"Hardly any colour, only a touch of {hues}." if hues else f"Hardly any colour, only {greys}."
    saturation = _saturation(colourfulness)
    if saturation == NORMAL and in_coloured_light:
        # Nobody calls colours normal in one breath with light that tints them.
        return f"The colours are mostly {hues}." if hues else "The colours are of many hues."
    kind = "Colours of normal strength" if saturation == NORMAL else f"{saturation.capitalize()} colours"
    return f"{kind}, mostly {hues}." if hues else f"{kind}, of many hues."
