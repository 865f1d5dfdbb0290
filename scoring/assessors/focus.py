"""Focus: where the photo is sharp, whether that is its subject, and whether it moved."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from index.photo.record import PixelSource
from scoring.assessment import Assessment, cannot_judge
from scoring.assessor import Assessor
from scoring.assessors.motion import Motion, directional_blur
from scoring.assessors.place_words import place_in_words
from scoring.assessors.s_blur import s_blur
from scoring.assessors.sharp_region import SharpRegion, find_sharp_region, peak_sharpness
from scoring.assessors.tile_sharpness import TileSharpness, tile_sharpness
from scoring.frame import Frame
from scoring.subject import Subject

SMALLEST_PREVIEW_PX = 2000
"""Long edge of a RAW's preview below which a missed focus hides in the reduction (issue "Score a folder")."""
SMALLEST_LONG_EDGE_PX, SMALLEST_SHORT_EDGE_PX = 1000, 128
"""A picture that exists only this small is judged as it is, with less confidence; below that not at all."""
SMALL_CONFIDENCE = 0.6
"""Share of the confidence left for a picture under `SMALLEST_PREVIEW_PX`: it may be a reduced copy."""
FEWEST_TILES = 12
"""Fewer tiles with edges are no evidence: the moon at a tenth of the frame's width gives 17, dust and stars fewer."""
TRUSTED_SUBJECT = 0.35
"""Subject confidence from which its own sharpness counts; on the camera test photos views lie below, single things above."""
CERTAIN_SUBJECT = 0.6
"""Subject confidence needed to say that focus missed it: a wrong reject hint costs more trust than a missed one."""
SOFT_PEAK, SOFT_S_BLUR = 0.32, 0.03
"""Tile peak and native S-Blur that must both be undercut to call a photo soft. In-focus photos of 16 cameras give at least
0.33 and 0.02, never both so low; blurred by 4 px they give at most 0.26 and 0.02."""
MISSED_RATIO = 0.5
"""Subject over sharpest region, below which the subject is clearly softer: about 3 px of blur more (same photos)."""
SUBJECT_SHARP_RATIO = 0.75
"""Subject over sharpest region, from which both are equally sharp to the eye: about 1 px of blur between them."""
SHARP_PEAK = 0.45
"""The other region must be really sharp: the median of in-focus photos, less a blur of 1 px."""
DIRECTIONAL = 0.2
"""Isotropy below which one direction has lost its detail. Sharp and defocused copies (up to 8 px) of 16 cameras' photos give
0.25 to 1; after a movement of 10 or 20 px three in four fall under 0.2."""
SHALLOW_SPREAD = 0.35
"""Share of judged tiles that are sharp, below which the depth of field looks shallow."""
THROUGHOUT_SPREAD = 0.65
"""Share from which everything with edges is sharp; the rest may be sky, mist and water."""
VALUE_START, VALUE_SCALE = 0.05, 0.25
"""value = 1 - exp(-(sharpness - start) / scale): an 8 px blur (0.07 to 0.16) gives under 0.35, a lone sharp edge (0.38) 0.73."""
NOISY_RMS = 3.0
"""High-pass rms of the flattest tiles, in code values, from which noise can fake a soft subject: noise of 10 codes did, on one
of 16 camera test photos, whose own rms is at most 1.4."""
REJECT_HINTS = ("missed_focus", "soft")
CLEARLY_SOFT_PEAK = 0.26
"""No in-focus photo of the same 16 keeps more than this after a blur of 4 px."""
CONFIDENCE = {"sharp_subject": 0.75, "missed_focus": 0.7, "motion_blur": 0.6, "soft": 0.7}
"""A tile measure sees the sharp region move in 95 % of real refocused pairs; the subject is a guess from saliency."""


@dataclass(frozen=True)
class _Findings:
    map: TileSharpness
    region: SharpRegion
    subject: Subject | None
    subject_sharpness: float
    s_blur_native: float
    motion: Motion | None


def assess(frame: Frame) -> Assessment:
    """Verdict from the tile map of sharpness; abstains on small or reduced pictures and where there are too few edges."""
    if obstacle := _obstacle(frame):
        return _undecided(obstacle)
    map_ = tile_sharpness(frame.detail)
    if map_.judged.sum() < FEWEST_TILES:
        return _undecided("Too few edges to judge focus.")
    findings = _find(frame, map_)
    verdict = _verdict(findings)
    if verdict in REJECT_HINTS and frame.detail.noise_energy[0] > NOISY_RMS**2:
        return _undecided("Noise hides too much detail to judge focus.")
    return Assessment(
        value=_value(findings, verdict),
        confidence=_confidence(findings, verdict, max(frame.luma.shape)),
        level=verdict.replace("_", " "),
        reasons=_reasons(findings, verdict),
        evidence=_evidence(frame, findings, verdict),
    )


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
    return cannot_judge(reason, {"verdict": "cannot_judge", "sharp_region_px": None})


def _find(frame: Frame, map_: TileSharpness) -> _Findings:
    region = find_sharp_region(map_)
    subject = frame.subject if frame.subject and frame.subject.confidence >= TRUSTED_SUBJECT else None
    subject_sharpness = region.peak
    if subject is not None:
        inside = _inside(subject, map_)
        if (inside & map_.judged).sum() >= FEWEST_TILES / 2:
            subject_sharpness = peak_sharpness(map_, inside, share=0.2)
        else:
            subject = None
    blur = s_blur(frame.detail)
    native = float(blur[0]) if blur is not None else 0.0
    return _Findings(map_, region, subject, subject_sharpness, native, directional_blur(frame.luma, map_))


