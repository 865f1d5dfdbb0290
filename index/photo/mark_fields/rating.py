"""Stars: `xmp:Rating` (XMP part 1, 8.4: -1 rejected, 0 unrated, 1..5)."""

from __future__ import annotations

import math

REJECTED = -1
MOST_STARS = 5


def parsed_rating(text: str | None) -> int | None:
    """-1..5, or None where nothing of the kind is said: "4", "4.0" and " 4 " are 4, half stars count as those that are full;
    "6" (a reject of old darktables, darktable issue 5010, or damage), "NaN" and "" say nothing.
    """
    try:
        value = float(text or "")
    except ValueError:
        return None
    if value == REJECTED:
        return REJECTED
    return math.floor(value) if 0 <= value <= MOST_STARS else None


def parsed_number(text: str | None) -> int | None:
    """A whole number, as `digiKam:` and `xmpDM:` properties and darktable's colours have them; None where it is none."""
    try:
        value = float(text or "")
    except ValueError:
        return None
    return int(value) if value.is_integer() else None
