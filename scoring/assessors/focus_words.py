"""A focus verdict in a sentence for a photographer."""

from __future__ import annotations

import numpy as np

from scoring.assessors.depth_of_field import DEEP_SPREAD, SHALLOW_SPREAD, DepthOfField
from scoring.assessors.focus_findings import AS_SHARP_RATIO, Findings
from scoring.assessors.focus_plane import Side, focus_side
from scoring.assessors.focus_target import Target, TargetKind
from scoring.assessors.focus_verdict import CLEARLY_SOFT_PEAK, SHARP_PEAK, Moved, Verdict, is_clearly_softer, what_moved
from scoring.assessors.motion import Motion
from scoring.assessors.place_words import extent_in_words, place_in_words
from scoring.assessors.sharp_region import SharpRegion

MOST_AREA = 0.5
"""A sharp region over more than half of the frame is "the frame"."""
SLOW_S = 1 / 15
"""No normal lens is held still for as long by the 1 / focal length rule (20 mm give 1/20 s); stabilisers and tripods do it."""
DECIMALS_FROM_S = 0.29
"""Cameras show 1/4 s as a fraction, and 0.3, 0.4, 0.5 s and longer with a decimal; 0.3 s may be written as 10/33."""
FILLED = 0.25
"""Share of its box that a region takes where the box says how far it reaches; a skyline and tomatoes 0.35, a line of trees 0.5, a
flower 0.55; a choice."""
SIDES = {Side.IN_FRONT: "in front of", Side.BEHIND: "behind"}


def focus_sentence(findings: Findings, verdict: Verdict) -> str:
    """One sentence that names the fault, if any, and where the photo is sharp."""
    place = place_in_words(*findings.region.centre)
    moved = what_moved(findings)
    if moved is Moved.FRAME and findings.motions.frame is not None:
        return (
            f"Detail is smeared {_direction(findings.motions.frame)} all over: the camera moved, or all of the scene."
        )
    if moved is Moved.SUBJECT and findings.target is not None and findings.motions.rest is not None:
        return f"{_streaked(findings.target, findings.motions.rest, place)}. Only you know whether that is meant."
    if verdict is Verdict.SOFT:
        clearly = findings.region.peak < CLEARLY_SOFT_PEAK
        how = "sharp" if clearly else "crisp at 100 %"
        return f"Nothing is {how}{_shake(findings.exposure_time_s)}."
    if verdict is Verdict.MISSED_FOCUS and findings.target is not None:
        return f"{_name(findings.target)} {_verb(findings.target)} clearly softer than {_where_focus_lies(findings)}."
    streaks = _streaks(findings, moved)
    return _sharp_sentence(findings, place, streaked=bool(streaks)) + streaks


def _streaked(target: Target, motion: Motion, place: str) -> str:
    """What is streaked, and where the photo is sharp, if that is another place."""
    there = place_in_words(*target.centre)
    what = f"What the camera focused on, at {there}," if target.kind is TargetKind.AF_POINT else _name(target)
    elsewhere = f"; {place} is sharp" if place != there else ""
    return f"{what} {_verb(target)} streaked {_direction(motion)}{elsewhere}"


def _shake(exposure_time_s: float | None) -> str:
    if exposure_time_s is None or exposure_time_s < SLOW_S:
        return ""
    time = (
        f"1/{1 / exposure_time_s:.0f}"
        if exposure_time_s < DECIMALS_FROM_S
        else f"{exposure_time_s:.1f}".removesuffix(".0")
    )
    return f": out of focus or, at {time} s, shaken"


