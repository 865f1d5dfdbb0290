"""How far a photo is tilted, by the camera's own level and by the straight lines of the picture; never a guess."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from scoring.crops.lean_reader import CERTAIN
from scoring.crops.line_tilt import BOTH_SHARE, SAME_LEAN_DEG, LineTilt, find_line_tilt
from scoring.frame import Frame

LARGEST_TILT_DEG = 10.0
"""Beyond it a slope is meant (issue "Composition, crops and straightening")."""
LEVEL_DEG = 0.5
"""A smaller tilt is called level: nobody sees it, and lines measure to 0.1 to 0.5 deg (docs/crops.md)."""
CAMERA_CONFIDENCE = 0.75
"""A camera's level is as good as its last calibration, and what was held crooked on purpose is not its business."""
HEARD_SHARE = 0.5
"""Lines whose vote for the camera's angle is half of that for their own do not contradict it."""


class Source(StrEnum):
    """Who told the tilt."""

    EXIF = "exif"
    VERTICALS = "verticals"
    HORIZON = "horizon"
    BOTH = "both"
    NONE = "none"


LINES_IN_WORDS = {
    Source.VERTICALS: "its upright lines",
    Source.HORIZON: "its horizontal lines",
    Source.BOTH: "its upright and horizontal lines",
}


@dataclass(frozen=True)
class Tilt:
    """`angle_deg`: positive = the content is turned clockwise, its right end is lower; the correction is its opposite.

    `confidence` in [0, 1]; where it is 0, so is the angle, and `source` is "none". `reason`: a sentence for a photographer.
    """

    angle_deg: float
    confidence: float
    source: Source
    reason: str


def find_tilt(frame: Frame) -> Tilt:
    """The tilt of a photo within 10 deg, or none where there is no strong evidence.

    The camera's level and the lines of the picture confirm one another, or one speaks alone. Where they contradict each other
    nothing is said: the camera may have been level before a slope, or an editor may have straightened the picture since.
    """
    lines, roll_deg = find_line_tilt(frame.small), frame.exif.roll_deg
    certain = lines is not None and lines.chance >= CERTAIN
    if roll_deg is not None:
        return _by_camera(roll_deg, lines if certain else None)
    if lines is None or not certain:
        return _no_tilt("No lines of the picture show which way is level.")
    return _by_lines(lines)


def _by_lines(lines: LineTilt) -> Tilt:
    source = _witnesses(lines)
    if abs(lines.angle_deg) > LARGEST_TILT_DEG:
        return _no_tilt(f"The picture tilts {abs(lines.angle_deg):.0f}°, too far for a slip of the hand.")
    reason = f"{_verdict(lines.angle_deg)}, as {LINES_IN_WORDS[source]} show."
    return Tilt(lines.angle_deg, lines.chance, source, reason)


def _by_camera(roll_deg: float, lines: LineTilt | None) -> Tilt:
    """`lines`: None where they are no evidence."""
    if abs(roll_deg) > LARGEST_TILT_DEG:
        return _no_tilt(f"The camera was held {abs(roll_deg):.0f}° off level, too far for a slip of the hand.")
    alone = Tilt(roll_deg, CAMERA_CONFIDENCE, Source.EXIF, f"{_verdict(roll_deg)}, as the camera's own level noted.")
    if lines is None:
        return alone
    if abs(lines.angle_deg - roll_deg) <= SAME_LEAN_DEG:
        # Lines measure finer, and two witnesses are surer than one.
        sure = 1 - (1 - CAMERA_CONFIDENCE) * (1 - lines.chance)
        source = _witnesses(lines)
        reason = f"{_verdict(lines.angle_deg)}, as {LINES_IN_WORDS[source]} and the camera's own level show."
        return Tilt(lines.angle_deg, sure, source, reason)
    if lines.share_of(roll_deg) >= HEARD_SHARE:
        return alone
    return _no_tilt("The camera's own level and the lines of the picture contradict each other.")


def _witnesses(lines: LineTilt) -> Source:
    if min(lines.upright_share, 1 - lines.upright_share) >= BOTH_SHARE:
        return Source.BOTH
    return Source.VERTICALS if lines.upright_share > 0.5 else Source.HORIZON


def _verdict(angle_deg: float) -> str:
    if abs(angle_deg) < LEVEL_DEG:
        return "The picture is level"
    return f"The picture tilts {abs(angle_deg):.1f}° to the {'right' if angle_deg > 0 else 'left'}"


def _no_tilt(reason: str) -> Tilt:
    return Tilt(0.0, 0.0, Source.NONE, reason)
