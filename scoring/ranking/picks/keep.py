"""How many to keep: `40`, or `25%`."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

ASKED = re.compile(r"(\d+(?:\.\d+)?)\s*(%?)")


class KeepError(Exception):
    """That is no number of photos, and no part of them."""

    exit_code = 2

    def __init__(self, text: str) -> None:
        super().__init__(f"--keep {text!r} is neither a number of photos nor a part of them")
        self.hint = "such as --keep 40 or --keep 25%"


@dataclass(frozen=True, slots=True)
class Keep:
    """`number` photos, or per cent of them."""

    number: float
    is_percent: bool = False

    def asked_of(self, photos: int) -> int:
        """How many of so many, or more than there are: a part is rounded to the nearest, halves up, but never to none unless none
        was asked for."""
        if not self.is_percent:
            return int(self.number)
        rounded = math.floor(photos * self.number / 100.0 + 0.5)
        return min(photos, max(rounded, 1 if self.number > 0.0 else 0))


def parse_keep(text: str) -> Keep:
    """`"40"` or `"25%"`; raises `KeepError`."""
    found = ASKED.fullmatch(text.strip())
    if found is None:
        raise KeepError(text)
    number, is_percent = float(found[1]), bool(found[2])
    if (is_percent and number > 100.0) or (not is_percent and number != int(number)):
        raise KeepError(text)
    return Keep(number, is_percent)
