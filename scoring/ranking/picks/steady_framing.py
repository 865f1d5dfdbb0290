"""How frames of one group are framed: tilted, or with their subject cut, only where that is a difference between the frames.

Whether an edge "cuts" a subject, and whether a tilt can be read at all, turns with a shift of two pixels in some photos (four of
40 of BIQ2021, `tests.benchmarks.picks_truth`); such a turn is no reason to prefer a frame.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from scoring.assessment import Assessment
from scoring.assessors.composition import CUT_COST, FAULTLESS, FULL_TILT_DEG, TILT_COST, VISIBLE_TILT_DEG
from scoring.box import Box
from scoring.ranking.evidence import number
from scoring.ranking.picks.ranked_photo import RankedPhoto
from scoring.ranking.picks.subject_sharpness import overlap

SAME_FRAMING = 0.8
"""Boxes that overlap by more of their union frame the subject alike, so that both are cut or neither is; a choice."""


def steady_framing(photos: Sequence[RankedPhoto]) -> list[float | None]:
    """The value that `composition` would give for what sets a frame apart, in [0, 1]; None where it abstained."""
    said = [photo.said_by("composition") for photo in photos]
    judged = [one for one in said if one is not None]
    tilts_known = all(number(one, "tilt_confidence") > 0.0 for one in judged)
    whole = [box for one in judged if not is_cut(one) and (box := _subject(one)) is not None]
    return [None if one is None else _value(one, whole, tilts_known=tilts_known) for one in said]


def is_cut(said: Assessment) -> bool:
    """Whether composition counts the subject, or a face, as cut; a face cropped at the top alone is a close portrait."""
    faces = str(said.evidence.get("face_cut_at") or "")
    return bool(said.evidence.get("cut_at")) or faces not in ("", "top")


def _value(said: Assessment, whole: Sequence[Box], *, tilts_known: bool) -> float:
    tilt_deg = abs(number(said, "tilt_deg")) if tilts_known else 0.0
    tilt_cost = TILT_COST * min(1.0, tilt_deg / FULL_TILT_DEG) if tilt_deg >= VISIBLE_TILT_DEG else 0.0
    return FAULTLESS - tilt_cost - (CUT_COST if is_cut(said) and _moved_from(said, whole) else 0.0)


def _moved_from(said: Assessment, whole: Sequence[Box]) -> bool:
    """Whether the cut subject lies otherwise than in the frames that show it whole."""
    box = _subject(said)
    if box is None or not whole:
        return False
    x0, y0, x1, y1 = (median(edges) for edges in zip(*whole, strict=True))
    return overlap(box, (x0, y0, x1, y1)) < SAME_FRAMING


def _subject(said: Assessment) -> Box | None:
    edges = said.evidence.get("subject_px")
    if not isinstance(edges, Sequence) or isinstance(edges, str) or len(edges) != 4:
        return None
    x0, y0, x1, y1 = (float(edge) for edge in edges)
    return x0, y0, x1, y1
