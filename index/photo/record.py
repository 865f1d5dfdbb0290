"""The facts of one photo: what its files, its EXIF and its picture data say. No pixels, no judgement."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from index.photo.errors import UnreadablePhoto
from index.photo.sensor_patches import SensorPatches


class PixelSource(StrEnum):
    """Where the pixels that we judge came from."""

    FULL = "full"
    """The picture itself, every pixel."""
    EMBEDDED_PREVIEW = "embedded_preview"
    """A RAW file's largest embedded JPEG."""
    HALF_SIZE_DEVELOPMENT = "half_size_development"
    """A RAW file developed at half size, because its preview was under 1,000 px."""


@dataclass(frozen=True, slots=True)
class ExifFacts:
    """What the camera wrote, in plain units. `None` where it wrote nothing usable."""

    camera: str | None = None
    lens: str | None = None
    capture_time: datetime | None = None
    """With sub-seconds where recorded; aware when EXIF gives a time-zone offset, naive local time otherwise."""
    iso: int | None = None
    f_number: float | None = None
    exposure_time_s: float | None = None
    exposure_bias_ev: float | None = None
    focal_length_mm: float | None = None
    orientation: int = 1
    """EXIF Orientation, 1..8."""
    body_serial: str | None = field(default=None, compare=False)
    """The camera body's own number, where it wrote one: two bodies of one model have two clocks. Not compared, as photos read
    before it was kept are the same photos."""
    auto_bracket: bool = field(default=False, compare=False)
    """Whether the camera says that this is one frame of an exposure bracket. Not compared, as `body_serial`."""
    af_areas: tuple[tuple[float, float, float, float], ...] = field(default=(), compare=False)
    """Where the camera says it focused: x0, y0, x1, y1 as shares of the upright picture. Read with the photo and not stored,
    so it takes no part in telling whether two facts are the same."""
    roll_deg: float | None = field(default=None, compare=False)
    """How far the camera says it was rolled: positive = the content of the upright picture appears turned clockwise, the
    horizon's right end is lower. Within 45 degrees. Read with the photo and not stored, as `af_areas`."""


@dataclass(frozen=True, slots=True)
class Asset:
    """The files of one picture: the one we judge, and its companions (the RAW of a RAW + JPEG pair)."""

    path: Path
    companions: tuple[Path, ...] = ()

    @property
    def files(self) -> tuple[Path, ...]:
        """All files, the judged one first."""
        return (self.path, *self.companions)


@dataclass(frozen=True, slots=True)
class PhotoRecord:
    """One photo as read: identity, size and EXIF."""

    path: Path
    asset_id: str
    """Hex digest of the picture data; survives renaming, moving and metadata edits."""
    size_px: tuple[int, int]
    """(width, height) of the upright full-size picture, not of a preview."""
    exif: ExifFacts = field(default_factory=ExifFacts)
    pixel_source: PixelSource = PixelSource.FULL
    companions: tuple[Path, ...] = ()
    unread: tuple[UnreadablePhoto, ...] = ()
    """Those companions that cannot be read; each is a failure of its own."""
    sensor: SensorPatches | None = field(default=None, compare=False, repr=False)
    """How the photosites of a RAW file vary, where it was developed rather than seen through its preview."""
