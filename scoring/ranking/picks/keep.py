"""How many to keep: `40`, or `25%`."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

ASKED = re.compile(r"(\d+(?:\.\d+)?)\s*(%?)")


class KeepError(Exception):
    """That is no number of photos, no part of them, or none at all."""

    exit_code = 2

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.hint = "such as --keep 40 or --keep 25%"


@dataclass(frozen=True, slots=True)
class Keep:
    """`number` photos, or per cent of them; more than none."""

    number: float
    is_percent: bool = False

    def asked_of(self, photos: int) -> int:
        """How many of so many, or more than there are: a part is rounded to the nearest, halves up, but never to none."""
        if not self.is_percent:
            return int(self.number)
        return min(photos, max(1, math.floor(photos * self.number / 100.0 + 0.5)))


def parse_keep(text: str) -> Keep:
    """`"40"` or `"25%"`; raises `KeepError`."""
    found = ASKED.fullmatch(text.strip())
    if found is None:
        raise _no_number(text)
    number, is_percent = float(found[1]), bool(found[2])
    if (is_percent and number > 100.0) or (not is_percent and number != int(number)):
        raise _no_number(text)
    if number == 0.0:
        raise KeepError(f"--keep {text} would keep no photo at all")
    return Keep(number, is_percent)


def _no_number(text: str) -> KeepError:
    return KeepError(f"--keep {text!r} is neither a number of photos nor a part of them")
