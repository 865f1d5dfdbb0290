"""From findings to a verdict on focus; a reject hint only with strong evidence."""

from __future__ import annotations

from enum import StrEnum

from scoring.assessors.focus_findings import Findings, tiles_inside

CERTAIN_SUBJECT = 0.6
"""Subject confidence needed to say that focus missed it: a wrong reject hint costs more trust than a missed one."""
SOFT_PEAK, SOFT_S_BLUR = 0.32, 0.03
"""Tile peak and native S-Blur that must both be undercut to call a photo soft. In-focus photos of 16 cameras give at least
0.33 and 0.02, never both so low; blurred by 4 px they give at most 0.26 and 0.02."""
MISSED_RATIO = 0.5
"""Subject over sharpest region, below which the subject is clearly softer: about 3 px of blur more (same photos)."""
EDGED_SHARE = 0.4
"""Share of the subject's tiles that must show edges before it can be called soft: the glow of a sun has none to be sharp."""
SHARP_PEAK = 0.38
"""The other region must be as sharp as a lone sharp edge; the in-focus photos of 13 of 16 cameras are sharper (0.48 to 0.86)."""
DIRECTIONAL = 0.2
"""Isotropy below which one direction has lost its detail. Sharp and defocused copies (up to 8 px) of 16 cameras' photos give
0.25 to 1; after a movement of 10 or 20 px three in four fall under 0.2."""


class Verdict(StrEnum):
    """What focus says of a photo."""

    SHARP_SUBJECT = "sharp_subject"
    MISSED_FOCUS = "missed_focus"
    MOTION_BLUR = "motion_blur"
    SOFT = "soft"
    CANNOT_JUDGE = "cannot_judge"


def reach_verdict(findings: Findings) -> Verdict:
    """Movement before softness before a missed subject; sharp where none of them is plain."""
    if findings.motion is not None and findings.motion.isotropy < DIRECTIONAL:
        return Verdict.MOTION_BLUR
    if findings.region.peak < SOFT_PEAK and findings.s_blur_native < SOFT_S_BLUR:
        return Verdict.SOFT
    return Verdict.MISSED_FOCUS if _missed(findings) else Verdict.SHARP_SUBJECT


def _missed(findings: Findings) -> bool:
    subject, region = findings.subject, findings.region
    if subject is None or subject.confidence < CERTAIN_SUBJECT or region.peak < SHARP_PEAK:
        return False
    has_edges = findings.tiles.judged[tiles_inside(subject, findings.tiles)].mean() >= EDGED_SHARE
    softer = findings.subject_ratio < MISSED_RATIO and findings.subject_sharpness < SOFT_PEAK
    return bool(has_edges) and softer
