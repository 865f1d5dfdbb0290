"""Colour: how much there is, which hues, a cast that several estimators agree on, and colours driven out of gamut."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from scoring.assessment import Assessment, Evidence, cannot_judge
from scoring.assessor import Assessor
from scoring.assessors.colour_cast import Cast, estimate_cast
from scoring.assessors.colour_words import (
    ALMOST_COLOURLESS,
    BLACK_AND_WHITE,
    LITTLE_COLOUR,
    explain,
    level_of,
    white_balance_of,
)
from scoring.assessors.gamut_edge import GamutEdge, measure_gamut_edge
from scoring.assessors.harmony import Harmony, fit_harmony
from scoring.assessors.hue_ring import HueRing, measure_hues
from scoring.assessors.oklab import oklch
from scoring.clipping import Clipping
from scoring.frame import U8, Frame, extremes
from scoring.srgb import SRGB_TO_LINEAR

OPPONENT = np.array([[1.0, -1.0, 0.0], [0.5, 0.5, -1.0], [0.0, 0.0, 0.0]], np.float32)
"""Red against green, yellow against blue (Hasler and Suesstrunk 2003); OpenCV is four times as fast from three to three."""

FAULTLESS = 0.75
"""Of colour nothing better can be said without taste: no fault found. Black and white is placed here too."""
LIVELINESS = ((15.0, 59.0), (-0.05, 0.05))
"""From "slightly" to "quite colourful" (Hasler and Suesstrunk 2003), worth a tenth: within the three subsets of BIQ2021
colourfulness and opinion correlate by only .12 to .22 (srcc, 1,050 photos)."""
OVERSATURATION_LOSS = ((0.06, 0.25), (0.0, 0.4))
"""Share of the frame at the gamut's edge. Unedited camera photos measured 0 .. 0.04 (neon at night), the same with
saturation doubled up to 0.41."""
CAST_LOSS = ((0.02, 0.10), (0.0, 0.1))
"""Small, for warm light is as often the reason for the photo as its fault; from just seen to candle light."""

SURE = 0.7
"""Colour is taste: what we measure well explains little of what people like."""
COLOURLESS_SURE = 0.3
LITTLE_COLOUR_SURE = 0.4
CAST_SURE = 0.5
"""Whether a cast is a fault, nobody can tell from the picture alone."""

GREY_CHROMA, COLOURED_PART = 0.012, 0.05
"""A picture of which 95 % lies under this OKLab chroma has almost no colour; JPEG's colour rounding reaches 0.01."""
GREY_CODES = 4
"""Most that red, green and blue of one place differ by in black and white, seen small. Of 31 BIQ2021 and camera photos without
colour to speak of, those really black and white reach 0 to 4, a chain before a white wall 20, the others 9 and more."""


@dataclass(frozen=True, slots=True)
class ColourFacts:
    """What was measured."""

    colourfulness: float
    """Hasler and Suesstrunk's M: 15 slightly, 33 moderately, 59 quite, 82 highly colourful."""
    cast: Cast
    ring: HueRing
    harmony: Harmony | None
    """None where the hues follow no template more clearly than chance would have it."""
    gamut_edge: GamutEdge
    clipping: Clipping
    colourless: bool
    """Almost."""
    monochrome: bool
    """Altogether."""


def assess(frame: Frame) -> Assessment:
    """Colour of `frame`: facts first; the value moves little, and falls for colours driven out of gamut."""
    if frame.is_tiny:
        return cannot_judge("The picture is too small to judge its colours.")
    facts = measure_colour(frame)
    level = _level(facts)
    return Assessment(
        value=_value(facts),
        confidence=_confidence(facts),
        level=level,
        reasons=explain(level, facts.colourfulness, facts.ring, facts.cast, facts.gamut_edge, facts.harmony),
        evidence=_evidence(facts),
    )


def _level(facts: ColourFacts) -> str:
    if facts.colourless:
        return BLACK_AND_WHITE if facts.monochrome else ALMOST_COLOURLESS
    return level_of(facts.colourfulness, facts.cast, facts.gamut_edge.fraction)


