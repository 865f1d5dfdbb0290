"""What is told a photographer of a photo's exposure, most important sentence first. Stored facts are enough."""

from __future__ import annotations

import math

from scoring.assessors.clipping_words import SUBJECT_WORTH_SAYING, WHITE_WORTH_SAYING, clipping_sentences, heavily_blown
from scoring.assessors.empty_frame import is_black, is_white
from scoring.assessors.exposure_facts import ExposureFacts
from scoring.assessors.exposure_intent import SEEN
from scoring.assessors.exposure_rules import ExposureRules
from scoring.assessors.exposure_verdict import Verdict, by_nature, level_of
from scoring.luminance import MID_GREY_LUMINANCE
from scoring.percent import percent

SUBJECT_APART_EV = 0.7
"""From this difference on it matters whether the subject or the whole is judged: it costs a fifth of the liking on the dark side
(IEA40K)."""
HALF_A_STOP_EV = 0.55
"""Rounds to half an EV or less; of more, "well exposed" would be too kind."""
LIT_BLOWN, LIT_PARTLY_BLOWN = 0.08, 0.15
"""Parts of what is lit in a dark frame from which "well exposed" needs a word on lamps, and would be untrue: a choice. Of a
casino's sign and lamps it was an eighth, of a moon and a flower before shade nothing."""
GREYED_EV = 0.8
"""A frame whose mid-tones are bright has something pale in it; where that stays so far below white, white things came out grey: a
choice, from snow under clouds (0.9)."""
WHITE_EV = math.log2(1 / MID_GREY_LUMINANCE)
REST_APART_EV = 0.3
"""From a camera's smallest step on the rest is seen to be darker or brighter than the subject."""
PURE = 0.9
"""A backdrop is pure white when so much of it is blown, nearly white when less is."""


def explain(facts: ExposureFacts, verdict: Verdict, rules: ExposureRules) -> tuple[str, ...]:
    """One sentence on brightness, then one for each kind of clipping worth knowing, and one where nothing comes near white."""
    return (_brightness(facts, verdict, rules), *clipping_sentences(facts, rules), *_greyed(facts, verdict))


def _greyed(facts: ExposureFacts, verdict: Verdict) -> tuple[str, ...]:
    below_ev = WHITE_EV - facts.brightest_ev
    if verdict.level != "normal" or facts.mid_ev <= 0.0 or below_ev < GREYED_EV:
        return ()
    return (f"The brightest tones stay {below_ev:.1f} EV below white: snow, fog or anything white has come out grey.",)


def _brightness(facts: ExposureFacts, verdict: Verdict, rules: ExposureRules) -> str:
    level = verdict.level
    if is_black(facts):
        return "The frame is black; nothing in it was exposed."
    if is_white(facts):
        return "The frame is blown to white; nothing in it is left."
    subject_apart = abs(facts.subject_ev - facts.ev) > SUBJECT_APART_EV
    about_subject = rules.subject * facts.subject_confidence >= SEEN and subject_apart
    if about_subject and facts.subject_face:
        return _subject(facts, verdict)
    if rules.white_backdrop * facts.white_backdrop >= SEEN:
        return _before_backdrop(facts, verdict, rules)
    if rules.lit_part * facts.low_key >= SEEN:
        return _low_key(facts, verdict, rules)
    if about_subject:
        return _subject(facts, verdict)
    if facts.silhouette >= SEEN and level.endswith("under"):
        asked = _asked("A silhouette?", "silhouette", rules)
        return f"{asked}What is dark is black before a brighter background; the whole is {_stops(verdict.judged_ev)}."
    if facts.dark_mood >= SEEN and level.endswith("under"):
        asked = _asked("Dark on purpose?", "dark_mood", rules)
        return f"{asked}It is {_stops(verdict.judged_ev)}, yet the brightest parts are bright."
    if facts.high_key >= SEEN and not level.endswith("under"):
        asked = _asked("Bright on purpose?", "high_key", rules)
        return f"{asked}The mid-tones sit {facts.mid_ev:.1f} EV above mid-grey, but hardly anything is blown."
    return _plain(facts, verdict)


def _asked(question: str, intent: str, rules: ExposureRules) -> str:
    """The question, unless who chose the rules has answered it."""
    return "" if intent in rules.expected else f"{question} "


def _before_backdrop(facts: ExposureFacts, verdict: Verdict, rules: ExposureRules) -> str:
    asked = _asked("White background on purpose?", "white_backdrop", rules)
    white = "pure white" if facts.backdrop_white >= PURE * facts.backdrop else "nearly white"
    level = level_of(facts.before_ev)
    told = f"{percent(facts.backdrop)} of the frame is {white}, {_part('what stands before it', level, blown=False)}"
    return f"{asked}{told}{_by_nature(facts, facts.before_ev)}{_whole(level, verdict)}."


