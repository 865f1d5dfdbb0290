"""What the composition assessor measured, as evidence: shares as they are, places in pixels of the upright full-size picture."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from scoring.assessment import Evidence
from scoring.assessors.composition_classes import BANDS_DEG, NAMED_CLASS, Structure, in_band
from scoring.assessors.framing import Framing
from scoring.assessors.lines import Lines
from scoring.subject import Subject

F64 = npt.NDArray[np.float64]

DRAWN_LINES = 6
"""So many lines of a class, the longest, show what is meant."""
DRAWN_SHARE = 0.15
"""Of the long edge: shorter ones do not shape a picture."""


def subject_facts(subjects: Sequence[Subject], framing: Framing, size_px: tuple[int, int]) -> Evidence:
    """Where subject and other subjects lie, how large the first is, and what the frame's edges do to it.

    Several boxes are one row of numbers, four a box.
    """
    first = subjects[0] if subjects else None
    return {
        "subject_px": first.pixels(size_px) if first else None,
        "subject_confidence": round(first.confidence, 3) if first else 0.0,
        "subject_share": round(first.area, 4) if first else None,
        "other_subjects_px": [edge for other in subjects[1:] for edge in other.pixels(size_px)],
        "cut_at": " and ".join(framing.cut),
        "face_cut_at": " and ".join(framing.face_cut),
        "head_room": None if framing.head_room is None else round(framing.head_room, 3),
    }


def structure_facts(structure: Structure, classes: dict[str, float], size_px: tuple[int, int]) -> Evidence:
    """Symmetry with its null, and whatever carries a named class; lines as rows of x0, y0, x1, y1, curves of x, y.

    Nothing is located of a class that is not named.
    """
    symmetry, repetition, small_px = structure.symmetry, structure.repetition, structure.lines.size_px
    leading = structure.leading.ends
    scale = (size_px[0] / small_px[0], size_px[1] / small_px[1])
    return {
        "symmetry_correlation": round(symmetry.correlation, 3),
        "symmetry_by_chance": round(symmetry.by_chance, 3),
        "symmetry_axis": round(symmetry.axis, 3) if classes["symmetric"] >= NAMED_CLASS else None,
        "pattern_evenness": round(repetition.evenness, 3),
        "pattern_step": None if repetition.step is None else [round(share, 3) for share in repetition.step],
        "class_lines_px": _full_size(_class_lines(structure.lines, classes), scale),
        "curve_px": _full_size(structure.arc.points if classes["curved"] >= NAMED_CLASS else None, scale),
        "triangle_px": _full_size(structure.triangle.corners if classes["triangle"] >= NAMED_CLASS else None, scale),
        "leading_lines": round(structure.leading.strength, 3),
        "leading_lines_px": _full_size(leading if structure.leading.strength >= NAMED_CLASS else None, scale),
    }


def _class_lines(lines: Lines, classes: dict[str, float]) -> F64:
    """(n, 4) the longest lines of every named band of orientations."""
    kept = [np.zeros((0, 4))]
    for name in BANDS_DEG:
        if classes[name] >= NAMED_CLASS:
            inside = in_band(lines, name) & (lines.length_px >= DRAWN_SHARE * max(lines.size_px))
            order = np.argsort(-lines.length_px[inside], kind="stable")[:DRAWN_LINES]
            kept.append(lines.ends[inside][order])
    return np.concatenate(kept)


def _full_size(points: F64 | None, scale: tuple[float, float]) -> list[int]:
    """x, y pairs of the small copy in one row, in pixels of the full-size picture."""
    if points is None:
        return []
    return [int(number) for number in np.rint(points.reshape(-1, 2) * scale).ravel()]
