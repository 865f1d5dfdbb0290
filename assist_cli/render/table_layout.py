"""How wide each column of the table is, for a terminal of any width."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from assist_cli.render.table_row import TableRow

GAP = 2
SCORE_CELLS = 9
"""Five stars, a space, and a number up to 100."""
FACTOR_CELLS = 4
"""A bar of three cells and a space."""
MAX_NAME_CELLS = 32
MIN_NAME_CELLS = 12
MAX_WORDS_CELLS = 24
MIN_WORDS_CELLS = 8
ENOUGH_REASON_CELLS = 60
"""Most reasons fit in so many; where there are fewer than this and than the longest needs, reasons get their own lines."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Widths in cells, gaps not counted; 0 leaves a column out."""

    total: int
    name: int
    factors: tuple[str, ...]
    words: int
    reason: int
    """0 puts the reason on a line of its own."""


def layout_for(rows: Sequence[TableRow], names: Sequence[str], total: int) -> Layout:
    """The widths that suit these rows on a terminal of `total` cells; `names` is what the first column will say."""
    factors = tuple(dict.fromkeys(name for row in rows for name in row.factors))
    bars = GAP + FACTOR_CELLS * len(factors) - 1
    longest_words = max((cell_len(words_of(row)) for row in rows), default=0)
    words = min(MAX_WORDS_CELLS, max(MIN_WORDS_CELLS, longest_words))
    room = total - SCORE_CELLS - GAP
    if room < MIN_NAME_CELLS + bars + GAP + MIN_WORDS_CELLS:
        factors, bars = (), 0
    longest_name = max((cell_len(name) for name in names), default=0)
    name = min(longest_name, MAX_NAME_CELLS, max(MIN_NAME_CELLS, room - bars - GAP - words))
    left = room - name - bars
    words = max(0, min(words, left - GAP))
    return Layout(total, name, factors, words, _reason_cells(rows, left - GAP - words - GAP))


def words_of(row: TableRow) -> str:
    """The words for its problems."""
    return ", ".join(row.problems)


def _reason_cells(rows: Sequence[TableRow], left: int) -> int:
    longest = max((cell_len(row.reason) for row in rows), default=0)
    return left if left >= min(longest, ENOUGH_REASON_CELLS) else 0