def _low_key(facts: ExposureFacts, verdict: Verdict, rules: ExposureRules) -> str:
    black = facts.deep_shadows >= SEEN
    ground, part = (
        ("Most of the frame is black", "the lit parts") if black else ("Dark surroundings", "the bright part")
    )
    lit_level = level_of(facts.lit_ev)
    blown = blown_of_lit(facts)
    partly = heavily_blown(facts) or blown >= LIT_PARTLY_BLOWN
    told = _part(part, lit_level, blown=partly, ev=facts.lit_ev)
    if lit_level == "normal" and blown >= LIT_BLOWN and not partly:
        told += f", save {percent(blown)} of {'them' if part.endswith('s') else 'it'}, which is blown"
    dark_too = " as well" if lit_level.endswith("under") else ""
    asked = _asked("Dark on purpose?", "low_key", rules) if black and not dark_too else ""
    return f"{asked if lit_level == verdict.level else ''}{ground}, {told}{dark_too}{_whole(lit_level, verdict)}."


def blown_of_lit(facts: ExposureFacts) -> float:
    """How much of what is lit, in [0, 1], is blown in one channel or more."""
    lit = 1.0 - sum(facts.zones[:2])
    return min(1.0, facts.highlights / lit) if lit > 0.0 else 0.0


def _subject(facts: ExposureFacts, verdict: Verdict) -> str:
    """Where the subject's exposure and the whole photo's differ, and the rules are about the subject."""
    level = level_of(facts.subject_ev)
    off = f"{_HOW.get(level)}, {_stops(facts.subject_ev)}{_by_nature(facts, facts.subject_ev)}"
    told = "well exposed" if level == "normal" else off
    # Like with like: the tones of the one against the tones of all.
    apart_ev = facts.subject_ev - facts.mid_ev
    rest = f"; the rest is {'darker' if apart_ev > 0.0 else 'brighter'}" if abs(apart_ev) >= REST_APART_EV else ""
    whole = "" if level == verdict.level else f"; the whole is {_stops(facts.ev)}"
    return f"The subject is {told}{rest}{whole}."


def _by_nature(facts: ExposureFacts, ev: float) -> str:
    """Of a thing that is dark or bright: perhaps it is so. Of a face, or of what is blown, that would be no excuse."""
    blown = ev > 0.0 and facts.subject_white >= SUBJECT_WORTH_SAYING
    if facts.subject_face or blown or level_of(ev) == "normal" or by_nature(ev) < SEEN:
        return ""
    return f", or {'dark' if ev < 0.0 else 'bright'} by nature"


def _whole(level: str, verdict: Verdict) -> str:
    """What to add where a part has another level than the photo is given."""
    return "" if level == verdict.level else f"; the whole is {_stops(verdict.judged_ev)}"


def _part(part: str, level: str, *, blown: bool, ev: float = 0.0) -> str:
    verb = "are" if part.endswith("s") else "is"
    if level == "normal" and not blown and abs(ev) >= HALF_A_STOP_EV:
        return f"and {part} {verb} a touch {'dark' if ev < 0.0 else 'bright'} ({_stops(ev)})"
    if level == "normal":
        return f"but {part} {verb} {'partly blown' if blown else 'well exposed'}"
    return f"and {part} {verb} {_HOW[level]}"


_HOW = {
    "severely under": "far too dark",
    "slightly under": "a little dark",
    "slightly over": "a little too bright",
    "severely over": "far too bright",
}


def _plain(facts: ExposureFacts, verdict: Verdict) -> str:
    level, off = verdict.level, _stops(verdict.judged_ev)
    little = facts.highlights < WHITE_WORTH_SAYING
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
    if abs(verdict.judged_ev) >= HALF_A_STOP_EV:
        return f"Normal, a touch {'dark' if verdict.judged_ev < 0.0 else 'bright'}: {off}."
    if _greyed(facts, verdict):
        return f"Normal brightness on the whole: {off}."
    return f"Well exposed: {off}{', and next to nothing is blown' if little else ''}."


def _stops(ev: float) -> str:
    if abs(ev) < 0.3:
        # A third of a stop is a camera's smallest step.
        return "within a third of a stop"
    if abs(ev) < HALF_A_STOP_EV:
        return "within half a stop"
    return f"about {abs(ev):.1f} EV {'over' if ev > 0 else 'under'}"
