"""What every recipe says of its weights, for their entry to tell."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Card:
    """What the weights' entry will say of itself."""

    summary: str
    paper: str
    licence: str
    data: str
    """Where the pictures, and any opinions, come from, and on what terms."""
    measures: str
    """What the numbers are about, in people's words."""
