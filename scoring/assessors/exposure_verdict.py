"""From what was measured to a value, a level and how sure they are, by a set of rules. Pure: stored facts are enough."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from scoring.assessors.exposure_facts import ExposureFacts
from scoring.assessors.exposure_rules import ExposureRules
from scoring.assessors.tones import WHITE_EV
from scoring.ramp import ramp

LIKED_EV = (-4.0, -2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0, 3.0)
LIKED_SCORE = (0.0, 1.84, 2.75, 3.93, 5.05, 5.83, 6.04, 5.54, 4.37, 3.05, 0.0)
"""Mean exposure score (0..10) that people gave the nine exposure steps of IEA40K (P-IEANet, NeurIPS 2024), taken as
half an EV each because its training list is named "2ev"; beyond its ends, which it does not cover, carried on to 0."""

LEVEL_ENDS_EV = (-1.8, -0.9, 0.95, 1.5)
"""Where the five exposure levels of ITU-T F.740.4 end: the curve above falls by a quarter and by a half there."""
LEVELS = ("severely under", "slightly under", "normal", "slightly over", "severely over")

SURE = 0.9
"""Confidence of a plain case: the measure is exact, but taste is not (IEA40K's best step scores 6 of 10)."""
FLAT_RANGE_EV = 1.0
"""A frame that spans less than one stop (fog, a wall) does not say how bright it was meant to be."""
FLAT_SURE = 0.5
"""What is left of the confidence in such a frame."""
LOW_KEY_DOUBT_EV = (1.0, 4.0)
"""The wider the gap between the lit part and the mid-tones, the less they say; at a moon's and a night's almost nothing."""
GREYED_DOUBT = 0.4
"""Of 64 pale BIQ2021 photos that stay below white half show something white, the others an overcast sky, a road, a grey wall."""
GREYED_DEPTH_EV = 1.5
"""What pale things say may darken the verdict by a stop and a half, no more: beyond that the frame is dark as a whole."""
NO_ROOM_DOUBT = 0.6
"""Where the dark cannot be brightened without loss, the balance is the photographer's choice."""
NEARLY_WHITE_EV = WHITE_EV - 0.3
"""A camera's smallest step below white."""
NEARLY_BLACK_PART = 0.2
"""Part of the frame in zones 0 and I from which its dark is a matter of its own. With the two other limits 5 of 600 BIQ2021 photos
pass: sunsets, a candle, a street in the rain, a face beside lamps."""
HALF_A_STOP_EV = 0.55
"""Rounds to half an EV or less; of more, "well exposed" would be too kind."""
DOUBTS = {"low_key": 0.6, "dark_mood": 0.4, "high_key": 0.4, "white_backdrop": 0.4, "silhouette": 0.4}
"""How much confidence each sign of intent takes; even of a moon the lit part was measured, so some remains."""


BY_NATURE_EV = (0.5, 1.0, 2.2, 3.2)
"""Things reflect 4 % (soot) to 90 % (snow): 2.2 EV to either side of a grey card, skin about one (zone VI; Adams, The Negative,
1981). So far off, a thing may be well exposed; much further it is not."""
BY_NATURE_DOUBT = 0.4
"""... which takes as much confidence as a sign of intent."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part that the verdict turns to: `subject`, `lit` or `before backdrop`."""

    name: str
    ev: float
    """Its offset."""
    share: float
    """How far the verdict turns to it, in [0, 1], ..."""
    weight: float
    """... and what is left of that after the later ones: its part in the verdict."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """`judged_ev`: offset of what the verdict is about, in EV; `value` and `confidence` in [0, 1]."""

    judged_ev: float
    value: float
    confidence: float
    level: str


def judge_exposure(facts: ExposureFacts, rules: ExposureRules) -> Verdict:
    """Value: how well people like this offset, less what clipping and darkness destroyed beyond what the rules forgive."""
    ev = judged_ev(facts, rules)
    liked = float(np.interp(ev, LIKED_EV, LIKED_SCORE)) / max(LIKED_SCORE)
    return Verdict(ev, liked * _kept(facts, rules), _confidence(facts, rules), level_of(ev))


def level_of(ev: float) -> str:
    """The level, one of `LEVELS`, of an offset in EV."""
    return LEVELS[int(np.searchsorted(LEVEL_ENDS_EV, ev))]


def judged_ev(facts: ExposureFacts, rules: ExposureRules) -> float:
    """The offset of that which the rules are about: the whole, its subject, its lit part, what stands before white."""
    whole_ev = paled_ev(facts)
    return whole_ev + sum(part.weight * (part.ev - whole_ev) for part in judged_parts(facts, rules))


def paled_ev(facts: ExposureFacts) -> float:
    """The offset of the whole, as far as pale things came out grey that of white; never brighter than without."""
    white_ev = max(facts.brightest_ev - WHITE_EV, facts.ev - GREYED_DEPTH_EV)
    return facts.ev + facts.greyed * min(0.0, white_ev - facts.ev)


def leaves_no_room(facts: ExposureFacts, ev: float) -> bool:
    """Whether a frame that is `ev` dark is nearly black in part while its brightest parts reach white."""
    reaches_white, black = facts.brightest_ev >= NEARLY_WHITE_EV, sum(facts.zones[:2])
    return ev <= -HALF_A_STOP_EV and reaches_white and black >= NEARLY_BLACK_PART


def judged_parts(facts: ExposureFacts, rules: ExposureRules) -> tuple[Part, ...]:
    """What the verdict turns to, in this order: the later goes before the earlier. A face goes before all."""
    shares = {
        "subject": (facts.subject_ev, rules.subject * facts.subject_confidence),
        "lit": (facts.lit_ev, rules.lit_part * facts.low_key),
        "before backdrop": (facts.before_ev, rules.white_backdrop * facts.white_backdrop),
    }
    order = ("lit", "before backdrop", "subject") if facts.subject_face else tuple(shares)
    left = [math.prod(1.0 - shares[later][1] for later in order[number + 1 :]) for number in range(len(order))]
    return tuple(Part(name, *shares[name], shares[name][1] * rest) for name, rest in zip(order, left, strict=True))


def by_nature(ev: float) -> float:
    """How likely a thing that is so far off is dark or bright by nature and not by exposure, in [0, 1]."""
    return float(np.interp(abs(ev), BY_NATURE_EV, (0.0, 1.0, 1.0, 0.0)))


def clipped_beyond_backdrop(facts: ExposureFacts, rules: ExposureRules) -> tuple[float, float]:
    """Parts of the frame blown to white, and blown in one or two channels, beyond what the rules take for a white backdrop."""
    backdrop = rules.white_backdrop * facts.white_backdrop
    white = facts.white - backdrop * facts.backdrop_white
    highlights = facts.highlights - backdrop * facts.backdrop_highlights
    return max(0.0, white), max(0.0, highlights - white)


def _kept(facts: ExposureFacts, rules: ExposureRules) -> float:
    """What is left of the value after all losses, in [0, 1]."""
    white, coloured = clipped_beyond_backdrop(facts, rules)
    dark_counts = 1.0 - rules.lit_part * facts.low_key
    sure = facts.subject_confidence
    losses = (
        rules.white.of(white),
        rules.colour.of(coloured),
        rules.black.of(facts.shadows) * dark_counts,
        rules.dark.of(sum(facts.zones[:2])) * dark_counts,
        rules.subject_white.of(facts.subject_white) * sure,
        rules.subject_black.of(facts.subject_shadows) * sure,
    )
    return float(np.prod([1.0 - loss for loss in losses]))


def _confidence(facts: ExposureFacts, rules: ExposureRules) -> float:
    gap_ev = facts.lit_ev - facts.mid_ev
    strength = {"low_key": float(np.interp(gap_ev, LOW_KEY_DOUBT_EV, (0.0, 1.0)))}
    doubts = [
        DOUBTS[name] * getattr(facts, name) * strength.get(name, 1.0) for name in DOUBTS if name not in rules.expected
    ]
    things = (part for part in judged_parts(facts, rules) if part.name != "lit")
    doubts += [BY_NATURE_DOUBT * part.weight * by_nature(part.ev) for part in things if not facts.subject_face]
    # A frame that is dark as a whole is dark, whatever its palest parts are.
    doubts.append(GREYED_DOUBT * facts.greyed * ramp(facts.ev, (LEVEL_ENDS_EV[0], LEVEL_ENDS_EV[1])))
    if leaves_no_room(facts, judged_ev(facts, rules)):
        doubts.append(NO_ROOM_DOUBT)
    return SURE * (1.0 - float(max(doubts))) * (FLAT_SURE if facts.range_ev < FLAT_RANGE_EV else 1.0)
