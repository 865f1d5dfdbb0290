"""Composition classes of a photo, several at once, each 0..1 (names after KU-PCP, Lee et al. 2018)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scoring.assessors.arcs import Arc, find_arc
from scoring.assessors.leading_lines import LeadingLines, find_leading_lines
from scoring.assessors.lines import Lines
from scoring.assessors.mirror_symmetry import Symmetry, mirror_symmetry
from scoring.assessors.repetition import Repetition, find_repetition
from scoring.assessors.strokes import find_slopes
from scoring.assessors.triangles import Triangle, find_triangle
from scoring.ramp import ramp
from scoring.shrink import shrunk_to_long_edge
from scoring.subject import Subject

Mask = npt.NDArray[np.bool_]
U8 = npt.NDArray[np.uint8]

NAMED_CLASS = 0.5
"""Strength from which a class is named and its lines are drawn: of 37 names on 16 camera photos and
60 of BIQ2021 the eye denied three (a tray, twice, and a hall called level)."""
THIRD_REACH = 0.10
"""Distance from a third, in shares of the frame, at which it counts 1/e: a tenth still reads as "on the third"."""
CENTRE_REACH = 0.12
"""The same for the middle."""
LINE_ALONE = 0.7
"""On one third line only, not on a crossing."""
BANDS_DEG = {"horizontal": (0.0, 12.0), "diagonal": (25.0, 65.0), "vertical": (78.0, 90.0)}
"""Orientations of level, diagonal and upright lines, apart by 13 deg so that one line never feeds two."""
TRUSTED_LONGEST = (0.15, 0.45)
"""Longest line of a band over the long edge at which the band starts to shape a picture, and does."""


@dataclass(frozen=True)
class Structure:
    """What the lines and masses of a photo form; lines, curve and triangle in pixels of the small copy."""

    lines: Lines
    luma: U8
    """Half of the small copy."""
    symmetry: Symmetry
    repetition: Repetition
    arc: Arc
    triangle: Triangle
    leading: LeadingLines


def find_structure(lines: Lines, subject: Subject | None) -> Structure:
    """All of it, from one small copy and its lines."""
    slopes = find_slopes(lines)
    # Masses and motifs show in half of it, too.
    luma = shrunk_to_long_edge(lines.luma, max(1, max(lines.size_px) // 2))
    return Structure(
        lines,
        luma,
        mirror_symmetry(luma),
        find_repetition(luma),
        find_arc(lines),
        find_triangle(slopes, lines.size_px),
        find_leading_lines(slopes, subject, lines.size_px),
    )


def composition_classes(structure: Structure, subject: Subject | None) -> dict[str, float]:
    """Class name -> strength in [0, 1]."""
    thirds, centre = _placement(subject)
    strengths = {
        "rule_of_thirds": thirds,
        "centre": centre,
        "horizontal": _band(structure.lines, "horizontal"),
        "symmetric": structure.symmetry.strength,
        "diagonal": _band(structure.lines, "diagonal"),
        "curved": structure.arc.strength,
        "vertical": _band(structure.lines, "vertical"),
        "triangle": structure.triangle.strength,
        "pattern": structure.repetition.strength,
    }
    return {name: round(strength, 3) for name, strength in strengths.items()}


def in_band(lines: Lines, name: str) -> Mask:
    """(N,) bool: the lines whose orientation is that of the class."""
    angle, (least, most) = np.abs(lines.angle_deg), BANDS_DEG[name]
    return np.asarray((angle >= least) & (angle <= most), np.bool_)


def _placement(subject: Subject | None) -> tuple[float, float]:
    """Strength of "on a third" and of "in the middle", both times the trust in the subject."""
    if subject is None:
        return 0.0, 0.0
    x, y = subject.centre
    across, down = (min(abs(share - 1 / 3), abs(share - 2 / 3)) for share in (x, y))
    crossing = _near(float(np.hypot(across, down)), THIRD_REACH)
    line = LINE_ALONE * _near(min(across, down), THIRD_REACH)
    middle = _near(float(np.hypot(x - 0.5, y - 0.5)), CENTRE_REACH)
    return subject.confidence * max(crossing, line), subject.confidence * middle


def _near(distance: float, reach: float) -> float:
    return float(np.exp(-((distance / reach) ** 2)))


def _band(lines: Lines, name: str) -> float:
    """Share of all line length within a band of orientations, if that band has a long line."""
    length = lines.length_px[in_band(lines, name)]
    if len(length) == 0:
        return 0.0
    return float(length.sum() / lines.length_px.sum()) * ramp(float(length.max()) / max(lines.size_px), TRUSTED_LONGEST)
