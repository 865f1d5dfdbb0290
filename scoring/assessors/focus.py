"""Focus: where the photo is sharp, whether that is its subject, and whether it moved."""

from __future__ import annotations

import numpy as np

from index.photo.record import PixelSource
from scoring.assessment import Assessment, cannot_judge
from scoring.assessor import Assessor
from scoring.assessors.focus_findings import Findings, find
from scoring.assessors.focus_verdict import DIRECTIONAL, MISSED_RATIO, SOFT_PEAK, Verdict, reach_verdict
from scoring.assessors.focus_words import CLEARLY_SOFT_PEAK, focus_sentence
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
VALUE_START, VALUE_SCALE = 0.05, 0.25
"""value = 1 - exp(-(sharpness - start) / scale): an 8 px blur (0.07 to 0.16) gives under 0.35, a lone sharp edge (0.38) 0.73."""
NOISY_RMS = 3.0
"""High-pass rms of the flattest tiles, in code values, from which noise can fake a soft or moved subject: noise of 10 codes
did, on two of 16 camera test photos, whose own rms is at most 1.4."""
CONFIDENCE = {
    Verdict.SHARP_SUBJECT: 0.75,
    Verdict.MISSED_FOCUS: 0.7,
    Verdict.MOTION_BLUR: 0.6,
    Verdict.SOFT: 0.7,
}
"""A tile measure sees the sharp region move in 95 % of real refocused pairs; the subject is a guess from saliency."""
NO_SUBJECT_DOUBT, SOFTER_SUBJECT_DOUBT = 0.15, 0.3
"""Taken off where "sharp" cannot name a subject, and where the likely subject is softer after all."""


def assess(frame: Frame) -> Assessment:
    """Verdict from the tile map of sharpness; abstains on small or reduced pictures and where there are too few edges."""
    if obstacle := _obstacle(frame):
        return _undecided(obstacle)
    tiles = tile_sharpness(frame.detail)
    if tiles.judged.sum() < FEWEST_TILES:
        return _undecided("Too few edges to judge focus.")
    findings = find(frame, tiles)
    verdict = reach_verdict(findings)
    if verdict is not Verdict.SHARP_SUBJECT and frame.detail.noise_energy[0] > NOISY_RMS**2:
        return _undecided("Noise hides too much detail to judge focus.")
    return Assessment(
        value=_value(findings, verdict),
        confidence=_confidence(findings, verdict, max(frame.luma.shape)),
        level=_level(findings, verdict),
        reasons=(focus_sentence(findings, verdict),),
        evidence=_evidence(frame, findings, verdict),
    )


def _level(findings: Findings, verdict: Verdict) -> str:
    """The verdict in words; of a view without a subject that we trust, only "sharp"."""
    if verdict is Verdict.SHARP_SUBJECT and findings.subject is None:
        return "sharp"
    return verdict.replace("_", " ")


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
    return cannot_judge(reason, {"verdict": Verdict.CANNOT_JUDGE.value, "sharp_region_px": None})


def _value(findings: Findings, verdict: Verdict) -> float:
    share = findings.subject_weight / 2
    sharpness = (1.0 - share) * findings.region.peak + share * findings.subject_sharpness
    value = 1.0 - np.exp(-max(0.0, sharpness - VALUE_START) / VALUE_SCALE)
    if verdict is Verdict.MOTION_BLUR and findings.motion is not None:
        # Edges along the movement stay crisp; the value is what the other direction has left.
        value *= findings.motion.isotropy / DIRECTIONAL
    return round(float(value), 4)


def _confidence(findings: Findings, verdict: Verdict, long_edge_px: int) -> float:
    certainty = CONFIDENCE[verdict]
    if verdict is Verdict.SOFT:
        # Near the threshold half a word; full certainty only where a strong blur would leave as little.
        certainty *= 0.5 + 0.5 * ramp(findings.region.peak, (SOFT_PEAK, CLEARLY_SOFT_PEAK))
    if verdict is Verdict.SHARP_SUBJECT and findings.subject is None:
        certainty -= NO_SUBJECT_DOUBT
    if verdict is Verdict.SHARP_SUBJECT and findings.subject_ratio < MISSED_RATIO:
        certainty -= SOFTER_SUBJECT_DOUBT
    if long_edge_px < SMALLEST_PREVIEW_PX:
        certainty *= SMALL_CONFIDENCE
    # Few edges, few words: full confidence from four times the least evidence.
    evidence = min(1.0, float(findings.tiles.judged.sum()) / (4 * FEWEST_TILES))
    return round(certainty * (0.5 + 0.5 * evidence), 3)


def _evidence(frame: Frame, findings: Findings, verdict: Verdict) -> dict[str, float | str | list[int] | None]:
    width, height = frame.size_px
    box = [round(share * (width, height)[index % 2]) for index, share in enumerate(findings.region.box)]
    return {
        "verdict": verdict.value,
        "sharp_region_px": box,
        "peak": round(findings.region.peak, 4),
        "spread": round(findings.region.spread, 4),
        "subject_sharpness": round(findings.subject_sharpness, 4) if findings.subject else None,
        "isotropy": round(findings.motion.isotropy, 4) if findings.motion else None,
    }


ASSESSOR = Assessor(
    "focus",
    2,
    assess,
    "Octave tile map after S3 (Vu & Chandler 2012); structure tensor (Bigun & Granlund 1987); ITU-T F.740.4",
)
