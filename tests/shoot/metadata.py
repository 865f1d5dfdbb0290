"""The EXIF that a camera would have written (CIPA DC-008), by tag number; the same facts go into JPEG and DNG."""

from __future__ import annotations

from datetime import datetime
from fractions import Fraction

from PIL import Image
from PIL.ExifTags import IFD, Base
from PIL.TiffImagePlugin import IFDRational

from tests.shoot.frame_truth import MAKE, MODEL, FrameTruth

AUTO_BRACKET = 2  # EXIF ExposureMode


def main_facts(frame: FrameTruth) -> dict[int, str | int]:
    """Tags of the first directory."""
    return {
        Base.Make: MAKE,
        Base.Model: MODEL,
        Base.Orientation: frame.orientation,
        Base.Software: "photo-assist rendered shoot",
        Base.DateTime: _clock(frame.taken),
    }


def exposure_facts(frame: FrameTruth) -> dict[int, str | int | Fraction]:
    """Tags of the Exif directory."""
    facts: dict[int, str | int | Fraction] = {
        Base.ExposureTime: Fraction(frame.exposure_time_s).limit_denominator(10_000),
        Base.FNumber: Fraction(frame.f_number).limit_denominator(10),
        Base.ISOSpeedRatings: frame.iso,
        Base.DateTimeOriginal: _clock(frame.taken),
        Base.OffsetTimeOriginal: f"{frame.taken:%z}"[:3] + ":" + f"{frame.taken:%z}"[3:],
        Base.ExposureBiasValue: Fraction(frame.exposure_bias_ev).limit_denominator(10),
        Base.FocalLength: Fraction(frame.focal_length_mm).limit_denominator(10),
        Base.SubsecTimeOriginal: f"{frame.taken.microsecond // 1000:03d}",
        Base.LensModel: frame.lens,
    }
    if frame.group == "bracket":
        facts[Base.ExposureMode] = AUTO_BRACKET
    return facts


def jpeg_exif(frame: FrameTruth) -> Image.Exif:
    """The same, ready for Pillow."""
    exif = Image.Exif()
    exif.update(main_facts(frame))
    exif.get_ifd(IFD.Exif).update(
        {tag: _rational(fact) if isinstance(fact, Fraction) else fact for tag, fact in exposure_facts(frame).items()}
    )
    return exif


def _rational(fact: Fraction) -> IFDRational:
    """As cameras write it; of a float Pillow would make a double, which the standard does not allow and no reader expects."""
    return IFDRational(fact.numerator, fact.denominator)


def _clock(moment: datetime) -> str:
    return f"{moment:%Y:%m:%d %H:%M:%S}"
