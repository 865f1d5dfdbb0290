"""What the exposure assessor tells a photographer, most important sentence first."""

from __future__ import annotations

from scoring.assessors.clipping import Clipping
from scoring.assessors.exposure_intent import Intent
from scoring.assessors.tones import Tones

WORTH_SAYING = 0.01
"""Clipping under 1 % of the frame is what editors' warnings show in nearly every good photo; not worth a sentence."""
COLOUR_WORTH_SAYING = 0.03
"""A single blown channel costs colour, not shape: blue skies and lamps have it, and few people see it below this."""
BLACK_WORTH_SAYING = 0.05
"""Blocked shadows bother later than blown highlights (P-IEANet's rules: 30 % against 2 %)."""
HEAVY_WHITE = 0.05
HEAVY_COLOUR = 0.15
"""Blown so much that "well exposed" would be untrue: beyond P-IEANet's ideal 2 % white, at half of its bad 30 %."""
TOUCH_EV = 0.7
"""Off by more than this costs a fifth of the liking on the dark side (IEA40K), so "well exposed" would be too kind."""
SEEN = 0.5
"""An intent is named when at least half of its evidence is there."""
BLACK_FRAME = 0.98
"""A frame of which all but 2 % is black, and whose brightest part is dark too, holds nothing to judge by."""


def explain(level: str, tones: Tones, clipping: Clipping, intent: Intent) -> tuple[str, ...]:
    """One sentence on brightness, then one for each kind of clipping worth knowing."""
    return (_brightness(level, tones, clipping, intent), *_clipping(clipping, intent))


def _brightness(level: str, tones: Tones, clipping: Clipping, intent: Intent) -> str:
    if intent.low_key >= SEEN:
        return _low_key(level, tones, clipping)
    if intent.dark_mood >= SEEN and level.endswith("under"):
        return (
            f"Dark on purpose? The mid-tones sit {_stops(tones.mid_ev)} mid-grey, yet the brightest parts are bright."
        )
    if intent.white_backdrop >= SEEN:
        subject = _verdict("what stands before it", level, blown=False)
        return f"White background on purpose? {_percent(clipping.white)} of the frame is pure white, {subject}."
    if intent.high_key >= SEEN and level == "normal":
        return f"Bright on purpose? The mid-tones sit {_stops(tones.mid_ev)} mid-grey, but hardly anything is blown."
    return _plain(level, tones, clipping)


def _low_key(level: str, tones: Tones, clipping: Clipping) -> str:
    blown = _heavily_blown(clipping)
    if tones.deep_shadow_fraction < SEEN:
        return f"Dark surroundings, {_verdict('the bright part', level, blown=blown)}."
    question = "" if level.endswith("under") else "Dark on purpose? "
    return f"{question}Most of the frame is black, {_verdict('the lit parts', level, blown=blown)}."


def _verdict(part: str, level: str, *, blown: bool) -> str:
    verb = "are" if part.endswith("s") else "is"
    if level == "normal":
        return f"but {part} {verb} {'partly blown' if blown else 'well exposed'}"
    return f"and {part} {verb} {_HOW[level]}"


def _heavily_blown(clipping: Clipping) -> bool:
    return clipping.white >= HEAVY_WHITE or clipping.highlights >= HEAVY_COLOUR


_HOW = {
    "severely under": "far too dark as well",
    "slightly under": "a little dark as well",
    "slightly over": "a little too bright",
    "severely over": "far too bright",
}


def _plain(level: str, tones: Tones, clipping: Clipping) -> str:
    where = f"the mid-tones sit {_stops(tones.mid_ev)} mid-grey"
    if clipping.shadows >= BLACK_FRAME:
        return "The frame is black; nothing in it was exposed."
    if level == "severely under":
        return f"Much too dark: {where}."
    if level == "slightly under":
        room = "" if clipping.highlights < WORTH_SAYING else ", yet the highlights leave no room to brighten"
        return f"A little dark: {where}{room}."
    if level == "slightly over":
        detail = ", though hardly anything is blown" if clipping.highlights < WORTH_SAYING else ""
        return f"A little too bright: {where}{detail}."
    if level == "severely over":
        return f"Much too bright: {where}."
    if _heavily_blown(clipping):
        return f"Normal brightness, but highlights are blown: {where}."
    if abs(tones.mid_ev) > TOUCH_EV:
        return f"Normal, a touch {'dark' if tones.mid_ev < 0.0 else 'bright'}: {where}."
    return f"Well exposed: {where}{'' if clipping.highlights >= WORTH_SAYING else ', and next to nothing is blown'}."


def _clipping(clipping: Clipping, intent: Intent) -> tuple[str, ...]:
    said = []
    if clipping.white >= WORTH_SAYING and intent.white_backdrop < SEEN:
        said.append(f"{_percent(clipping.white)} of the frame is blown to pure white.")
    coloured = clipping.highlights - clipping.white
    if coloured >= COLOUR_WORTH_SAYING:
        said.append(f"In {_percent(coloured)} of the frame {_which(clipping)} blown, so bright colours lose detail.")
    if BLACK_WORTH_SAYING <= clipping.shadows < BLACK_FRAME and intent.low_key < SEEN:
        said.append(f"{_percent(clipping.shadows)} of the frame is black without detail.")
    return tuple(said)


def _which(clipping: Clipping) -> str:
    beyond_white = [part - clipping.white for part in clipping.channel_highlights]
    names = [n for n, part in zip(("red", "green", "blue"), beyond_white, strict=True) if part >= max(beyond_white) / 2]
    if len(names) == 1:
        return f"the {names[0]} channel is"
    return f"the {' and '.join(names)} channels are" if len(names) == 2 else "one channel or another is"


def _stops(ev: float) -> str:
    if abs(ev) < 0.1:
        return "right at"
    return f"{abs(ev):.1f} EV {'above' if ev > 0 else 'below'}"


def _percent(fraction: float) -> str:
    percent = 100.0 * fraction
    return f"{percent:.1f} %" if percent < 10.0 else f"{percent:.0f} %"
