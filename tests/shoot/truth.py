"""What is true of every frame of the rendered shoot; the frames are drawn from this very table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from enum import StrEnum

LANDSCAPE_PX = (1500, 1000)
UPRIGHT_PX = (1000, 1500)
FAST_GRAIN = 0.085  # as a small sensor at ISO 12,800 looks: about 10 of 255 levels at mid-grey
CLEAN_GRAIN = 0.006

MAKE, MODEL = "Rendered", "Rendered R1"
ZONE = timezone(timedelta(hours=2))
MORNING = datetime(2026, 5, 16, 9, 12, 30, 120_000, ZONE)
NOON = datetime(2026, 5, 16, 13, 2, 11, 400_000, ZONE)
EVENING = datetime(2026, 5, 16, 20, 41, 7, 0, ZONE)
NIGHT = datetime(2026, 5, 16, 22, 58, 44, 310_000, ZONE)
WINTER = datetime(2026, 1, 23, 10, 5, 2, 50_000, timezone(timedelta(hours=1)))


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


def _bracket() -> list[FrameTruth]:
    return [
        FrameTruth(
            name=f"DSC_{101 + step:04d}.JPG",
            role=Role.BRACKET,
            scene="valley",
            taken=MORNING + timedelta(seconds=0.4 * step),
            group="bracket",
            ev=float(ev),
            clipped_highlights=ev >= 1,
            exposure_bias_ev=float(ev),
            exposure_time_s=2.0**ev / 250,
        )
        for step, ev in enumerate((-2, -1, 0, 1, 2))
    ]


def _burst() -> list[FrameTruth]:
    return [
        FrameTruth(
            name=f"DSC_{106 + step:04d}.JPG",
            role=Role.BURST,
            scene="harbour",
            taken=EVENING + timedelta(seconds=0.2 * step),
            group="burst",
            moment_s=0.2 * step,
            soft_radius_px=5.0 if step == 3 else 0.0,
            exposure_time_s=1 / 1000,
            f_number=4.0,
            focal_length_mm=70.0,
        )
        for step in range(6)
    ]


def _portrait_burst() -> list[FrameTruth]:
    """The third frame blinks, the fourth is soft."""
    return [
        FrameTruth(
            name=f"DSC_{122 + step:04d}.JPG",
            role=Role.PORTRAIT_BURST,
            scene="blinking_sitter" if step == 2 else "sitter",
            taken=NOON + timedelta(seconds=0.25 * step),
            size_px=UPRIGHT_PX,
            group="portrait burst",
            moment_s=0.25 * step,
            soft_radius_px=4.0 if step == 3 else 0.0,
            eyes_closed=step == 2,
            exposure_time_s=1 / 640,
            f_number=4.0,
            focal_length_mm=85.0,
            lens="R 85mm F1.8",
        )
        for step in range(5)
    ]


def _singles() -> list[FrameTruth]:
    frames = [*_harbour_singles(), *_landscapes(), *_portraits(), *_nights()]
    return sorted(frames, key=lambda frame: frame.name)


def _harbour_singles() -> list[FrameTruth]:
    later = EVENING + timedelta(minutes=6)
    return [
        FrameTruth(
            name="DSC_0112.JPG",
            role=Role.CLIPPED,
            scene="harbour",
            taken=later,
            moment_s=9.0,
            ev=1.5,
            clipped_highlights=True,
            exposure_time_s=1 / 125,
            f_number=4.0,
            focal_length_mm=70.0,
        ),
        FrameTruth(
            name="DSC_0113.JPG",
            role=Role.TILTED,
            scene="harbour",
            taken=later + timedelta(minutes=4),
            moment_s=-5.0,
            tilt_clockwise_deg=3.5,
            exposure_time_s=1 / 500,
            f_number=5.6,
            focal_length_mm=50.0,
        ),
        FrameTruth(
            name="DSC_0121.JPG",
            role=Role.MONOCHROME,
            scene="harbour",
            taken=EVENING - timedelta(minutes=25),
            size_px=UPRIGHT_PX,
            monochrome=True,
            focal_length_mm=50.0,
        ),
    ]


def _landscapes() -> list[FrameTruth]:
    return [
        FrameTruth(
            name="DSC_0114.JPG",
            role=Role.SIDEWAYS,
            scene="valley",
            taken=MORNING + timedelta(minutes=9),
            size_px=UPRIGHT_PX,
            orientation=6,
        ),
        FrameTruth(name="DSC_0120.JPG", role=Role.HIGH_KEY, scene="snow", taken=WINTER, exposure_bias_ev=1.3),
    ]


def _portraits() -> list[FrameTruth]:
    portrait = {"f_number": 2.0, "focal_length_mm": 85.0, "lens": "R 85mm F1.8", "iso": 200}
    forest = MORNING + timedelta(hours=1, minutes=20)
    return [
        FrameTruth(
            name="DSC_0115.JPG",
            role=Role.PORTRAIT,
            scene="hiker",
            taken=forest,
            size_px=UPRIGHT_PX,
            **portrait,
        ),
        FrameTruth(
            name="DSC_0116.JPG",
            role=Role.RAW_PAIR,
            scene="hiker",
            taken=forest + timedelta(minutes=2),
            moment_s=0.3,
            raw_companion="DSC_0116.DNG",
            **portrait,
        ),
        FrameTruth(
            name="DSC_0117.JPG",
            role=Role.DARK,
            scene="hiker",
            taken=forest + timedelta(minutes=7),
            moment_s=1.1,
            ev=-3.0,
            exposure_time_s=1 / 2000,
            **portrait,
        ),
    ]


def _nights() -> list[FrameTruth]:
    return [
        FrameTruth(
            name="DSC_0118.JPG",
            role=Role.NIGHT,
            scene="street",
            taken=NIGHT,
            iso=800,
            exposure_time_s=1 / 15,
            f_number=2.8,
            grain=0.014,
        ),
        FrameTruth(
            name="DSC_0119.JPG",
            role=Role.NOISY,
            scene="street",
            taken=NIGHT + timedelta(minutes=3),
            moment_s=2.5,
            ev=0.7,
            iso=12_800,
            exposure_time_s=1 / 250,
            f_number=2.8,
            grain=FAST_GRAIN,
        ),
    ]


def _copies(singles: list[FrameTruth]) -> list[FrameTruth]:
    by_role = {frame.role: frame for frame in singles}
    night, portrait = by_role[Role.NIGHT], by_role[Role.PORTRAIT]
    return [
        replace(night, name="DSC_0118 copy.JPG", role=Role.DUPLICATE, original=night.name, group=night.name),
        replace(
            portrait,
            name="DSC_0115_web.jpg",
            role=Role.NEAR_DUPLICATE,
            original=portrait.name,
            group=portrait.name,
            jpeg_quality=55,
        ),
    ]


_SINGLES = _singles()
FRAMES: tuple[FrameTruth, ...] = (
    *_bracket(),
    *_burst(),
    *_SINGLES,
    *_copies(_SINGLES),
    *_portrait_burst(),
)


def frames_of(role: Role) -> list[FrameTruth]:
    """The frames with this role, in the order they were taken."""
    return [frame for frame in FRAMES if frame.role is role]
