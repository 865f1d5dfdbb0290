"""Whose word counts where people said different things of one photo."""

from __future__ import annotations

from enum import StrEnum


class Prefer(StrEnum):
    """Whose word counts where places disagree."""

    HERE = "here"
    """What was said in this program."""
    DARKTABLE = "darktable"
    ADOBE = "adobe"
    INSIDE = "inside"
    """Inside the photo."""
    NEWEST = "newest"
    """The sidecar that was changed last."""