def _inside(subject: Subject, map_: TileSharpness) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
    """Tiles whose middle lies in the subject's box."""
    rows, cols = map_.judged.shape
    x0, y0, x1, y1 = subject.box
    down, across = (np.arange(rows) + 0.5) / rows, (np.arange(cols) + 0.5) / cols
    return np.outer((down >= y0) & (down <= y1), (across >= x0) & (across <= x1))


def _verdict(findings: _Findings) -> str:
    if findings.motion is not None and findings.motion.isotropy < DIRECTIONAL:
        return "motion_blur"
    if findings.region.peak < SOFT_PEAK and findings.s_blur_native < SOFT_S_BLUR:
        return "soft"
    return "missed_focus" if _missed(findings) else "sharp_subject"


def _missed(findings: _Findings) -> bool:
    subject, region = findings.subject, findings.region
    if subject is None or subject.confidence < CERTAIN_SUBJECT or region.peak < SHARP_PEAK:
        return False
    outside = not (region.tiles & _inside(subject, findings.map)).any()
    return outside and findings.subject_sharpness < min(MISSED_RATIO * region.peak, SOFT_PEAK)


def _value(findings: _Findings, verdict: str) -> float:
    sharpness = (findings.region.peak + findings.subject_sharpness) / 2
    value = 1.0 - np.exp(-max(0.0, sharpness - VALUE_START) / VALUE_SCALE)
    if verdict == "motion_blur" and findings.motion is not None:
        # Edges along the movement stay crisp; the value is what the other direction has left.
        value *= findings.motion.isotropy / DIRECTIONAL
    return round(float(value), 4)


def _confidence(findings: _Findings, verdict: str, long_edge_px: int) -> float:
    # Few edges, few words: full confidence from four times the least evidence.
    evidence = min(1.0, float(findings.map.judged.sum()) / (4 * FEWEST_TILES))
    certainty = CONFIDENCE[verdict]
    if verdict == "soft":
        # Near the threshold half a word; full certainty only where a strong blur would leave as little.
        certainty *= 1.0 - 0.5 * min(
            1.0, max(0.0, (findings.region.peak - CLEARLY_SOFT_PEAK) / (SOFT_PEAK - CLEARLY_SOFT_PEAK))
        )
    if verdict == "sharp_subject" and findings.subject is None:
        certainty -= 0.15
    if verdict == "sharp_subject" and findings.subject_sharpness < MISSED_RATIO * findings.region.peak:
        certainty -= 0.3
    if long_edge_px < SMALLEST_PREVIEW_PX:
        certainty *= SMALL_CONFIDENCE
    return round(certainty * (0.5 + 0.5 * evidence), 3)


def _reasons(findings: _Findings, verdict: str) -> tuple[str, ...]:
    place = place_in_words(*findings.region.centre)
    if verdict == "motion_blur" and findings.motion is not None:
        return (f"Detail is smeared {_direction(findings.motion.direction_deg)}: the camera or the subject moved.",)
    if verdict == "soft":
        extent = (
            "Nothing is really in focus"
            if findings.region.peak < CLEARLY_SOFT_PEAK
            else "Nothing is quite crisp at 100 %"
        )
        return (f"{extent}; sharpest at {place}.",)
    if verdict == "missed_focus" and findings.subject is not None:
        missed = place_in_words(*findings.subject.centre)
        return (f"The likely subject at {missed} is clearly softer than {place}, where the focus lies.",)
    return (_sharp_sentence(findings, place),)


def _sharp_sentence(findings: _Findings, place: str) -> str:
    region, ratio = findings.region, findings.subject_sharpness / findings.region.peak
    if region.spread >= THROUGHOUT_SPREAD and _covers_most(region):
        return "Sharp across the frame."
    rest = ", softer elsewhere" if region.spread < SHALLOW_SPREAD else ""
    if findings.subject is not None and ratio >= SUBJECT_SHARP_RATIO:
        return f"The likely subject at {place_in_words(*findings.subject.centre)} is sharp{rest}."
    if ratio < MISSED_RATIO:
        return f"Sharpest at {place}; the likely subject is softer."
    return f"{'Sharp' if rest else 'Sharpest'} at {place}{rest}."


def _covers_most(region: SharpRegion) -> bool:
    x0, y0, x1, y1 = region.box
    return (x1 - x0) * (y1 - y0) > 0.5


def _direction(degrees: float) -> str:
    if 22.5 <= degrees < 67.5:
        return "diagonally (down to the right)"
    if 67.5 <= degrees < 112.5:
        return "vertically"
    if 112.5 <= degrees < 157.5:
        return "diagonally (down to the left)"
    return "horizontally"


def _evidence(frame: Frame, findings: _Findings, verdict: str) -> dict[str, float | str | list[int] | None]:
    width, height = frame.size_px
    box = [round(share * (width, height)[index % 2]) for index, share in enumerate(findings.region.box)]
    return {
        "verdict": verdict,
        "sharp_region_px": box,
        "peak": round(findings.region.peak, 4),
        "spread": round(findings.region.spread, 4),
        "subject_sharpness": round(findings.subject_sharpness, 4) if findings.subject else None,
        "isotropy": round(findings.motion.isotropy, 4) if findings.motion else None,
    }


ASSESSOR = Assessor(
    "focus",
    1,
    assess,
    "Octave tile map after S3 (Vu & Chandler 2012); structure tensor (Bigun & Granlund 1987); ITU-T F.740.4",
)
