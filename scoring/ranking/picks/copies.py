"""Copies of a frame: never better than their original, and no frame beside which another one loses."""

from __future__ import annotations

from collections.abc import Sequence

from scoring.groups.group import CopyOf
from scoring.ranking.picks.choice import Choice, Decision
from scoring.ranking.picks.ranked_photo import RankedPhoto


def copy_choices(photos: Sequence[RankedPhoto], copies: Sequence[CopyOf], frames: Sequence[Choice]) -> list[Choice]:
    """A choice for each copy; `frames`: those of the frames of its group, originals among them.

    The same picture data once more is a reject candidate, for nothing is lost with it; what was encoded anew or made smaller is
    an alternate, for somebody made it on purpose. Both come after all frames.
    """
    of_frame = {choice.photo: choice for choice in frames}
    of_copy = {copy.member: copy for copy in copies}
    return [_choice(photos, copy, of_frame[_root(copy, of_copy)], len(frames) + 1) for copy in copies]


def _choice(photos: Sequence[RankedPhoto], copy: CopyOf, original: Choice, rank: int) -> Choice:
    name, found = photos[original.photo].path.name, original.decision
    last = None if original.rank is None else rank
    reasons: tuple[str, ...]
    if photos[copy.member].asset_id == photos[original.photo].asset_id:
        decision, reasons = Decision.REJECT_CANDIDATE, (f"the same picture data as {name}",)
    elif found is Decision.REJECT_CANDIDATE:
        decision, reasons = found, (f"a copy of {name}: {copy.reason}", *original.reasons)
    else:
        decision, reasons = Decision.ALTERNATE, (f"a copy of {name}: {copy.reason}",)
    return Choice(copy.member, original.group, last, decision, reasons, better=original.photo)


def _root(copy: CopyOf, copies: dict[int, CopyOf]) -> int:
    """The frame that it is a copy of, though it be by way of other copies."""
    seen = {copy.member}
    while copy.original in copies and copy.original not in seen:
        seen.add(copy.original)
        copy = copies[copy.original]
    return copy.original
