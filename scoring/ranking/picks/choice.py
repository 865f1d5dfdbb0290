"""What is said of one photo: keep it, it is an alternate, or it may be rejected; why, and which frame is better."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Decision(StrEnum):
    """Our advice, as `assist.pick/1` has it; a person's own mark is a `Flag` and always goes before it."""

    KEEPER = "keeper"
    ALTERNATE = "alternate"
    REJECT_CANDIDATE = "reject_candidate"


@dataclass(frozen=True, slots=True)
class Choice:
    """Of one photo; photos and groups are told by their places in the lists that were given."""

    photo: int
    group: int | None
    """None: it is the only frame of its moment."""
    rank: int | None
    """Within its group, 1 = best; frames that tie share it and the next skips as many. None: not ranked (a single, a set that is
    kept whole). A copy comes after all frames."""
    decision: Decision
    reasons: tuple[str, ...]
    """The most important first; other frames are named by their file names."""
    tied_with: tuple[int, ...] = ()
    """The frames that share its rank."""
    better: int | None = None
    """The frame that its reasons compare it with, or the original of a copy."""
