"""Marks in words: `4 stars, a pick and label Red`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from index.photo.marks import Flag, Mark, Marks

SHOWN_MARKS = frozenset({Mark.RATING, Mark.FLAG, Mark.LABELS})
"""Those that the editors' views are compared by."""


def marks_text(marks: Marks, only: frozenset[Mark] = SHOWN_MARKS) -> str:
    """What is set, or `nothing`."""
    parts = []
    if Mark.RATING in only and marks.rating:
        parts.append("1 star" if marks.rating == 1 else f"{marks.rating} stars")
    if Mark.FLAG in only and marks.flag in (Flag.PICK, Flag.REJECT):
        parts.append(f"a {marks.flag}")
    if Mark.LABELS in only and marks.labels:
        parts.append(f"label {listed(marks.labels)}")
    if Mark.KEYWORDS in only and marks.keywords:
        parts.append("1 keyword" if len(marks.keywords) == 1 else f"{len(marks.keywords)} keywords")
    if Mark.CROP in only and marks.crop:
        parts.append("a crop")
    return listed(parts) or "nothing"


def differing(base: Marks, now: Marks, among: Iterable[Mark]) -> frozenset[Mark]:
    """Of these marks those that are not the same; a reject may have taken the place of its stars (`xmp:Rating` -1)."""
    is_reject = now.flag is Flag.REJECT and now.rating is None and base.flag is Flag.REJECT
    return frozenset(
        mark for mark in among if not _same(base, now, mark) and not (is_reject and mark is Mark.RATING)
    )  # fmt: skip


def listed(words: Sequence[str]) -> str:
    """`a, b and c`."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _same(one: Marks, other: Marks, mark: Mark) -> bool:
    if mark is Mark.CROP:
        return (one.crop is None) == (other.crop is None)
    if mark in (Mark.LABELS, Mark.KEYWORDS):
        return set(getattr(one, mark)) == set(getattr(other, mark))
    unset = {None, 0, Flag.UNFLAGGED}
    first, second = getattr(one, mark), getattr(other, mark)
    return bool(first == second or (first in unset and second in unset))
