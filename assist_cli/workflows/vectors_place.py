"""Where the index of look-alikes lies."""

from __future__ import annotations

from pathlib import Path

VECTORS_SUFFIX = ".vectors"
"""Added to the catalogue's name: the index lies beside it."""


def vectors_beside(catalog: Path) -> Path:
    """The file of the index that belongs to a catalogue."""
    return catalog.with_name(catalog.name + VECTORS_SUFFIX)
