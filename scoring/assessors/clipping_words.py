"""What is told a photographer of blown and blocked parts, as far as it is worth a sentence."""

from __future__ import annotations

from scoring.assessors.empty_frame import is_empty
from scoring.assessors.exposure_facts import ExposureFacts
from scoring.assessors.exposure_intent import SEEN
from scoring.assessors.exposure_rules import ExposureRules
from scoring.assessors.exposure_verdict import clipped_beyond_backdrop
from scoring.percent import percent

WHITE_WORTH_SAYING = 0.01
"""Clipping under 1 % of the frame is what editors' warnings show in nearly every good photo; not worth a sentence."""
COLOUR_WORTH_SAYING = 0.03
"""A single blown channel costs colour, not shape: blue skies and lamps have it, and few people see it below this."""
BLACK_WORTH_SAYING = 0.05
"""Blocked shadows bother later than blown highlights (P-IEANet's rules: 30 % against 2 %)."""
SUBJECT_WORTH_SAYING = 0.05
"""Of the subject: a white shirt's folds, a black dog's eye."""
HEAVY_WHITE = 0.05
HEAVY_COLOUR = 0.15
"""Blown so much that "well exposed" would be untrue: beyond P-IEANet's ideal 2 % white, at half of its bad 30 %."""

ANY_CHANNEL = "one channel or another is"


def clipping_sentences(facts: ExposureFacts, rules: ExposureRules) -> tuple[str, ...]:
    """A sentence for each kind of clipping worth knowing; what the rules forgive is told as forgiven."""
    if is_empty(facts):
        return ()
    said = []
    before_backdrop = rules.white_backdrop * facts.white_backdrop >= SEEN
    white, coloured = clipped_beyond_backdrop(facts, rules) if before_backdrop else _clipped(facts)
    if white >= WHITE_WORTH_SAYING:
        blown = f"{percent(white)} of the frame is blown to pure white"
        said.append(f"Before the background, {blown}." if before_backdrop else f"{blown}{_forgiven(white, rules)}.")
    if coloured >= COLOUR_WORTH_SAYING:
        which = ANY_CHANNEL if before_backdrop else blown_channels(facts)
        said.append(f"In {percent(coloured)} of the frame {which} blown, so bright colours lose detail.")
    if facts.shadows >= BLACK_WORTH_SAYING and rules.lit_part * facts.low_key < SEEN:
        said.append(f"{percent(facts.shadows)} of the frame is black without detail.")
    if (
        rules.subject_white.most > 0.0
        and min(facts.subject_white, facts.subject_confidence - SEEN) >= SUBJECT_WORTH_SAYING
    ):
        said.append(f"Of the subject, {percent(facts.subject_white)} is blown.")
    if (
        rules.subject_black.most > 0.0
        and min(facts.subject_shadows, facts.subject_confidence - SEEN) >= SUBJECT_WORTH_SAYING
    ):
        said.append(f"Of the subject, {percent(facts.subject_shadows)} is black without detail.")
    return tuple(said)


def heavily_blown(facts: ExposureFacts) -> bool:
    """Whether so much is blown that "well exposed" would be untrue."""
    return facts.white >= HEAVY_WHITE or facts.highlights >= HEAVY_COLOUR


def _forgiven(white: float, rules: ExposureRules) -> str:
    # Two percent is the strictest rule's ideal: only what others would hold against the photo is worth the words.
    return f", which is no fault {rules.place}" if rules.place and 0.02 < white <= rules.white.free else ""


def _clipped(facts: ExposureFacts) -> tuple[float, float]:
    return facts.white, facts.highlights - facts.white


def blown_channels(facts: ExposureFacts) -> str:
    """Which channels are blown where not all are, with the verb."""
    beyond_white = [part - facts.white for part in facts.channel_highlights]
    names = [n for n, part in zip(("red", "green", "blue"), beyond_white, strict=True) if part >= max(beyond_white) / 2]
    if len(names) == 1:
        return f"the {names[0]} channel is"
    return f"the {names[0]} or the {names[1]} channel is" if len(names) == 2 else ANY_CHANNEL
