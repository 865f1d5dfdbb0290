"""Focus: where the photo is sharp, whether that is what should be, and whether something moved."""

from __future__ import annotations

from index.photo.record import PixelSource
from scoring.assessment import Assessment, cannot_judge
from scoring.assessor import Assessor
from scoring.assessors.focus_findings import Findings, find
from scoring.assessors.focus_value import focus_value
from scoring.assessors.focus_verdict import (
    CLEARLY_SOFT_PEAK,
    MISSED_RATIO,
    SOFT_PEAK,
    Moved,
    Verdict,
    is_clearly_softer,
    reach_verdict,
    what_moved,
)
from scoring.assessors.focus_words import focus_sentence
from scoring.assessors.motion import Motion
from scoring.assessors.noisy_detail import is_noisy
from scoring.assessors.tile_sharpness import tile_sharpness
from scoring.frame import Frame
from scoring.ramp import ramp

SMALLEST_PREVIEW_PX = 2000
"""Long edge of a RAW's preview below which a missed focus hides in the reduction (issue "Score a folder")."""
SMALLEST_LONG_EDGE_PX, SMALLEST_SHORT_EDGE_PX = 1000, 128
"""A picture that exists only this small is judged as it is, with less confidence; below that not at all."""
SMALL_CONFIDENCE = 0.6
"""Share of the confidence left for a picture under `SMALLEST_PREVIEW_PX`: it may be a reduced copy."""
FEWEST_TILES = 12
"""Fewer tiles with edges are no evidence: the moon at a tenth of the frame's width gives 17, dust and stars fewer."""
CONFIDENCE = {
    Verdict.SHARP_SUBJECT: 0.75,
    Verdict.MISSED_FOCUS: 0.7,
    Verdict.MOTION_BLUR: 0.6,
    Verdict.SOFT: 0.7,
}
"""A tile measure sees the sharp region move in 95 % of real refocused pairs; the subject is a guess from saliency."""
NO_SUBJECT_DOUBT, SOFTER_SUBJECT_DOUBT = 0.15, 0.3
"""Taken off where "sharp" cannot name a subject, and where the likely subject is softer after all, or shows nothing."""


def assess(frame: Frame) -> Assessment:
    """Verdict from the tile map of sharpness; abstains on small or reduced pictures and where there are too few edges."""
    if obstacle := _obstacle(frame):
        return _undecided(obstacle)
    tiles = tile_sharpness(frame.detail)
    if tiles.judged.sum() < FEWEST_TILES:
        return _undecided("Too few edges to judge focus.")
    findings = find(frame, tiles)
    verdict = reach_verdict(findings)
    if verdict is not Verdict.SHARP_SUBJECT and is_noisy(frame.detail):
        return _undecided("Noise hides too much detail to judge focus.")
    if verdict is Verdict.CANNOT_JUDGE:
        return cannot_judge(focus_sentence(findings, verdict), _evidence(frame, findings, verdict))
    return Assessment(
        value=round(focus_value(findings), 4),
        confidence=_confidence(findings, verdict, max(frame.luma.shape)),
        level=_level(findings, verdict),
        reasons=(focus_sentence(findings, verdict),),
        evidence=_evidence(frame, findings, verdict),
    )


def _level(findings: Findings, verdict: Verdict) -> str:
    """The verdict in words; where no target is known to be sharp, only "sharp"."""
    if verdict is Verdict.SHARP_SUBJECT and not _shows_target(findings):
        return "sharp"
    return verdict.replace("_", " ")


def _shows_target(findings: Findings) -> bool:
    return findings.target is not None and findings.target_ratio >= MISSED_RATIO


def _obstacle(frame: Frame) -> str | None:
    """Why these pixels cannot show focus, or None."""
    long_edge_px, short_edge_px = max(frame.luma.shape), min(frame.luma.shape)
    if frame.pixel_source is PixelSource.HALF_SIZE_DEVELOPMENT:
        return "A half-size development of the RAW file hides small focus errors."
    if frame.pixel_source is PixelSource.EMBEDDED_PREVIEW and long_edge_px < SMALLEST_PREVIEW_PX:
        return "The RAW file's preview is too small to judge focus."
    if long_edge_px < SMALLEST_LONG_EDGE_PX or short_edge_px < SMALLEST_SHORT_EDGE_PX:
        return "The picture is too small to judge focus."
    return None


def _undecided(reason: str) -> Assessment:
    return cannot_judge(reason, {"verdict": Verdict.CANNOT_JUDGE.value, "target": "none", "sharp_region_px": None})


def _confidence(findings: Findings, verdict: Verdict, long_edge_px: int) -> float:
    certainty = CONFIDENCE[verdict]
    if verdict is Verdict.SOFT:
        # Near the threshold half a word; full certainty only where a strong blur would leave as little.
        certainty *= 0.5 + 0.5 * ramp(findings.region.peak, (SOFT_PEAK, CLEARLY_SOFT_PEAK))
    if verdict is Verdict.SHARP_SUBJECT and not _shows_target(findings):
        certainty -= NO_SUBJECT_DOUBT
    if verdict is Verdict.SHARP_SUBJECT and (is_clearly_softer(findings) or findings.unseen_subject):
        certainty -= SOFTER_SUBJECT_DOUBT
    if long_edge_px < SMALLEST_PREVIEW_PX:
        certainty *= SMALL_CONFIDENCE
    # Few edges, few words: full confidence from four times the least evidence.
    evidence = min(1.0, float(findings.tiles.judged.sum()) / (4 * FEWEST_TILES))
    return round(certainty * (0.5 + 0.5 * evidence), 3)


def _evidence(frame: Frame, findings: Findings, verdict: Verdict) -> dict[str, float | str | list[int] | None]:
    target, motion = findings.target, _told_motion(findings)
    return {
        "verdict": verdict.value,
        "target": target.kind.value if target else "none",
        "target_px": _pixels(target.box, frame.size_px) if target else None,
        "target_sharpness": round(findings.target_sharpness, 4) if target else None,
        "sharp_region_px": _pixels(findings.region.box, frame.size_px),
        "depth_of_field": findings.depth.value,
        "peak": round(findings.region.peak, 4),
        "spread": round(findings.region.spread, 4),
        "moved": what_moved(findings).value,
        "motion_strength": round(motion.strength, 4) if motion else None,
        "motion_direction_deg": motion.direction_deg if motion else None,
        "motion_length_px": round(motion.length_px * _full_size_scale(frame), 1) if motion else None,
    }


def _full_size_scale(frame: Frame) -> float:
    """Full-size pixels a pixel that was looked at: 1 but for a RAW file's preview."""
    return float(max(frame.size_px) / max(frame.luma.shape))


def _told_motion(findings: Findings) -> Motion | None:
    """The movement of what moved; of the frame where nothing did."""
    local = what_moved(findings) in (Moved.SUBJECT, Moved.SURROUNDINGS)
    return findings.motions.rest if local else findings.motions.frame


def _pixels(box: tuple[float, float, float, float], size_px: tuple[int, int]) -> list[int]:
    inside = (min(1.0, max(0.0, share)) for share in box)
    return [round(share * size_px[index % 2]) for index, share in enumerate(inside)]


ASSESSOR = Assessor(
    "focus",
    10,
    assess,
    "Octave tile map after S3 (Vu & Chandler 2012); sinc model of movement (Jain 1989); ITU-T F.740.4",
)
