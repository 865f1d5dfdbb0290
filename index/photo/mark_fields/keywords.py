"""Keywords: the whole path in `lr:hierarchicalSubject`, its last level in `dc:subject`."""

from __future__ import annotations

from collections.abc import Iterable

SEPARATOR = "|"
"""Between the levels of `lr:hierarchicalSubject` (Lightroom, darktable, digiKam)."""


def leaf(keyword: str) -> str:
    """The last level."""
    return keyword.rsplit(SEPARATOR, 1)[-1]


def keywords_said(subjects: Iterable[str], hierarchical: Iterable[str]) -> tuple[str, ...]:
    """The paths, then those that only `dc:subject` has: editors write levels of paths there, too."""
    paths = tuple(dict.fromkeys(hierarchical))
    levels = {level for path in paths for level in path.split(SEPARATOR)}
    return paths + tuple(word for word in dict.fromkeys(subjects) if word not in levels and word not in paths)


def orphaned_levels(removed: Iterable[str], hierarchical: Iterable[str]) -> tuple[str, ...]:
    """The levels of removed keywords that no keyword that stays has; darktable writes all levels of ours into `dc:subject`."""
    gone = tuple(dict.fromkeys(removed))
    kept = {level for path in hierarchical if path not in gone for level in path.split(SEPARATOR)}
    levels = (level for path in gone for level in path.split(SEPARATOR))
    return tuple(level for level in dict.fromkeys(levels) if level not in kept)
