"""The words of a contact sheet: kinds of groups, decisions, places and ties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from assist_cli.render.sheet_contents import SheetFrame, SheetGroup
from scoring.groups.group import KEEP_ALL, GroupKind

KIND_WORDS: Mapping[GroupKind, str] = MappingProxyType(
    {
        GroupKind.BURST: "Burst",
        GroupKind.NEAR_DUPLICATE: "Near-duplicates",
        GroupKind.DUPLICATE: "Duplicates",
        GroupKind.BRACKET: "Exposure bracket",
        GroupKind.FOCUS_STACK: "Focus stack",
        GroupKind.PANORAMA: "Panorama",
    }
)
DECISION_WORDS: Mapping[str, str] = MappingProxyType(
    {"keeper": "Keeper", "alternate": "Alternate", "reject_candidate": "Reject candidate"}
)
"""The decisions of `assist.pick/1`, the best first."""
TEENS = frozenset({11, 12, 13})
MOST_NAMES = 2
"""Of the frames that tie with one; more make a list that nobody reads."""


def place_words(rank: int, of: int) -> str:
    """`1st of 6`."""
    ending = "th" if rank % 100 in TEENS else {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")
    return f"{rank}{ending} of {of}"


def tie_words(frame: SheetFrame, frames: Sequence[SheetFrame]) -> str | None:
    """`as good as A.JPG, B.JPG and 3 more`: the other frames of the group that share the rank; None without a tie."""
    if not frame.tied:
        return None
    names = [other.name for other in frames if other is not frame and other.tied and other.rank == frame.rank]
    if not names:
        return "as good as another of its group"
    if len(names) > MOST_NAMES:
        return f"as good as {', '.join(names[:MOST_NAMES])} and {len(names) - MOST_NAMES} more"
    return f"as good as {' and '.join(names)}"


def tally_words(group: SheetGroup) -> str | None:
    """`1 keeper, 4 alternates, 1 reject candidate`; of a set what is done with it; None where nothing was decided."""
    counts = Counter(frame.decision for frame in group.frames if frame.decision is not None)
    if group.kind in KEEP_ALL:
        return "one picture together, kept whole"
    return ", ".join(_counted(counts[key], words) for key, words in DECISION_WORDS.items() if counts[key]) or None


def _counted(count: int, words: str) -> str:
    return f"{count} {words.lower()}{'' if count == 1 else 's'}"
