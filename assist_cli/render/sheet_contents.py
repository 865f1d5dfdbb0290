"""What a contact sheet shows: photos and their groups, as plain words and small pictures."""

from __future__ import annotations

from dataclasses import dataclass

from scoring.groups.group import GroupKind


@dataclass(frozen=True, slots=True)
class SheetFrame:
    """One photo. Texts are shown as they are, whatever is in them."""

    name: str
    """Its file name."""
    folder: str
    """Where it lies, as it is to be shown; empty where that is clear from the title."""
    picture: bytes | None
    """A small upright JPEG; None where the photo cannot be read."""
    size_px: tuple[int, int]
    """(width, height) of the upright full-size picture; (0, 0) where it is not known."""
    taken: str | None
    """When, as it is to be shown."""
    rank: int | None
    """Within its group, 1 = best; frames that tie share it. None: not ranked."""
    decision: str | None
    """"keeper", "alternate" or "reject_candidate", as in `assist.pick/1`; None where nothing was decided."""
    reasons: tuple[str, ...]
    """The most important first."""
    tied: bool
    """Whether other frames of its group share its rank."""
    better: str | None
    """File name of the frame in its group that its reasons compare it with."""


@dataclass(frozen=True, slots=True)
class SheetGroup:
    """Photos that belong together, in the order they were taken."""

    kind: GroupKind
    reason: str
    """As a person would say it: "6 frames in 1.0 s, same framing"."""
    frames: tuple[SheetFrame, ...]
