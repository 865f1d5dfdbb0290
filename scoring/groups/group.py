"""A group: photos that belong together, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class GroupKind(StrEnum):
    """The kinds of `assist.group/1`."""

    BURST = "burst"
    """Same framing, seconds apart."""
    NEAR_DUPLICATE = "near_duplicate"
    """The same scene minutes or days apart, or a copy encoded anew, resized or cropped."""
    DUPLICATE = "duplicate"
    """The same picture data, byte for byte."""
    BRACKET = "bracket"
    FOCUS_STACK = "focus_stack"
    PANORAMA = "panorama"


KEEP_ALL = frozenset({GroupKind.BRACKET, GroupKind.FOCUS_STACK, GroupKind.PANORAMA})
"""Sets that are one picture together: kept whole and never ranked."""


@dataclass(frozen=True, slots=True)
class CopyOf:
    """A member that is another member's picture once more: no frame of its own."""

    member: int
    original: int
    """The one with the most picture in it: same data where both are equal, else the larger, the less compressed."""
    reason: str
    """As a person would say it: "the same picture data", "the same picture, resized to 1024 x 683"."""


@dataclass(frozen=True, slots=True)
class Group:
    """Two photos or more, in the order they were taken."""

    kind: GroupKind
    members: tuple[int, ...]
    """Places in the list of photos."""
    reason: str
    """The evidence, as a person would say it: "5 frames in 0.8 s, same framing"."""
    copies: tuple[CopyOf, ...] = ()
    """Those members that only repeat another; in every kind of group."""
