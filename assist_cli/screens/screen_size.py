"""How large the terminal is, asked before anything is drawn."""

from __future__ import annotations

import os


def screen_size() -> tuple[int, int]:
    """(columns, rows) of the terminal."""
    try:
        columns, rows = os.get_terminal_size()
    except OSError:  # no terminal: nothing is begun
        return 0, 0
    return columns, rows
