"""Exposure: how far the mid-tones are from mid-grey, what is clipped, and whether dark or bright looks meant."""

from __future__ import annotations

import numpy as np

from scoring.assessment import Assessment, Evidence, cannot_judge
from scoring.assessor import Assessor
from scoring.assessors.clipping import Clipping, measure_clipping
from scoring.assessors.exposure_intent import Intent, read_intent
from scoring.assessors.exposure_words import explain
from scoring.assessors.tones import Tones, measure_tones
from scoring.frame import Frame

LIKED_EV = (-4.0, -2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0, 3.0)
LIKED_SCORE = (0.0, 1.84, 2.75, 3.93, 5.05, 5.83, 6.04, 5.54, 4.37, 3.05, 0.0)
"""Mean exposure score (0..10) that people gave the nine exposure steps of IEA40K (P-IEANet, NeurIPS 2024), taken as
half an EV each because its training list is named "2ev"; beyond its ends, which it does not cover, carried on to 0."""

LEVEL_ENDS_EV = (-1.8, -0.9, 0.95, 1.5)
"""Where the five exposure levels of ITU-T F.740.4 end: the curve above falls by a quarter and by a half there."""
LEVELS = ("severely under", "slightly under", "normal", "slightly over", "severely over")

WHITE_LOSS = ((0.02, 0.30), (0.0, 0.5))
"""Blown to white: up to 2 % of a picture is ideal, over 30 % is bad (landscape rule of P-IEANet V2's rule examples)."""
COLOUR_LOSS = ((0.05, 0.40), (0.0, 0.15))
"""One or two channels blown: colour shifts but shape stays, so it costs less; 40 % is the same rules' upper end."""
BLACK_LOSS = ((0.30, 0.80), (0.0, 0.3))
"""Blocked up: the street rule tolerates 30 % of black and the night rule 40 % (same source)."""

SURE = 0.9
"""Confidence of a plain case: the measure is exact, but taste is not (IEA40K's best step scores 6 of 10)."""
FLAT_RANGE_EV = 1.0
"""A frame that spans less than one stop (fog, a wall) does not say how bright it was meant to be."""
FLAT_SURE = 0.5
"""What is left of the confidence in such a frame."""


def assess(frame: Frame) -> Assessment:
    """Exposure of `frame`. Value: how well people like this offset, less what clipping destroyed."""
    if frame.is_tiny:
        return cannot_judge("The picture is too small to judge its exposure.")
    tones, clipping = measure_tones(frame), measure_clipping(frame)
    intent = read_intent(tones, clipping)
    level = LEVELS[int(np.searchsorted(LEVEL_ENDS_EV, intent.judged_ev))]
    return Assessment(
        value=_value(intent, clipping),
        confidence=_confidence(tones, intent),
        level=level,
        reasons=explain(level, tones, clipping, intent),
        evidence=_evidence(tones, clipping, intent),
    )


def _value(intent: Intent, clipping: Clipping) -> float:
    liked = float(np.interp(intent.judged_ev, LIKED_EV, LIKED_SCORE)) / max(LIKED_SCORE)
    lost_white = float(np.interp(clipping.white, *WHITE_LOSS)) * (1.0 - intent.white_backdrop)
    lost_colour = float(np.interp(clipping.highlights - clipping.white, *COLOUR_LOSS))
    lost_black = float(np.interp(clipping.shadows, *BLACK_LOSS)) * (1.0 - intent.low_key)
    return liked * (1.0 - lost_white) * (1.0 - lost_colour) * (1.0 - lost_black)


def _confidence(tones: Tones, intent: Intent) -> float:
    unambiguous = 1.0 - intent.doubt
    return SURE * unambiguous * (FLAT_SURE if tones.range_ev < FLAT_RANGE_EV else 1.0)


def _evidence(tones: Tones, clipping: Clipping, intent: Intent) -> Evidence:
    return {
        "ev_offset": round(tones.mid_ev, 4),
        "lit_ev_offset": round(tones.lit_ev, 4),
        "judged_ev_offset": round(intent.judged_ev, 4),
        "clipped_highlights": round(clipping.highlights, 5),
        "clipped_shadows": round(clipping.shadows, 5),
        "clipped_to_white": round(clipping.white, 5),
        "clipped_highlights_rgb": [round(part, 5) for part in clipping.channel_highlights],
        "clipped_shadows_rgb": [round(part, 5) for part in clipping.channel_shadows],
        "tonal_range_ev": round(tones.range_ev, 3),
        "deep_shadow_fraction": round(tones.deep_shadow_fraction, 4),
        "low_key": round(intent.low_key, 3),
        "dark_mood": round(intent.dark_mood, 3),
        "high_key": round(max(intent.high_key, intent.white_backdrop), 3),
    }


ASSESSOR = Assessor(
    name="exposure",
    version=2,
    assess=assess,
    source="mean CIE lightness (CIE 15:2018) against an 18 % grey card; preference curve and clipping rules of "
    "IEA40K and P-IEANet (NeurIPS 2024); level names of ITU-T F.740.4 (09/2023)",
)
