"""What the noise assessor tells a photographer, most important sentence first."""

from __future__ import annotations

from index.photo.record import PixelSource
from scoring.frame import Frame

LEVELS = ("clean", "slightly noisy", "noisy")
"""From the best to the worst of the three levels of noisiness in ITU-T F.740.4."""

COLOURED = 0.6
"""Colour noise is named once its sigma passes this share of luma's; ordinary JPEGs measured 0.1 .. 0.5 when grainy."""


def explain(level: str, sigma_luma: float, sigma_chroma: float, *, sure: bool, frame: Frame) -> tuple[str, ...]:
    """What smooth areas look like, then what may have misled the measurement."""
    at_iso = f" at ISO {frame.exif.iso}" if frame.exif.iso else ""
    reasons = [_grain(level, sigma_luma, sigma_chroma, at_iso)]
    if not sure and level != LEVELS[0] and frame.pixel_source is PixelSource.FULL:
        reasons.append("Hardly any area is smooth, so fine texture may have been taken for noise.")
    if frame.pixel_source is PixelSource.EMBEDDED_PREVIEW:
        reasons.append("Seen in the camera's preview only, where noise is smoothed; the RAW file holds more.")
    if frame.pixel_source is PixelSource.HALF_SIZE_DEVELOPMENT:
        reasons.append("Seen at half size, where noise looks about half as strong.")
    return tuple(reasons)


def _grain(level: str, sigma_luma: float, sigma_chroma: float, at_iso: str) -> str:
    coloured = sigma_chroma > COLOURED * sigma_luma
    strongest = max(sigma_luma, sigma_chroma)
    amount = f"{strongest:.1f} of 255 levels"
    if level == LEVELS[0]:
        return f"Clean{at_iso}: smooth areas vary by only {amount}."
    kind = "colour speckle" if coloured else "grain"
    if level == LEVELS[1]:
        return f"Some {kind}{at_iso}: smooth areas vary by {amount}, which shows at 100 %."
    return f"Strong {kind}{at_iso}: smooth areas vary by {amount}, which is plain to see."


def explain_abstention(patches_cut: int, patches_needed: int) -> str:
    """Why noise cannot be told: the picture is tiny, or hardly any of it is well exposed."""
    if patches_cut < patches_needed:
        return "The picture is too small to measure noise in."
    return "Nearly all of the frame is black or blown, so noise cannot be measured."
