"""Sharpness: how crisp the crispest areas are at native resolution, whatever their subject."""

from __future__ import annotations

from index.photo.record import PixelSource
from scoring.assessment import Assessment, cannot_judge
from scoring.assessor import Assessor
from scoring.assessors.lone_outline import crispness_of_outline
from scoring.assessors.noisy_detail import NOISY_RMS, noise_rms
from scoring.assessors.reduced_picture import as_full_size, is_reduced
from scoring.assessors.s_blur import crispness, judged_blocks, s_blur
from scoring.frame import Frame

SMALLEST_SIDE_PX = 128
"""Four tiles; below that there are no "sharpest areas" to choose from."""
LEVELS = (
    (0.25, "severely blurred"),
    (0.52, "blurred"),
    (0.6, "moderately sharp"),
    (0.85, "sharp"),
    (1.01, "extremely sharp"),
)
"""Five steps after ITU-T F.740.4 with the values at which they end, set by hand beside the 16 camera test photos at 100 %: a casino
held by hand gives 0.51, a moon at full zoom 0.54, a hazy sunset 0.55, a shallow but crisp one 0.61."""
SENTENCES = {
    "severely blurred": "No edge is crisp anywhere; the detail is gone.",
    "blurred": "Even the sharpest areas are soft at 100 %.",
    "moderately sharp": "The sharpest areas are a little soft at 100 %.",
    "sharp": "The sharpest areas hold crisp edges at 100 %.",
    "extremely sharp": "The sharpest areas are very crisp at 100 %.",
}
SMALL_SENTENCES = {
    "severely blurred": "No edge is crisp anywhere, though the picture is small",
    "blurred": "Even the sharpest areas are soft or smeared, though the picture is small",
    "moderately sharp": "The sharpest areas are a little soft, though the picture is small",
}
"""Of a copy that hides half of a blur and still shows it."""
LARGE_LONG_EDGE_PX = 3200
"""From here on a screen shows at most every other pixel of the whole picture."""
CAVEATS = {
    PixelSource.EMBEDDED_PREVIEW: "Judged on the RAW file's preview.",
    PixelSource.HALF_SIZE_DEVELOPMENT: "Judged on a half-size development of the RAW file.",
}
CONFIDENCE_FULL, CONFIDENCE_PREVIEW, CONFIDENCE_SMALL = 0.8, 0.4, 0.5
"""S-Blur agrees with viewers at 0.48 on average over 15 sets (NTIA): never certain; less on a preview or a reduced picture."""
FEW_BLOCKS = 10
"""S-Blur was made for ten best blocks (NTIA); with fewer to choose from it says less."""


def assess(frame: Frame) -> Assessment:
    """S-Blur at native resolution and three halvings; abstains without edges (fog, sky) or on a tiny picture."""
    if min(frame.luma.shape) < SMALLEST_SIDE_PX:
        return cannot_judge("The picture is too small to judge its sharpness.")
    blur = s_blur(frame.detail)
    if blur is None:
        return cannot_judge("Too few edges to judge sharpness.")
    value = as_full_size(crispness(blur), max(frame.luma.shape))
    if not is_reduced(frame):
        value = crispness_of_outline(value, frame.detail)
    level = next(name for end, name in LEVELS if value < end)
    reduced = is_reduced(frame)
    if reduced and level == "extremely sharp":
        level = "sharp"
    evidence = {"s_blur": [round(float(octave), 4) for octave in blur]}
    grain_rms = noise_rms(frame.detail)
    reasons = (_sentence(level, max(frame.luma.shape), reduced=reduced), *_caveats(frame, grain_rms))
    return Assessment(round(value, 4), round(_confidence(frame, grain_rms), 3), level, reasons, evidence)


def _sentence(level: str, long_edge_px: int, *, reduced: bool) -> str:
    if reduced and level == "sharp":
        return (
            f"Crisp at this size ({long_edge_px} px); reducing hides blur, so that the full-size photo may be softer."
        )
    if reduced and level in SMALL_SENTENCES:
        return f"{SMALL_SENTENCES[level]} ({long_edge_px} px)."
    if level == "moderately sharp" and long_edge_px >= LARGE_LONG_EDGE_PX:
        return "The sharpest areas are a little soft at 100 %; fine at screen size."
    return SENTENCES[level]


def _caveats(frame: Frame, grain_rms: float) -> tuple[str, ...]:
    caveats = [CAVEATS[frame.pixel_source]] if frame.pixel_source in CAVEATS else []
    if grain_rms > NOISY_RMS:
        caveats.append("Noise or fine texture covers even the smoothest areas, so that this is less sure.")
    return tuple(caveats)


def _confidence(frame: Frame, grain_rms: float) -> float:
    confidence = CONFIDENCE_SMALL if is_reduced(frame) else CONFIDENCE_FULL
    if frame.pixel_source is not PixelSource.FULL:
        confidence = CONFIDENCE_PREVIEW
    blocks = int(judged_blocks(frame.detail).sum())
    return float(confidence * min(1.0, NOISY_RMS / max(grain_rms, 1e-6)) * min(1.0, (blocks / FEW_BLOCKS) ** 0.5))


ASSESSOR = Assessor(
    "sharpness", 7, assess, "S-Blur, NTIA NRMetricFramework (public domain); levels after ITU-T F.740.4"
)