def measure_colour(frame: Frame) -> ColourFacts:
    """All colour measurements of the working image."""
    linear = np.asarray(cv2.LUT(frame.thumbnail, SRGB_TO_LINEAR), np.float32)
    seen = oklch(linear)
    coloured_px = int(np.count_nonzero(seen.chroma >= GREY_CHROMA))
    ring = measure_hues(seen)
    return ColourFacts(
        colourfulness=colourfulness(frame.thumbnail),
        cast=estimate_cast(linear, seen),
        ring=ring,
        harmony=fit_harmony(ring.by_tone) if ring.coloured_fraction >= LITTLE_COLOUR else None,
        gamut_edge=measure_gamut_edge(frame),
        clipping=frame.clipping,
        colourless=coloured_px <= COLOURED_PART * seen.chroma.size,
        monochrome=_is_grey(frame.thumbnail),
    )


def colourfulness(rgb: U8) -> float:
    """(h, w, 3) uint8 sRGB -> M of Hasler and Suesstrunk (2003), about 0 (grey) to 110 (extremely colourful)."""
    mean, spread = cv2.meanStdDev(cv2.transform(rgb.astype(np.float32), OPPONENT))
    return float(np.linalg.norm(spread) + 0.3 * np.linalg.norm(mean))


def _is_grey(rgb: U8) -> bool:
    brightest, dimmest = extremes(*cv2.split(rgb))
    return int(cv2.subtract(brightest, dimmest).max()) <= GREY_CODES


def _value(facts: ColourFacts) -> float:
    if facts.colourless:
        return FAULTLESS
    lively = FAULTLESS + float(np.interp(facts.colourfulness, *LIVELINESS))
    lost = float(np.interp(facts.gamut_edge.fraction, *OVERSATURATION_LOSS)) + float(
        np.interp(facts.cast.strength, *CAST_LOSS)
    )
    return lively - lost


def _confidence(facts: ColourFacts) -> float:
    if facts.colourless:
        return COLOURLESS_SURE
    if facts.ring.coloured_fraction < LITTLE_COLOUR:
        return LITTLE_COLOUR_SURE
    return CAST_SURE if facts.cast.strength >= CAST_LOSS[0][0] else SURE


def _evidence(facts: ColourFacts) -> Evidence:
    cast = round(facts.cast.strength, 5)
    return {
        "colourfulness": round(facts.colourfulness, 3),
        "cast": cast,
        "cast_hue_deg": round(facts.cast.hue_deg, 2) if cast > 0.0 else None,
        "cast_a": round(facts.cast.lean.real, 5),
        "cast_b": round(facts.cast.lean.imag, 5),
        "white_balance": white_balance_of(facts.cast),
        "dominant_hues_deg": [round(hue.hue_deg, 1) for hue in facts.ring.dominant],
        "hue_ring": [round(share, 4) for share in facts.ring.shares],
        "harmony_template": None if facts.harmony is None else facts.harmony.template,
        "harmony_residual_deg": None if facts.harmony is None else round(facts.harmony.residual_deg, 2),
        "coloured_fraction": round(facts.ring.coloured_fraction, 4),
        "gamut_edge_fraction": round(facts.gamut_edge.fraction, 5),
        "full_vivid_rgb": [round(share, 4) for share in facts.gamut_edge.full],
        "clipped_highlights_rgb": [round(share, 4) for share in facts.clipping.channel_highlights],
        "clipped_shadows_rgb": [round(share, 4) for share in facts.clipping.channel_shadows],
        "monochrome": int(facts.monochrome),
    }


ASSESSOR = Assessor(
    name="colour",
    version=8,
    assess=assess,
    source="colourfulness of Hasler and Suesstrunk (2003); hues in OKLab (Ottosson 2020); cast where grey-world, grey-edge "
    "(van de Weijer et al. 2007) and near-neutral pixels agree; harmony templates of Cohen-Or et al. (2006) against chance; "
    "saturation and white balance levels of ITU-T F.740.4 (09/2023)",
)
