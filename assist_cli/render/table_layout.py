"""How wide each column of the table is, for a terminal of any width."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.cells import cell_len

from assist_cli.render.plain_text import printable
from assist_cli.render.table_row import TableRow

GAP = 2
SCORE_CELLS = 9
"""Five stars, a space, and a number up to 100."""
FACTOR_CELLS = 4
"""A bar of three cells and a space."""
MAX_NAME_CELLS = 32
MIN_NAME_CELLS = 12
MAX_WORDS_CELLS = 24
MIN_WORDS_CELLS = 10
MIN_REASON_CELLS = 44
"""A reason in fewer cells loses its point; it then gets a line of its own."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Widths in cells; 0 leaves a column out."""

    total: int
    name: int
    factors: tuple[str, ...]
    words: int
    reason: int
    """0 puts the reason on a line of its own."""


def layout_for(rows: Sequence[TableRow], folder: Path, total: int) -> Layout:
    """The widths that suit these rows on a terminal of `total` cells; the number and the words stay longest."""
    longest_name = max((cell_len(name_of(row, folder)) for row in rows), default=0)
    longest_words = max((cell_len(words_of(row)) for row in rows), default=0)
    factors = tuple(dict.fromkeys(name for row in rows for name in row.factors))
    words = min(MAX_WORDS_CELLS, max(MIN_WORDS_CELLS, longest_words)) + GAP
    bars = GAP + FACTOR_CELLS * len(factors) - 1
    name = min(longest_name, MAX_NAME_CELLS, max(MIN_NAME_CELLS, total - GAP - SCORE_CELLS - bars - words))
    left = total - name - GAP - SCORE_CELLS
    if left < bars + MIN_WORDS_CELLS + GAP:
        return Layout(total, name, (), max(0, min(words, left)), 0)
    left -= bars + min(words, left - bars)
    reason = left if left >= MIN_REASON_CELLS + GAP else 0
    return Layout(total, name, factors, min(words, total - name - GAP - SCORE_CELLS - bars), reason)


def name_of(row: TableRow, folder: Path) -> str:
    """The photo's path below the folder that all photos share."""
    return printable(os.path.relpath(row.path, folder))


def words_of(row: TableRow) -> str:
    """The words for its problems."""
    return ", ".join(row.problems)


def shared_folder(rows: Sequence[TableRow]) -> Path:
    """The deepest folder that holds all photos."""
    return Path(os.path.commonpath([row.path.parent for row in rows]))
