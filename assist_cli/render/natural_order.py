"""The order in which people read numbered names: `ss01_83` before `ss01_368`."""

from __future__ import annotations

import re

NUMBERS = re.compile(r"([0-9]+)")


def natural_key(name: str) -> tuple[list[str | int], str]:
    """Sorts names by their text, numbers within by their value; names that only differ in leading zeros as text."""
    # Text and numbers take turns, text first, so that a number never meets a text.
    parts = [int(part) if part.isdecimal() and part.isascii() else part for part in NUMBERS.split(name)]
    return parts, name
