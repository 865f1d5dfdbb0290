"""How chosen photos come to another folder."""

from __future__ import annotations

from enum import StrEnum


class By(StrEnum):
    """Named as on the command line."""

    LINK = "link"
    """They stay where they are, and links lead to them: one photo, one sidecar, no bytes doubled."""
    MOVE = "move"
    """They go there whole, with every sidecar that is theirs."""
