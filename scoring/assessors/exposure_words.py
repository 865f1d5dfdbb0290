"""What is told a photographer of a photo's exposure, most important sentence first. Stored facts are enough."""

from __future__ import annotations

from scoring.assessors.clipping_words import clipping_sentences, heavily_blown
from scoring.assessors.exposure_facts import ExposureFacts
from scoring.assessors.exposure_rules import ExposureRules
from scoring.assessors.exposure_verdict import Verdict, level_of
from scoring.percent import percent

WORTH_SAYING = 0.01
"""Clipping under 1 % of the frame is what editors' warnings show in nearly every good photo; not worth a sentence."""
TOUCH_EV = 0.7
"""Off by more than this costs a fifth of the liking on the dark side (IEA40K), so "well exposed" would be too kind."""
SEEN = 0.5
"""An intent is named when at least half of its evidence is there; a subject, when one is at least so sure of it."""
SUBJECT_APART_EV = 0.7
"""From this difference on it matters whether the subject or the whole is judged (as `TOUCH_EV`)."""
HALF_A_STOP_EV = 0.55
"""Rounds to half an EV or less."""
BLACK_FRAME = 0.98
"""A frame of which all but 2 % is black, and whose brightest part is dark too, holds nothing to judge by."""


def explain(facts: ExposureFacts, verdict: Verdict, rules: ExposureRules) -> tuple[str, ...]:
    """One sentence on brightness, then one for each kind of clipping worth knowing."""
    return (_brightness(facts, verdict, rules), *clipping_sentences(facts, rules))


def _brightness(facts: ExposureFacts, verdict: Verdict, rules: ExposureRules) -> str:
    level = verdict.level
    if rules.white_backdrop * facts.white_backdrop >= SEEN:
        subject = _part("what stands before it", level, blown=False)
        asked = _asked("White background on purpose?", "white_backdrop", rules)
        return f"{asked}{percent(facts.white)} of the frame is pure white, {subject}."
    if rules.lit_part * facts.low_key >= SEEN:
        return _low_key(facts, verdict, rules)
    if rules.subject * facts.subject_confidence >= SEEN and abs(facts.subject_ev - facts.ev) > SUBJECT_APART_EV:
        return _subject(facts, verdict)
    if facts.silhouette >= SEEN and level.endswith("under"):
        asked = _asked("A silhouette?", "silhouette", rules)
        return f"{asked}What is dark is black before a brighter background; the whole is {_stops(verdict.judged_ev)}."
    if facts.dark_mood >= SEEN and level.endswith("under"):
        asked = _asked("Dark on purpose?", "dark_mood", rules)
        return f"{asked}It is {_stops(verdict.judged_ev)}, yet the brightest parts are bright."
    if facts.high_key >= SEEN and level in ("normal", "slightly over"):
        asked = _asked("Bright on purpose?", "high_key", rules)
        return f"{asked}The mid-tones sit {facts.mid_ev:.1f} EV above mid-grey, but hardly anything is blown."
    return _plain(facts, verdict)


def _asked(question: str, intent: str, rules: ExposureRules) -> str:
    """The question, unless who chose the rules has answered it."""
    return "" if intent in rules.expected else f"{question} "


def _low_key(facts: ExposureFacts, verdict: Verdict, rules: ExposureRules) -> str:
    black = facts.deep_shadows >= SEEN
    ground, part = (
        ("Most of the frame is black", "the lit parts") if black else ("Dark surroundings", "the bright part")
    )
    lit_level = level_of(facts.lit_ev)
    told = _part(part, lit_level, blown=heavily_blown(facts))
    if lit_level != verdict.level:
        return f"{ground}, {told}; the whole is {_stops(verdict.judged_ev)}."
    asked = _asked("Dark on purpose?", "low_key", rules) if black and not lit_level.endswith("under") else ""
    return f"{asked}{ground}, {told}."


def _subject(facts: ExposureFacts, verdict: Verdict) -> str:
    """Where the subject's exposure and the whole photo's differ, and the rules are about the subject."""
    whole = "darker" if facts.subject_ev > facts.ev else "brighter"
    if verdict.level == "normal":
        return f"The subject is well exposed; the rest is {whole}."
    return f"The subject is {_HOW[verdict.level]}, {_stops(facts.subject_ev)}; the rest is {whole}."


def _part(part: str, level: str, *, blown: bool) -> str:
    verb = "are" if part.endswith("s") else "is"
    if level == "normal":
        return f"but {part} {verb} {'partly blown' if blown else 'well exposed'}"
    return f"and {part} {verb} {_HOW[level]}" + (" as well" if level.endswith("under") else "")


_HOW = {
    "severely under": "far too dark",
    "slightly under": "a little dark",
    "slightly over": "a little too bright",
    "severely over": "far too bright",
}


def _plain(facts: ExposureFacts, verdict: Verdict) -> str:
    level, off = verdict.level, _stops(verdict.judged_ev)
    little = facts.highlights < WORTH_SAYING
    if facts.shadows >= BLACK_FRAME:
        return "The frame is black; nothing in it was exposed."
    if level == "severely under":
        return f"Much too dark: {off}."
    if level == "slightly under":
        return f"A little dark: {off}{'' if little else ', yet the highlights leave no room to brighten'}."
    if level == "slightly over":
        return f"A little too bright: {off}{', though hardly anything is blown' if little else ''}."
    if level == "severely over":
        return f"Much too bright: {off}."
    if heavily_blown(facts):
        return f"Normal brightness, but highlights are blown: {off}."
    if abs(verdict.judged_ev) > TOUCH_EV:
        return f"Normal, a touch {'dark' if verdict.judged_ev < 0.0 else 'bright'}: {off}."
    return f"Well exposed: {off}{', and next to nothing is blown' if little else ''}."


def _stops(ev: float) -> str:
    if abs(ev) < 0.3:
        # A third of a stop is a camera's smallest step.
        return "within a third of a stop"
    if abs(ev) < HALF_A_STOP_EV:
        return "within half a stop"
    return f"about {abs(ev):.1f} EV {'over' if ev > 0 else 'under'}"
