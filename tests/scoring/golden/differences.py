"""In which places two JSON values differ by more than a little."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

NUMBER = re.compile(r"\d+(?:\.\d+)?")


def differences(now: Any, before: Any, tolerance: float, place: str = "") -> Iterator[str]:
    """A line a place. Numbers may differ by `tolerance`, of 1 or of themselves where they are larger; in sentences by one step of
    their last digit, for a digit may be rounded either way."""
    if isinstance(now, dict) and isinstance(before, dict):
        for name in {**before, **now}:
            yield from differences(now.get(name), before.get(name), tolerance, f"{place}.{name}")
    elif isinstance(now, list) and isinstance(before, list):
        for number, (one, other) in enumerate(zip_longest(now, before)):
            yield from differences(one, other, tolerance, f"{place}[{number}]")
    elif not _alike(now, before, tolerance):
        yield f"{place.lstrip('.')}: {now!r}, was {before!r}"


def _alike(now: Any, before: Any, tolerance: float) -> bool:
    if isinstance(now, str) and isinstance(before, str):
        same_words = NUMBER.sub("#", now) == NUMBER.sub("#", before)
        return same_words and all(map(_same_number, NUMBER.findall(now), NUMBER.findall(before)))
    if isinstance(now, bool) or isinstance(before, bool) or now is None or before is None:
        return now is before
    if isinstance(now, int | float) and isinstance(before, int | float):
        return math.isclose(now, before, rel_tol=tolerance, abs_tol=tolerance)
    return bool(now == before)


def _same_number(now: str, before: str) -> bool:
    step = 10.0 ** -len(before.partition(".")[2])
    return abs(float(now) - float(before)) < 1.5 * step
