"""What a file's name says: a number that the camera counted up, a moment, or that this is a copy of another file."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

MOMENT = re.compile(
    r"(?<!\d)((?:19|20)\d\d)([-_.:]?)([01]\d)\2([0-3]\d)[ T_.-]+(?:at )?"
    r"([0-2]\d)([-_.:h]?)([0-5]\d)\6([0-5]\d)(?:[._-]?(\d{3})(?!\d))?"
)
"""PXL_20240101_101112123, IMG_20240101_101112, 20240101_101112, "2024-01-01 10.11.12", Screenshot_2024-01-01-10-11-12."""

COPY_ENDING = re.compile(
    r"(?:[ _~.-]*(?:copy|kopie|copie|copia|edit(?:ed)?|bearbeitet|web|small|large|medium|thumb|preview|crop(?:ped)?|export(?:ed)?"
    r"|resized?|scaled|print|final|retouched|facebook|instagram|\d{3,5}x\d{3,5}|\d{3,4}px)(?:[ _-]?\d{1,2})?"
    r"|[ _]?\(\d{1,2}\)|~\d{1,2})+$",
    re.IGNORECASE,
)
"""How editors, browsers and people end a copy's name: "IMG_0412 copy", "IMG_0412_web", "IMG_0412 (1)", "IMG_0412~2"."""

LAST_NUMBER = re.compile(r"^(.*?)(\d{1,9})(\D*)$", re.DOTALL)
"""IMG_0412, DSC0999, P1020345, _MG_0001, 000017-03: cameras count in the last digits."""


class NamedShot(NamedTuple):
    """`reel`: what the names of one camera's files have in common, for one counter. `number`: None where nothing was counted.

    `digits`: how many the number has, for it rolls over. `moment`: local time. `core`: the name without a copy's ending.
    """

    reel: str
    number: int | None
    digits: int
    moment: datetime | None
    core: str
    is_copy: bool


def read_name(path: Path) -> NamedShot:
    """What the name of the file says."""
    stem = path.stem
    core = COPY_ENDING.sub("", stem)
    # What names no shot ("final", "Holiday (12)") cannot be a copy of it: there the number counts photos.
    core, is_copy = (core, core != stem) if re.search(r"\d{2}", core) else (stem, False)
    if found := MOMENT.search(core):
        moment = _moment(found)
        if moment is not None:
            return NamedShot(core[: found.start()] + "#" + core[found.end() :], None, 0, moment, core, is_copy)
    if found := LAST_NUMBER.match(core):
        before, number, after = found.groups()
        return NamedShot(f"{before}#{after}", int(number), len(number), None, core, is_copy)
    return NamedShot(core, None, 0, None, core, is_copy)


def _moment(found: re.Match[str]) -> datetime | None:
    year, _, month, day, hour, _, minute, second, milliseconds = found.groups()
    try:
        return datetime(
            int(year), int(month), int(day), int(hour), int(minute), int(second), 1000 * int(milliseconds or 0)
        )
    except ValueError:
        return None
