"""What the noise assessor tells a photographer, most important sentence first."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from index.photo.record import PixelSource
from scoring.assessors.usual_noise import NoiseForIso
from scoring.frame import Frame

CLEAN, SLIGHTLY_NOISY, NOISY = "clean", "slightly noisy", "noisy"
"""The three levels of noisiness in ITU-T F.740.4, best first."""
UNCLEAR = "unclear"
"""Noise or fine texture: the measure cannot tell them apart in this photo."""

COLOURED = 0.6
"""Colour noise is named once its sigma passes this share of luma's; ordinary JPEGs measured 0.1 .. 0.5 when grainy."""

ROUNDING = 0.5
"""Levels: less than this is lost when a picture is stored in whole levels, and nobody sees it."""


class Visible(StrEnum):
    """The smallest size at which noise is seen."""

    NO = "no"
    AT_FULL_SIZE = "at 1:1"
    AT_SCREEN_SIZE = "at 2 megapixels"


SEEN_AT = {
    Visible.NO: "not visible",
    Visible.AT_FULL_SIZE: "visible only at 100 %",
    Visible.AT_SCREEN_SIZE: "visible even at screen size",
}


@dataclass(frozen=True, slots=True)
class NoiseFindings:
    """What is said of a photo's noise."""

    level: str
    sigma_luma: float
    sigma_chroma: float
    visible: Visible | None
    """None where noise cannot be told from texture."""
    for_iso: NoiseForIso | None
    """None where the ISO is unknown, or the pixels are not the camera's own."""
    mostly_black: bool = False
    """Most of the frame is black, which shows no noise: what is said is true of the rest."""
    sensor_snr: float | None = None
    """Signal to noise of a photosite at mid-grey; None but for a RAW file that was developed."""


def explain(found: NoiseFindings, frame: Frame) -> tuple[str, ...]:
    """What smooth areas look like, then what may have misled the measurement."""
    reasons = [_grain(found, frame.exif.iso)]
    if found.for_iso is NoiseForIso.NOISIER:
        reasons.append(f"Noisier than usual for ISO {frame.exif.iso}: the photo may have been brightened afterwards.")
    if frame.pixel_source is PixelSource.EMBEDDED_PREVIEW:
        reasons.append("Seen in the camera's preview only, where noise is smoothed; the RAW file holds more.")
    if frame.pixel_source is PixelSource.HALF_SIZE_DEVELOPMENT:
        reasons.append("Seen at half size, where noise looks about half as strong.")
    if found.sensor_snr is not None:
        reasons.append(f"In the RAW data, mid-grey has a signal-to-noise ratio of {found.sensor_snr:.0f} to 1.")
    return tuple(reasons)


def _grain(found: NoiseFindings, iso: int | None) -> str:
    at_iso = f" at ISO {iso}" if iso else ""
    areas = "smooth areas of the lit part" if found.mostly_black else "smooth areas"
    amount = f"{max(found.sigma_luma, found.sigma_chroma):.1f} of 255 levels"
    if found.level == CLEAN:
        clean = f"Clean for ISO {iso}" if found.for_iso is NoiseForIso.CLEANER else f"Clean{at_iso}"
        if max(found.sigma_luma, found.sigma_chroma) < ROUNDING:
            return f"{clean}: no grain at all in {areas}."
        return f"{clean}: {areas} vary by only {amount}."
    if found.visible is None:
        return f"Hardly any well-exposed area is smooth, so noise{at_iso} cannot be told from fine texture ({amount} or less)."
    kind = "colour speckle" if found.sigma_chroma > COLOURED * found.sigma_luma else "grain"
    degree = "Some" if found.level == SLIGHTLY_NOISY else "Strong"
    return f"{degree} {kind}{at_iso}, {SEEN_AT[found.visible]}: {areas} vary by {amount}."
