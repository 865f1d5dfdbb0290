"""What can be true of a frame of the rendered shoot: what it shows, what is wrong with it, and what its EXIF says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

LANDSCAPE_PX = (1500, 1000)
UPRIGHT_PX = (1000, 1500)
FAST_GRAIN = 0.085  # as a small sensor at ISO 12,800 looks: about 10 of 255 levels at mid-grey
CLEAN_GRAIN = 0.006

MAKE, MODEL = "Rendered", "Rendered R1"


class Role(StrEnum):
    """Why a frame is in the shoot."""

    BRACKET = "bracket"
    BURST = "burst"
    PORTRAIT_BURST = "portrait_burst"
    CLIPPED = "clipped"
    TILTED = "tilted"
    SIDEWAYS = "sideways"
    PORTRAIT = "portrait"
    RAW_PAIR = "raw_pair"
    DARK = "dark"
    NIGHT = "night"
    NOISY = "noisy"
    HIGH_KEY = "high_key"
    MONOCHROME = "monochrome"
    DUPLICATE = "duplicate"
    NEAR_DUPLICATE = "near_duplicate"


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameTruth:
    """One file of the shoot: what it shows, what is wrong with it, and what its EXIF says."""

    name: str
    role: Role
    scene: str
    taken: datetime
    size_px: tuple[int, int] = LANDSCAPE_PX
    """(width, height) of the upright picture."""
    group: str | None = None
    """Frames of one burst or one bracket share it; a copy shares its original's name."""
    moment_s: float = 0.0
    """When in the scene's own time."""
    ev: float = 0.0
    """Stops from the exposure that suits the scene; negative is too dark."""
    soft_radius_px: float = 0.0
    """Radius of the blur disc; 0 is in focus."""
    eyes_closed: bool = False
    """Of the one person whom the scene shows."""
    tilt_clockwise_deg: float = 0.0
    """How far a level horizon appears turned clockwise (its right end lower)."""
    grain: float = CLEAN_GRAIN
    """See `camera.with_sensor_noise`."""
    monochrome: bool = False
    clipped_highlights: bool = False
    """Whether more than 2 % of the pixels are white in all three channels."""
    orientation: int = 1
    """EXIF Orientation; the pixels are stored accordingly."""
    jpeg_quality: int = 90
    original: str | None = None
    """The frame of which this one is a copy, byte for byte or encoded anew."""
    raw_companion: str | None = None
    iso: int = 100
    f_number: float = 8.0
    exposure_time_s: float = 1 / 250
    exposure_bias_ev: float = 0.0
    focal_length_mm: float = 35.0
    lens: str = "R 24-70mm F2.8"

    @property
    def noise_sigma_at_mid_grey(self) -> float:
        """Standard deviation of the noise where the scene is mid-grey (0.18), in sRGB of range [0, 1], before JPEG."""
        slope = 1.055 / 2.4 * 0.18 ** (1 / 2.4 - 1)  # of the sRGB curve, IEC 61966-2-1
        return float(self.grain * (0.18 + 0.01) ** 0.5 * slope)
