"""How large the terminal is."""

from __future__ import annotations

import os


def screen_size() -> tuple[int, int]:
    """(columns, rows) of the terminal, before anything is drawn."""
    try:
        columns, rows = os.get_terminal_size()
    except OSError:  # no terminal: nothing is begun
        return 0, 0
    return columns, rows


def follow_the_terminal() -> None:
    """From now on its size is what the terminal says: `COLUMNS` and `LINES`, which somebody may have exported, stay as they were
    when a window is resized, and Textual would believe them."""
    for name in ("COLUMNS", "LINES"):
        os.environ.pop(name, None)
