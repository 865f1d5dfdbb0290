"""What the footer tells after a key: what was done, or why not."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """One line; `is_trouble` where something did not work."""

    text: str
    is_trouble: bool = False
