"""Why a frame is better or worse than another of its group, as a photographer would say it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from scoring.percent import percent
from scoring.ranking.evidence import number
from scoring.ranking.picks.light import exposure_ev
from scoring.ranking.picks.ranked_photo import RankedPhoto
from scoring.ranking.picks.readings import CRISPNESS, FACTORS, Readings, compared_by
from scoring.ranking.picks.steady_framing import is_cut
from scoring.ranking.picks.ties import rated_apart

Facts = tuple[RankedPhoto, Readings]
"""A photo and its readings within its group."""

MOST_REASONS = 3
"""What comes fourth decides nothing."""
BETTER_VALUE = 0.05
"""Of exposure values that differ by more one is better: 95 of 100 offsets repeat within .072 EV (`tests.benchmarks.repeatability`),
two stray by .10 EV, and the liking of IEA40K falls by .39 to .50 an EV where it is steepest."""
DARKER_EV = 0.3
"""A camera's smallest step."""
BEST_AT = {
    "eyes": "all eyes open",
    "eye_sharpness": "the sharpest eyes",
    "sharpness": "the sharpest",
    "highlights": "the least blown out",
    "exposure": "the best exposed",
    "composition": "the best framed",
}
BETTER_AT = {
    "eyes": "eyes open",
    "eye_sharpness": "sharper eyes",
    "sharpness": "sharper",
    "highlights": "less blown out",
    "exposure": "better exposed",
    "composition": "better framed",
}


def eyes(one: Facts, better: Facts) -> str:
    """Somebody blinks."""
    who = "eyes" if one[1]["eyes"] == 0.0 else "eyes on a smaller face"
    open_there = "open" if better[1]["eyes"] == 1.0 else "open on more faces"
    return f"{who} closed; {open_there} in {better[0].path.name}"


def eye_sharpness(one: Facts, better: Facts) -> str:
    """The eyes are softer."""
    return f"eyes sharper in {better[0].path.name}{_numbers(one, better, 'eye_sharpness')}"


def sharpness(one: Facts, better: Facts) -> str:
    """The subject is softer; the whole, where nobody knows the subject."""
    measure = compared_by(one[1], better[1], "sharpness")
    where = "" if measure is CRISPNESS else " on the subject"
    return f"softer{where} than {better[0].path.name}{_numbers(one, better, measure.name)}"


def highlights(one: Facts, better: Facts) -> str:
    """More is blown to white."""
    mine, theirs = (percent(1.0 - facts[1]["highlights"]) for facts in (one, better))
    return f"{mine} blown out, {theirs} in {better[0].path.name}"


def exposure(one: Facts, better: Facts) -> str:
    """Farther from well exposed."""
    mine, theirs = exposure_ev(one[0]) or 0.0, exposure_ev(better[0]) or 0.0
    if abs(mine - theirs) < DARKER_EV:
        return f"exposed less well than {better[0].path.name}"
    return f"{abs(mine - theirs):.1f} EV {'darker' if mine < theirs else 'brighter'} than {better[0].path.name}"


def is_better_exposed(one: RankedPhoto, other: RankedPhoto) -> bool:
    """Whether the assessor itself values its exposure more, by more than it strays."""
    mine, theirs = one.said_by("exposure"), other.said_by("exposure")
    return mine is not None and theirs is not None and mine.value - theirs.value > BETTER_VALUE


def composition(one: Facts, better: Facts) -> str:
    """Tilted, or something is cut off."""
    said = one[0].said_by("composition")
    other = better[0].said_by("composition")
    if said is not None and is_cut(said) and not (other is not None and is_cut(other)):
        return f"the frame's edge cuts the subject; not in {better[0].path.name}"
    if said is not None and said.level == "tilted horizon":
        return f"tilted by {abs(number(said, 'tilt_deg')):.1f}\N{DEGREE SIGN}, more than {better[0].path.name}"
    return f"better framed in {better[0].path.name}"


WORSE: Mapping[str, Callable[[Facts, Facts], str]] = MappingProxyType(
    {
        "eyes": eyes,
        "eye_sharpness": eye_sharpness,
        "sharpness": sharpness,
        "highlights": highlights,
        "exposure": exposure,
        "composition": composition,
    }
)


def why_worse(one: Facts, better: Facts, gaps: Mapping[str, float], shares: Mapping[str, float]) -> tuple[str, ...]:
    """What speaks against `one`, whose `gaps` to the better frame are negative where it is worse; then what speaks for it."""
    worse = sorted((name for name, gap in gaps.items() if gap < 0.0), key=lambda name: _weight(name, gaps, shares))
    spoken_for = [BETTER_AT[name] for name, gap in gaps.items() if gap > 0.0 and _may_say(name, one, better)]
    against = [WORSE[name](one, better) for name in worse][:MOST_REASONS]
    if not against and rated_apart(one[1], better[1]):
        against = [f"rated clearly lower than {better[0].path.name}{_ratings(one, better)}"]
    if not against:
        against = [f"on the whole a little behind {better[0].path.name}"]
    return (*against, *([f"though {' and '.join(spoken_for)}"] if spoken_for else ()))


def why_best(leader: Facts, others: Sequence[tuple[Facts, Mapping[str, float]]]) -> str:
    """What the leader is best at: where some frame falls behind it and none is ahead; `others`: with their gaps to it."""
    names = [name for name in BEST_AT if any(gaps.get(name, 0.0) < 0.0 for _, gaps in others)]
    unbeaten = [name for name in names if all(gaps.get(name, 0.0) <= 0.0 for _, gaps in others)]
    words = [BEST_AT[name] for name in unbeaten if _is_best(name, leader, [facts for facts, _ in others])]
    return f"the best of {len(others) + 1} frames" + (f": {', '.join(words)}" if words else "")


def _is_best(name: str, leader: Facts, others: Sequence[Facts]) -> bool:
    """Eyes are all open, and no frame is valued more for its exposure."""
    if name == "exposure":
        return not any(is_better_exposed(other[0], leader[0]) for other in others)
    return name != "eyes" or leader[1]["eyes"] == 1.0


def _may_say(name: str, one: Facts, other: Facts) -> bool:
    return name != "exposure" or is_better_exposed(one[0], other[0])


def _ratings(one: Facts, better: Facts) -> str:
    return f" ({one[1]['rating']:.1f}, there {better[1]['rating']:.1f})"


def _weight(name: str, gaps: Mapping[str, float], shares: Mapping[str, float]) -> float:
    """The most negative first."""
    return shares.get(name, 0.0) * gaps[name] / FACTORS[name].usual_spread


def _numbers(one: Facts, better: Facts, name: str) -> str:
    if name not in one[1] or name not in better[1]:
        return ""
    return f" ({one[1][name] * 100:.0f}, there {better[1][name] * 100:.0f})"
