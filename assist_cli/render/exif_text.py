"""EXIF numbers as a photographer writes them: `85 mm`, `f/2.8`, `1/250 s`, `ISO 400`, `+0.7 EV`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from index.photo.record import ExifFacts

WHOLE_MM_FROM = 20.0
"""From here on a tenth of a millimetre changes the field of view by less than people notice (0.5 %)."""
TENTHS_BELOW_MM = 10.0
"""Phones and compacts: the tenth is part of what the lens is called (4.3 mm, 6.9 mm)."""

SECONDS_FROM_S = 0.28
"""Cameras write exposures from 0.3 s as decimals and the next shorter ones as 1/4 s = 0.25 s."""

BUILT_IN_OPTICS = re.compile(r"\s*\d+(?:\.\d+)?\s?mm f/\d+(?:\.\d+)?$")
"""How phones end the name of their lens: `iPhone 11 Pro back triple camera 4.25mm f/1.8`."""

LEGAL_FORM = re.compile(
    r"(?-i: OPTICAL| IMAGING)?,? (?:co\.?,? ?ltd\b\.?|ltd\b\.?|corp\b\.?|corporation\b|inc\b\.?)(?= )", re.IGNORECASE
)
"""What makers of cameras write after their name into EXIF Make."""


def gear(exif: ExifFacts) -> Iterator[str]:
    """The camera, and the lens if its name adds anything."""
    if exif.camera:
        yield camera_text(exif.camera)
    if lens := lens_text(exif):
        yield lens


def camera_text(camera: str) -> str:
    """`OLYMPUS E-10` for `OLYMPUS OPTICAL CO.,LTD E-10`: the maker as photographers call it."""
    return LEGAL_FORM.sub("", camera, count=1)


def settings(exif: ExifFacts) -> Iterator[str]:
    """How the photo was taken, as far as the camera wrote it, in the order in which viewfinders show it."""
    if exif.focal_length_mm:
        yield focal_length_text(exif.focal_length_mm)
    if exif.f_number:
        yield aperture_text(exif.f_number)
    if exif.exposure_time_s:
        yield shutter_text(exif.exposure_time_s)
    if exif.iso:
        yield f"ISO {exif.iso}"
    if exif.exposure_bias_ev and (bias := bias_text(exif.exposure_bias_ev)):
        yield bias


def focal_length_text(focal_length_mm: float) -> str:
    """`4.3 mm`, `10.5 mm`, `21 mm`: tenths only where they say something."""
    tenths = _half_up(focal_length_mm * 10) / 10
    stated_to_tenths = focal_length_mm < WHOLE_MM_FROM and abs(focal_length_mm - tenths) < 1e-3
    if focal_length_mm < TENTHS_BELOW_MM or stated_to_tenths:
        return f"{tenths:g} mm"
    return f"{_half_up(focal_length_mm)} mm"


def aperture_text(f_number: float) -> str:
    """`f/0.95`, `f/2.8`, `f/6.2`, `f/11`: two digits, as lenses are engraved."""
    return f"f/{f_number:.2g}" if f_number < 9.95 else f"f/{_half_up(f_number)}"


def shutter_text(exposure_time_s: float) -> str:
    """`1/250 s`, `0.6 s`, `1.3 s`, `30 s`."""
    if exposure_time_s < SECONDS_FROM_S:
        return f"1/{round(1 / exposure_time_s)} s"
    if exposure_time_s >= 9.95:
        return f"{_half_up(exposure_time_s)} s"
    return f"{round(exposure_time_s, 1):g} s"


def bias_text(exposure_bias_ev: float) -> str:
    """`+0.7 EV`, `-1 EV`; nothing for none."""
    tenths = round(exposure_bias_ev, 1)
    return f"{tenths:+g} EV" if tenths else ""


def lens_text(exif: ExifFacts) -> str:
    """The lens; of one that is built in, only what camera and settings do not say already."""
    if not exif.lens or not exif.camera:
        return exif.lens or ""
    shared = next((name for name in _names_of(exif.camera) if exif.lens.startswith(f"{name} ")), None)
    return BUILT_IN_OPTICS.sub("", exif.lens.removeprefix(shared)).strip() if shared else exif.lens


def moment_text(capture_time: datetime) -> str:
    """`2026-05-16 20:41:07`, with ` UTC+02:00` where the camera wrote its offset."""
    text = capture_time.isoformat(" ", timespec="seconds")
    return f"{text[:19]} UTC{text[19:]}" if text[19:] else text


def _names_of(camera: str) -> Iterator[str]:
    """The camera's name with and without its maker: `Apple iPhone 11 Pro`, `iPhone 11 Pro`."""
    yield camera
    if " " in camera:
        yield camera.partition(" ")[2]


def _half_up(number: float) -> int:
    return int(number + 0.5)
