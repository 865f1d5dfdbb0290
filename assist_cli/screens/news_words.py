"""What the footer tells of marks that came from elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assist_cli.failures import told
from assist_cli.render.counted import counted
from assist_cli.screens.said import Said

if TYPE_CHECKING:
    from assist_cli.workflows.cull.read_marks import MarksRead


def marked_elsewhere(count: int) -> Said:
    """Marks of another cull, or of `sidecars read`."""
    return Said(f"{counted(count, 'photo')} {'was' if count == 1 else 'were'} marked elsewhere")


def marks_read(read: MarksRead | None, error: Exception | None) -> Said | None:
    """What sidecars said, and what could not be read; None where there is nothing to tell."""
    if error is not None:
        trouble = told(error)
        return Said(f"Sidecars were not read: {trouble.message}; {trouble.hint}".removesuffix("; "), is_trouble=True)
    if read is None:
        return None
    parts = [f"{counted(read.news, 'photo')} had marks in sidecars"] if read.news else []
    if read.conflicts:
        parts.append(f"{counted(read.conflicts, 'photo')} marked otherwise there: see assist sidecars status")
    if read.unreadable:
        parts.append(f"{counted(read.unreadable, 'sidecar')} cannot be read: see assist sidecars doctor")
    return Said("; ".join(parts)) if parts else None
