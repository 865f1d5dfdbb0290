"""Composition classes of a photo, several at once, each 0..1 (names after KU-PCP, Lee et al. 2018)."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from scoring.assessors.lines import Lines
from scoring.ramp import ramp
from scoring.subject import Subject

U8 = npt.NDArray[np.uint8]
F32 = npt.NDArray[np.float32]

THIRD_REACH = 0.10
"""Distance from a third, in shares of the frame, at which it counts 1/e: a tenth still reads as "on the third"."""
CENTRE_REACH = 0.12
"""The same for the middle."""
LINE_ALONE = 0.7
"""On one third line only, not on a crossing."""
LEVEL_DEG, DIAGONAL_DEG, UPRIGHT_DEG = 12.0, (25.0, 65.0), 78.0
"""Orientation bands of level, diagonal and upright lines, apart by 13 deg so that one line never feeds two."""
TRUSTED_LONGEST = (0.15, 0.45)
"""Longest line of a band over the long edge at which the band starts to shape a picture, and does."""
SYMMETRY = (0.55, 0.9)
"""Mirror correlation at which a picture starts to read as symmetric, and does."""
AXIS_SHIFT_SHARE = 0.05
"""The mirror axis may lie this far off the middle."""
MIRROR_PX = 64
"""Symmetry is about masses, not texture."""


def composition_classes(luma: U8, subject: Subject | None, lines: Lines) -> dict[str, float]:
    """Class name -> strength in [0, 1]; `luma` (H, W) uint8. Curved, triangle and pattern are not measured, hence absent."""
    thirds, centre = _placement(subject)
    strengths = {
        "rule_of_thirds": thirds,
        "centre": centre,
        "horizontal": _band(lines, 0.0, LEVEL_DEG),
        "symmetric": mirror_symmetry(luma),
        "diagonal": _band(lines, *DIAGONAL_DEG),
        "vertical": _band(lines, UPRIGHT_DEG, 90.0),
    }
    return {name: round(strength, 3) for name, strength in strengths.items()}


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


def _band(lines: Lines, from_deg: float, to_deg: float) -> float:
    """Share of all line length within a band of orientations, if that band has a long line."""
    length, angle = lines.length_px, np.abs(lines.angle_deg)
    inside = (angle >= from_deg) & (angle <= to_deg)
    if not inside.any():
        return 0.0
    return float(length[inside].sum() / length.sum()) * ramp(
        float(length[inside].max()) / max(lines.size_px), TRUSTED_LONGEST
    )


def mirror_symmetry(luma: U8) -> float:
    """(H, W) uint8 -> left-right symmetry in [0, 1]: correlation of masses and of edges with the mirrored picture."""
    masses = cv2.resize(luma, (MIRROR_PX, MIRROR_PX), interpolation=cv2.INTER_AREA).astype(np.float32)
    edges = cv2.GaussianBlur(
        cv2.magnitude(cv2.Sobel(masses, cv2.CV_32F, 1, 0), cv2.Sobel(masses, cv2.CV_32F, 0, 1)), (0, 0), 1.0
    )
    reach = round(2 * AXIS_SHIFT_SHARE * MIRROR_PX)
    best = max(
        min(_mirrored(masses, shift), _mirrored(np.asarray(edges, np.float32), shift))
        for shift in range(-reach, reach + 1, 2)
    )
    return ramp(best, SYMMETRY)


def _mirrored(plane: F32, shift_px: int) -> float:
    """Correlation of a plane with its mirror image, the axis moved by half of `shift_px`."""
    kept = plane[:, max(0, shift_px) : plane.shape[1] + min(0, shift_px)]
    here = kept - kept.mean()
    there = here[:, ::-1]
    power = float((here * here).sum())
    return float((here * there).sum()) / power if power > 0.0 else 0.0
