"""Reads the EXIF facts of a photo; the only room that knows exifread."""

from __future__ import annotations

import io
import logging
import struct
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from index.photo import exif_values as values
from index.photo.af_areas import Box, noted_areas, subject_area, upright_boxes, was_reshaped
from index.photo.af_makers import Stored
from index.photo.exif_blocks import exif_blocks, maker_note_blocks
from index.photo.file_bytes import read_file
from index.photo.noted_facts import noted_iso, noted_lens
from index.photo.record import ExifFacts
from index.photo.roll import noted_roll_deg, upright_roll_deg
from index.photo.roll_makers import reader_for

Fact = TypeVar("Fact")

logging.getLogger("exifread").setLevel(logging.CRITICAL + 1)
# The library warns of every odd tag, and a photographer can do nothing about it.

EXIF_DAMAGE = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
    struct.error,
)
"""What exifread has raised, or can raise, on fuzzed files beside an error of its own: it trusts
lengths and types that the file states."""

ISO_TAGS = ("ISOSpeedRatings", "RecommendedExposureIndex", "ISOSpeed", "Tag 0x8831")
"""EXIF 2.32: PhotographicSensitivity, then what holds the value where that is full (65535); 0x8831 is
StandardOutputSensitivity, which exifread leaves unnamed."""

AUTO_BRACKET = 2
"""EXIF 2.32, ExposureMode: 0 auto, 1 manual, 2 auto bracket."""

ISO_FIELD_IS_FULL = 65535
"""EXIF 2.32, PhotographicSensitivity: the value for "65535 or more, see the other tags"."""


def read_exif(path: Path) -> ExifFacts:
    """What the camera wrote into the photo at `path`; empty facts where it wrote nothing that can be read.

    Raises `PhotoReadError` only where the file itself cannot be read, never for a damaged EXIF block.
    """
    return exif_of(read_file(path))


def exif_of(data: bytes) -> ExifFacts:
    """As `read_exif`, from the bytes of a file."""
    tags = _Tags()
    tags.read(data)
    return replace(_facts(tags, data), af_areas=_af_areas(tags, data), roll_deg=_roll_deg(tags, data))


def orientation_of(data: bytes) -> int:
    """EXIF Orientation, 1..8, of a file's bytes, without the rest; 1 where the camera wrote none."""
    tags = _Tags()
    tags.read(data)
    return _orientation(tags.number("Orientation"))


class _Tags:
    """The tags of a file by name, whichever directory they stand in."""

    def __init__(self) -> None:
        self._tags: dict[str, Any] = {}

    def read(self, data: bytes) -> None:
        """Adds the tags of a file; damage ends the reading, and what was found before it stays."""
        import exifread  # imported late: what is known is told without it
        from exifread.core.exceptions import ExifError

        try:
            for block in exif_blocks(data):
                found = exifread.process_file(io.BytesIO(block), details=False, extract_thumbnail=False)
                self._tags = {**found, **self._tags}
        except (ExifError, *EXIF_DAMAGE):
            return

    def values(self, name: str) -> Iterator[Any]:
        """The tag's values in the directories that may hold it, the Exif directory first."""
        for directory in ("EXIF", "Image"):
            tag = self._tags.get(f"{directory} {name}")
            if tag is not None:
                yield tag.values

    def text(self, name: str) -> str | None:
        """The first readable text."""
        return next((found for value in self.values(name) if (found := values.text(value))), None)

    def number(self, name: str) -> float | None:
        """The first readable number."""
        return next((found for value in self.values(name) if (found := values.number(value)) is not None), None)

    def positive(self, name: str) -> float | None:
        """The first number above zero."""
        return next((found for value in self.values(name) if (found := values.positive(value)) is not None), None)


def _facts(tags: _Tags, data: bytes) -> ExifFacts:
    return ExifFacts(
        camera=values.camera_name(tags.text("Make"), tags.text("Model")),
        lens=tags.text("LensModel") or _noted(noted_lens, tags, data) or _lens_by_numbers(tags),
        capture_time=_capture_time(tags),
        iso=_iso(tags) or _noted(noted_iso, tags, data),
        f_number=tags.positive("FNumber") or _from_apex(tags.number("ApertureValue"), 0.5),
        exposure_time_s=tags.positive("ExposureTime") or _from_apex(tags.number("ShutterSpeedValue"), -1.0),
        exposure_bias_ev=tags.number("ExposureBiasValue"),
        focal_length_mm=tags.positive("FocalLength"),
        orientation=_orientation(tags.number("Orientation")),
        body_serial=tags.text("BodySerialNumber"),
        auto_bracket=tags.number("ExposureMode") == AUTO_BRACKET,
    )


