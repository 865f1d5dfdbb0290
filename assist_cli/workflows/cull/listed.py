"""What of a cull can be listed without a screen."""

from __future__ import annotations

from enum import StrEnum


class Listed(StrEnum):
    """Named as the filters of the screen."""

    PICKS = "picks"
    REJECTS = "rejects"
    UNDECIDED = "undecided"
