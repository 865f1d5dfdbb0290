"""How many cells of a terminal a text takes."""

from __future__ import annotations

from rich import cells


def cell_len(text: str) -> int:
    """As rich's own, of text that `printable` has seen; without a look at each letter where all are ASCII, as nearly always."""
    return len(text) if text.isascii() else cells.cell_len(text)
