"""What is told a photographer of a photo's exposure, most important sentence first. Stored facts are enough."""

from __future__ import annotations

from scoring.assessors.clipping_words import (
    COLOUR_WORTH_SAYING,
    HEAVY_WHITE,
    SUBJECT_WORTH_SAYING,
    WHITE_WORTH_SAYING,
    blown_channels,
    clipping_sentences,
    heavily_blown,
)
from scoring.assessors.empty_frame import is_black, is_white
from scoring.assessors.exposure_facts import ExposureFacts
from scoring.assessors.exposure_intent import SEEN
from scoring.assessors.exposure_rules import ExposureRules
from scoring.assessors.exposure_verdict import HALF_A_STOP_EV, Verdict, by_nature, leaves_no_room, level_of
from scoring.assessors.tones import WHITE_EV
from scoring.percent import percent

CLOSE = ("normal", "slightly under")
"""Levels so near to well exposed that what brightening would cost is worth more words than what it would mend."""
SUBJECT_APART_EV = 0.7
"""From this difference on it matters whether the subject or the whole is judged: it costs a fifth of the liking on the dark side
(IEA40K)."""
LIT_BLOWN, LIT_PARTLY_BLOWN = 0.08, 0.15
"""Parts of what is lit in a dark frame from which "well exposed" needs a word on lamps, and would be untrue: a choice. Of a
casino's sign and lamps an eighth has lost a channel and a hundredth is white, of a moon and a flower before shade nothing."""
REST_APART_EV = 0.3
"""From a camera's smallest step on the rest is seen to be darker or brighter than the subject."""
PURE = 0.9
"""A backdrop is pure white when so much of it is blown, nearly white when less is."""


def explain(facts: ExposureFacts, verdict: Verdict, rules: ExposureRules) -> tuple[str, ...]:
    """One sentence on brightness, then one for each kind of clipping worth knowing."""
    return (_brightness(facts, verdict, rules), *clipping_sentences(facts, rules))


def _brightness(facts: ExposureFacts, verdict: Verdict, rules: ExposureRules) -> str:
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
    return _balance(facts, verdict, rules) or (
        _subject(facts, verdict) if about_subject else _whole_frame(facts, verdict, rules)
    )


def _balance(facts: ExposureFacts, verdict: Verdict, rules: ExposureRules) -> str | None:
    """Where dark and bright parts are far apart."""
    if verdict.level in CLOSE and leaves_no_room(facts, verdict.judged_ev) and not _is_silhouette(facts, verdict):
        return _no_room(facts, verdict)
    return _low_key(facts, verdict, rules) if rules.lit_part * facts.low_key >= SEEN else None


def _is_silhouette(facts: ExposureFacts, verdict: Verdict) -> bool:
    return facts.silhouette >= SEEN and verdict.level.endswith("under")


def _whole_frame(facts: ExposureFacts, verdict: Verdict, rules: ExposureRules) -> str:
    """Where all of the frame is judged alike: the likeliest reason why it looks dark or bright."""
    level = verdict.level
    if _is_silhouette(facts, verdict):
        asked = _asked("A silhouette?", "silhouette", rules)
        return f"{asked}What is dark is black before a brighter background; the whole is {_stops(verdict.judged_ev)}."
    if facts.greyed >= SEEN and level_of(facts.ev) == "normal" and not level.endswith("over"):
        return _greyed(facts)
    if facts.dark_mood >= SEEN and level.endswith("under"):
        asked = _asked("Dark on purpose?", "dark_mood", rules)
        return f"{asked}It is {_stops(verdict.judged_ev)}, yet the brightest parts are bright."
    if facts.high_key >= SEEN and not level.endswith("under"):
        asked = _asked("Bright on purpose?", "high_key", rules)
        return f"{asked}The mid-tones sit {facts.mid_ev:.1f} EV above mid-grey, but hardly anything is blown."
    return _plain(facts, verdict)


def _no_room(facts: ExposureFacts, verdict: Verdict) -> str:
    """What is dark, what is bright, and what it would cost to make the one like the other; whether it is meant, is not known."""
    told = (
        f"{percent(sum(facts.zones[:2]))} of the frame is nearly black, while the brightest parts already reach white"
    )
    dark = "" if verdict.level == "normal" else f"A little dark, {_stops(verdict.judged_ev)}: "
    return f"{dark}{told}; brightening would cost them."


def _greyed(facts: ExposureFacts) -> str:
    """Both readings, for nobody can tell snow from a grey wall by its tones."""
    told = f"Pale tones fill {percent(facts.pale)} of the frame and stay {WHITE_EV - facts.brightest_ev:.1f} EV below white"
    white = "if they are snow, mist or anything white, they came out grey and the photo is that much too dark"
    return f"{told}: {white}; if they are grey, it is well exposed."


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
    told = _lit(facts, part) if lit_level == "normal" else _part(part, lit_level, blown=False)
    dark_too = " as well" if lit_level.endswith("under") else ""
    asked = _asked("Dark on purpose?", "low_key", rules) if black and not dark_too else ""
    return f"{asked if lit_level == verdict.level else ''}{ground}, {told}{dark_too}{_whole(lit_level, verdict)}."


def _lit(facts: ExposureFacts, part: str) -> str:
    """Of a lit part as bright as it should be: how much of it is white, or else has lost a channel."""
    white, any_channel = (of_lit(facts, share) for share in (facts.white, facts.highlights))
    if facts.white >= HEAVY_WHITE or white >= LIT_PARTLY_BLOWN:
        return _part(part, "normal", blown=True)
    it = "them" if part.endswith("s") else "it"
    told = _part(part, "normal", blown=False, ev=facts.lit_ev)
    if white >= LIT_BLOWN:
        return f"{told}, save {percent(white)} of {it}, which is blown to white"
    if any_channel < LIT_BLOWN:
        return told
    if facts.highlights - facts.white >= COLOUR_WORTH_SAYING:
        # A sentence of its own names the channel.
        return f"{told}, bright colours apart"
    return f"{told}, though in {percent(any_channel)} of {it} {blown_channels(facts)} blown"


def of_lit(facts: ExposureFacts, share: float) -> float:
    """A share of the frame that lies in what is lit, as a share of that, in [0, 1]."""
    lit = 1.0 - sum(facts.zones[:2])
    return min(1.0, share / lit) if lit > 0.0 else 0.0


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
    return f"Well exposed: {off}{', and next to nothing is blown' if little else ''}."


def _stops(ev: float) -> str:
    if abs(ev) < 0.3:
        # A third of a stop is a camera's smallest step.
        return "within a third of a stop"
    if abs(ev) < HALF_A_STOP_EV:
        return "within half a stop"
    return f"about {abs(ev):.1f} EV {'over' if ev > 0 else 'under'}"
