"""Picks and rejects: what each property says, and what follows where they disagree."""

from __future__ import annotations

from collections.abc import Iterable

from index.photo.mark_fields.rating import REJECTED
from index.photo.marks import Flag

PICK = {-1: Flag.REJECT, 0: Flag.UNFLAGGED, 1: Flag.PICK}
"""`xmpDM:pick` as Lightroom Classic writes it."""
DIGIKAM = {0: Flag.UNFLAGGED, 1: Flag.REJECT, 3: Flag.PICK}
"""`digiKam:PickLabel` (digiKam, digikam_globals.h); 2 is "pending": neither."""
STRENGTH = (Flag.REJECT, Flag.PICK, Flag.UNFLAGGED)


def flags_said(rating: int | None, pick: int | None, good: bool | None, digikam: int | None) -> dict[str, Flag]:
    """Property -> what it says, for those that say something."""
    said = {
        "xmp:Rating": Flag.REJECT if rating == REJECTED else None,
        "xmpDM:pick": PICK.get(pick) if pick is not None else None,
        "xmpDM:good": None if good is None else Flag.PICK if good else Flag.REJECT,
        "digiKam:PickLabel": DIGIKAM.get(digikam) if digikam is not None else None,
    }
    return {name: flag for name, flag in said.items() if flag}


def strongest(flags: Iterable[Flag]) -> Flag | None:
    """A reject said anywhere stands, so that no editor's reject is lost; then a pick; then that a flag was taken away."""
    said = set(flags)
    return next((flag for flag in STRENGTH if flag in said), None)


def parsed_truth(text: str | None) -> bool | None:
    """`True`, `true`, `1` and their opposites (XMP part 1, 8.2.1.1); None for all else."""
    return {"true": True, "1": True, "false": False, "0": False}.get((text or "").strip().casefold())


PICK_OF = {flag: str(number) for number, flag in PICK.items()}
GOOD_OF = {Flag.PICK: "True", Flag.REJECT: "False"}
"""Lightroom writes no `xmpDM:good` for a photo without a flag."""
DIGIKAM_OF = {flag: str(number) for number, flag in DIGIKAM.items()}
