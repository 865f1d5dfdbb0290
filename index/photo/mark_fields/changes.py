"""What shall stand in a place from now on, mark by mark."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from index.photo.marks import CropBox, Flag, Mark


@dataclass(frozen=True, slots=True)
class KeywordChange:
    """Keywords to put there and to take away, levels parted by `|`; all others stay as they are."""

    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()


Change = int | Flag | tuple[str, ...] | KeywordChange | CropBox | None
Changes = Mapping[Mark, Change]
"""RATING: stars 0..5; FLAG: a `Flag`; LABELS: names, () or None for none; CROP: a `CropBox`; None takes the mark away.
KEYWORDS: a `KeywordChange`, or a tuple of keywords to add; None is not allowed, for it would take away other people's."""


def stars_wanted(changes: Changes) -> int | None:
    """The stars that `changes` asks for. Raises TypeError or ValueError where they are none."""
    stars = changes[Mark.RATING]
    if stars is not None and not isinstance(stars, int):
        raise TypeError(f"stars are a whole number, not {stars!r}")
    if stars is not None and not 0 <= stars <= 5:
        raise ValueError(f"stars lie in 0..5, not {stars}; a reject is a flag")
    return stars


def flag_wanted(changes: Changes) -> Flag | None:
    """The flag that `changes` asks for. Raises TypeError."""
    flag = changes[Mark.FLAG]
    if flag is not None and not isinstance(flag, Flag):
        raise TypeError(f"not a flag: {flag!r}")
    return flag


def labels_wanted(changes: Changes) -> tuple[str, ...]:
    """The labels that `changes` asks for. Raises TypeError."""
    labels = changes[Mark.LABELS]
    if labels is not None and not isinstance(labels, tuple):
        raise TypeError(f"labels are a tuple of names, not {labels!r}")
    return labels or ()


def keywords_wanted(changes: Changes) -> KeywordChange:
    """The keywords that `changes` adds and removes. Raises TypeError."""
    keywords = changes[Mark.KEYWORDS]
    if isinstance(keywords, tuple):
        return KeywordChange(add=keywords)
    if not isinstance(keywords, KeywordChange):
        raise TypeError(f"say which keywords come and which go, not {keywords!r}")
    return keywords


def crop_wanted(changes: Changes) -> CropBox | None:
    """The crop that `changes` asks for. Raises TypeError or ValueError where it holds nothing."""
    crop = changes[Mark.CROP]
    if crop is None:
        return None
    if not isinstance(crop, CropBox):
        raise TypeError(f"not a crop: {crop!r}")
    if not (crop.left < crop.right and crop.top < crop.bottom):
        raise ValueError(f"a crop that holds nothing: {crop}")
    return crop
