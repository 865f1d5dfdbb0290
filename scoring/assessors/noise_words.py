"""What the noise assessor tells a photographer, most important sentence first."""

from __future__ import annotations

from index.photo.record import PixelSource
from scoring.frame import Frame

CLEAN, SLIGHTLY_NOISY, NOISY = "clean", "slightly noisy", "noisy"
"""The three levels of noisiness in ITU-T F.740.4, best first."""
UNCLEAR = "unclear"
"""Noise or fine texture: the measure cannot tell them apart in this photo."""

COLOURED = 0.6
"""Colour noise is named once its sigma passes this share of luma's; ordinary JPEGs measured 0.1 .. 0.5 when grainy."""


def explain(level: str, sigma_luma: float, sigma_chroma: float, frame: Frame) -> tuple[str, ...]:
    """What smooth areas look like, then what may have misled the measurement."""
    at_iso = f" at ISO {frame.exif.iso}" if frame.exif.iso else ""
    reasons = [_grain(level, sigma_luma, sigma_chroma, at_iso)]
    if frame.pixel_source is PixelSource.EMBEDDED_PREVIEW:
        reasons.append("Seen in the camera's preview only, where noise is smoothed; the RAW file holds more.")
    if frame.pixel_source is PixelSource.HALF_SIZE_DEVELOPMENT:
        reasons.append("Seen at half size, where noise looks about half as strong.")
    return tuple(reasons)


def _grain(level: str, sigma_luma: float, sigma_chroma: float, at_iso: str) -> str:
    amount = f"{max(sigma_luma, sigma_chroma):.1f} of 255 levels"
    if level == CLEAN:
        return f"Clean{at_iso}: smooth areas vary by only {amount}."
    if level == UNCLEAR:
        return f"Hardly any well-exposed area is smooth, so noise{at_iso} cannot be told from fine texture ({amount} or less)."
    kind = "colour speckle" if sigma_chroma > COLOURED * sigma_luma else "grain"
    if level == SLIGHTLY_NOISY:
        return f"Some {kind}{at_iso}: smooth areas vary by {amount}, which shows at 100 %."
    return f"Strong {kind}{at_iso}: smooth areas vary by {amount}, which is plain to see."


def explain_abstention(patches_cut: int, patches_needed: int) -> str:
    """Why noise cannot be told: the picture is tiny, or hardly any of it is well exposed."""
    if patches_cut < patches_needed:
        return "The picture is too small to measure noise in."
    return "Nearly all of the frame is black or blown, so noise cannot be measured."