def _sharp_sentence(findings: Findings, place: str, *, streaked: bool) -> str:
    region, target = findings.region, findings.target
    if target is not None and is_clearly_softer(findings) and place != place_in_words(*target.centre):
        return f"Sharpest at {place}; {_uncapitalised(_name(target))} {_verb(target)} softer."
    across = region.spread >= DEEP_SPREAD and _area(region) > MOST_AREA and not streaked
    if across and not _is_camera_point(target) and (target is None or findings.target_ratio >= AS_SHARP_RATIO):
        return "Sharp across the frame."
    rest = _rest(findings)
    if target is not None and findings.target_ratio >= AS_SHARP_RATIO:
        return f"{_sharp_target(target, fairly=findings.region.peak < SHARP_PEAK)}{rest}."
    if streaked:
        return f"Sharpest at {place}."
    return _where_sharp(region, place, rest)


def _where_sharp(region: SharpRegion, place: str, rest: str) -> str:
    """One place is named only where it is one; "sharpest" leaves open what the rest is."""
    throughout = region.spread >= DEEP_SPREAD
    filled = np.count_nonzero(region.tiles) >= FILLED * _area(region) * region.tiles.size
    where = extent_in_words(region.box) if filled else None
    if where is None:
        where = f"at {place}" + (", where most of the detail is" if throughout else "")
    return f"{'Sharp' if rest or throughout else 'Sharpest'} {where}{rest}."


def _is_camera_point(target: Target | None) -> bool:
    return target is not None and target.kind is TargetKind.AF_POINT


def _rest(findings: Findings) -> str:
    if findings.depth is DepthOfField.SHALLOW:
        return "; the depth of field is shallow"
    return ", softer elsewhere" if findings.region.spread < SHALLOW_SPREAD else ""


def _streaks(findings: Findings, moved: Moved) -> str:
    if moved is not Moved.SURROUNDINGS or findings.motions.rest is None:
        return ""
    return f" The rest is streaked {_direction(findings.motions.rest)}, as when panning."


def _where_focus_lies(findings: Findings) -> str:
    """The sharper place, and on which side of the target it lies where that can be told."""
    place, target = place_in_words(*findings.region.centre), findings.target
    if target is None:
        return place
    side, it = focus_side(findings.region, findings.tiles, target), _pronoun(target)
    if side is not None:
        return f"the ground {SIDES[side]} {it}, where the focus lies"
    if place == place_in_words(*target.centre):
        return f"what lies {_beside(findings.region, target)} {it}, where the focus is"
    return f"{place}, where the focus lies"


def _beside(region: SharpRegion, target: Target) -> str:
    across, down = (there - here for there, here in zip(region.centre, target.centre, strict=True))
    if abs(across) > abs(down):
        return "right of" if across > 0 else "left of"
    return "below" if down > 0 else "above"


def _pronoun(target: Target) -> str:
    return "them" if target.kind is TargetKind.EYES else "it"


def _name(target: Target) -> str:
    place = place_in_words(*target.centre)
    return {
        TargetKind.AF_POINT: f"The AF point at {place}",
        TargetKind.EYES: "The eyes",
        TargetKind.FACE: f"The face at {place}",
        TargetKind.SUBJECT: f"The likely subject at {place}",
    }[target.kind]


def _sharp_target(target: Target, *, fairly: bool) -> str:
    if target.kind is TargetKind.AF_POINT:
        return f"{'Fairly sharp' if fairly else 'Sharp'} where the camera focused, at {place_in_words(*target.centre)}"
    return f"{_name(target)} {_verb(target)} {'fairly ' if fairly else ''}sharp"


def _verb(target: Target) -> str:
    return "are" if target.kind is TargetKind.EYES else "is"


def _uncapitalised(words: str) -> str:
    return words[0].lower() + words[1:]


def _area(region: SharpRegion) -> float:
    x0, y0, x1, y1 = region.box
    return (x1 - x0) * (y1 - y0)


def _direction(motion: Motion) -> str:
    degrees = motion.direction_deg
    if 22.5 <= degrees < 67.5:
        return "diagonally (down to the right)"
    if 67.5 <= degrees < 112.5:
        return "vertically"
    if 112.5 <= degrees < 157.5:
        return "diagonally (down to the left)"
    return "horizontally"