def _noted(read: Callable[[bytes, str], Fact | None], tags: _Tags, data: bytes) -> Fact | None:
    """What the maker's note says, which older cameras said nowhere else; None where it cannot be read."""
    make = tags.text("Make") or ""
    try:
        found = (read(block, make) for block in maker_note_blocks(data))
        return next((fact for fact in found if fact is not None), None)
    except EXIF_DAMAGE:
        return None


def _af_areas(tags: _Tags, data: bytes) -> tuple[Box, ...]:
    """The maker's note first, then EXIF's own subject; empty where neither can be read or placed."""
    size_px = (round(tags.positive("ExifImageWidth") or 0), round(tags.positive("ExifImageLength") or 0))
    if not all(size_px):
        return ()
    stored, orientation = Stored(tags.text("Model") or "", size_px), _orientation(tags.number("Orientation"))
    try:
        blocks = maker_note_blocks(data)
        if any(was_reshaped(block, size_px) for block in blocks):
            return ()
        noted = (area for block in blocks for area in noted_areas(block, tags.text("Make") or "", stored))
        if boxes := upright_boxes(noted, size_px, orientation):
            return boxes
    except EXIF_DAMAGE:
        return ()
    stated = (values.numbers(value) for name in ("SubjectArea", "SubjectLocation") for value in tags.values(name))
    areas = next((found for numbers in stated if (found := subject_area(numbers, stored))), [])
    return upright_boxes(areas, size_px, orientation)


def _roll_deg(tags: _Tags, data: bytes) -> float | None:
    """The maker's note of the camera's roll; None where there is none, or an editor has turned the picture since."""
    make = tags.text("Make") or ""
    # The pictures of a front camera may be mirrored, and do not say so.
    if reader_for(make) is None or "front" in (tags.text("LensModel") or "").lower():
        return None
    size_px = (round(tags.positive("ExifImageWidth") or 0), round(tags.positive("ExifImageLength") or 0))
    try:
        blocks = maker_note_blocks(data)
        if all(size_px) and any(was_reshaped(block, size_px) for block in blocks):
            return None
        noted = (roll for block in blocks if (roll := noted_roll_deg(block, make)) is not None)
        camera_roll_deg = next(noted, None)
    except EXIF_DAMAGE:
        return None
    orientation = _orientation(tags.number("Orientation"))
    return None if camera_roll_deg is None else upright_roll_deg(camera_roll_deg, orientation)


def _capture_time(tags: _Tags) -> datetime | None:
    for moment, sub_seconds in (("Original", "SubSecTimeOriginal"), ("Digitized", "SubSecTimeDigitized")):
        offset = tags.text(f"OffsetTime{moment}") or tags.text("OffsetTime")
        found = values.capture_time(tags.text(f"DateTime{moment}"), tags.text(sub_seconds), offset)
        if found is not None:
            return found
    return None


def _iso(tags: _Tags) -> int | None:
    stated = [round(iso) for name in ISO_TAGS if (iso := tags.positive(name)) is not None]
    below_full = [iso for iso in stated if iso != ISO_FIELD_IS_FULL]
    return next(iter(below_full + stated), None)


def _lens_by_numbers(tags: _Tags) -> str | None:
    numbers = next(tags.values("LensSpecification"), None)
    if not isinstance(numbers, list) or len(numbers) != 4:
        return None
    shortest_mm, longest_mm, f_wide, f_tele = (values.positive(number) for number in numbers)
    return values.lens_name(shortest_mm, longest_mm, f_wide, f_tele)


def _from_apex(apex: float | None, exponent: float) -> float | None:
    """APEX to plain: f = 2^(A/2), t = 2^-T (EXIF 2.32, annex C); None for values no camera has."""
    return 2.0 ** (apex * exponent) if apex is not None and 0 < abs(apex) < 32 else None


def _orientation(value: float | None) -> int:
    return int(value) if value is not None and value in range(1, 9) else 1
