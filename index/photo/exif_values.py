"""Turns the odd values that cameras write into EXIF into plain ones, or into None."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone

MIN_EXIF_YEAR = 1826
"""The oldest photograph that survives; cameras with a flat clock write year 0."""

DATE_TIME = re.compile(r"\s*(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D+(\d{1,2})\D+(\d{1,2})\D+(\d{1,2})")
"""EXIF 2.32, DateTimeOriginal: "YYYY:MM:DD HH:MM:SS"; editors write other separators."""

UTC_OFFSET = re.compile(r"\s*([+-])(\d{2}):?(\d{2})")
"""EXIF 2.31, OffsetTimeOriginal: "+HH:MM"."""


def capture_time(date_time: str | None, sub_seconds: str | None, utc_offset: str | None) -> datetime | None:
    """EXIF date, SubSecTime and OffsetTime -> a datetime, aware where the offset is given; None for an unset clock."""
    found = DATE_TIME.match(date_time or "")
    if found is None or int(found[1]) < MIN_EXIF_YEAR:
        return None
    try:
        year, month, day, hour, minute, second = (int(part) for part in found.groups())
        return datetime(year, month, day, hour, minute, second, _microseconds(sub_seconds), _zone(utc_offset))
    except ValueError:
        return None


def camera_name(make: str | None, model: str | None) -> str | None:
    """Make and model without the make twice: "Canon" + "Canon EOS 5D" -> "Canon EOS 5D"."""
    if not make or not model:
        return model or make
    repeated = model.split()[0].casefold() == make.split()[0].casefold()
    return model if repeated else f"{make} {model}"


def lens_name(
    shortest_mm: float | None, longest_mm: float | None, f_wide: float | None, f_tele: float | None
) -> str | None:
    """The four numbers of EXIF LensSpecification -> "18-70mm f/3.5-4.5"; None where the focal lengths are unknown."""
    if shortest_mm is None or longest_mm is None or longest_mm < shortest_mm:
        return None
    name = f"{_span(shortest_mm, longest_mm)}mm"
    if f_wide is None:
        return name
    return f"{name} f/{_span(f_wide, f_wide if f_tele is None else f_tele)}"


def text(value: object) -> str | None:
    """A tag's text without padding; None for blanks and for bytes that are no text."""
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    if not isinstance(value, str):
        return None
    return " ".join(value.split("\0")[0].split()) or None


def number(value: object) -> float | None:
    """The first number of a tag; a rational with a zero denominator is None."""
    if isinstance(value, Sequence) and not isinstance(value, str | bytes):
        value = value[0] if value else None
    try:
        return float(value)  # type: ignore[arg-type]  # what is no number raises TypeError
    except (TypeError, ValueError, ArithmeticError):
        return None


def numbers(value: object) -> list[float]:
    """All numbers of a tag; empty where any of its values is none."""
    if not isinstance(value, Sequence) or isinstance(value, str | bytes):
        return []
    found = [number(part) for part in value]
    plain = [part for part in found if part is not None]
    return plain if len(plain) == len(found) else []


def positive(value: object) -> float | None:
    """As `number`, but None unless above zero and finite: cameras write 0 for "unknown"."""
    found = number(value)
    return found if found is not None and 0 < found < float("inf") else None


def _zone(utc_offset: str | None) -> timezone | None:
    found = UTC_OFFSET.match(utc_offset or "")
    if found is None:
        return None
    offset = timedelta(hours=int(found[2]), minutes=int(found[3]))
    return timezone(-offset if found[1] == "-" else offset) if offset < timedelta(days=1) else None


def _microseconds(sub_seconds: str | None) -> int:
    digits = (sub_seconds or "").strip()
    return int(digits[:6].ljust(6, "0")) if digits.isascii() and digits.isdigit() else 0


def _span(low: float, high: float) -> str:
    return f"{low:g}" if low == high else f"{low:g}-{high:g}"
