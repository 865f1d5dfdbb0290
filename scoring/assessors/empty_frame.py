"""Whether a frame holds nothing: the lens cap, or nothing but white."""

from __future__ import annotations

from scoring.assessors.exposure_facts import ExposureFacts
from scoring.assessors.exposure_intent import SEEN

NOTHING_BUT = 0.98
"""A frame of which all but 2 % is black, or white, and in which nothing stands out, holds nothing to judge by."""


def is_black(facts: ExposureFacts) -> bool:
    """Nothing was exposed; a frame with a lit part, however small, is another thing."""
    return facts.shadows >= NOTHING_BUT and facts.low_key < SEEN


def is_white(facts: ExposureFacts) -> bool:
    """Nothing is left; a frame with something before a white backdrop, however small, is another thing."""
    return facts.white >= NOTHING_BUT and facts.white_backdrop < SEEN


def is_empty(facts: ExposureFacts) -> bool:
    """Either: no step of exposure is known that would mend it."""
    return is_black(facts) or is_white(facts)
