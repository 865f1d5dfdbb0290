"""How wide each column of the table is, for a terminal of any width."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assist_cli.render.cell_count import cell_len
from assist_cli.render.plain_text import printable
from assist_cli.workflows.photo_in_brief import PhotoInBrief

GAP = 2
SCORE_CELLS = 9
"""Five stars, a space, and a number up to 100."""
BAR_CELLS = 3
NUMBER_CELLS = 4
"""A space and a number up to 100."""
MAX_NAME_CELLS = 32
MIN_NAME_CELLS = 12
CLEAR_NAME_CELLS = 20
"""Names this short stay whole, even where bars have to go: a bar beside a name that nobody can read tells nothing."""
MAX_WORDS_CELLS = 24
MIN_WORDS_CELLS = 8
NOT_IN_ALL = frozenset({"faces"})
"""Factors of things that most photos lack: a column where a photo fills it, else its room goes to the others."""
ENOUGH_REASON_CELLS = 60
"""Most reasons fit in so many; where there are fewer than this and than the longest needs, reasons get their own lines."""


@dataclass(frozen=True, slots=True)
class FactorColumns:
    """The factors' columns: bars under short names, or bars with numbers under whole names."""

    names: tuple[str, ...] = ()
    whole: bool = False

    def width(self, name: str) -> int:
        """Cells of this factor's column."""
        return max(cell_len(name), BAR_CELLS + NUMBER_CELLS) if self.whole else BAR_CELLS

    @property
    def gap(self) -> int:
        """Cells between two columns."""
        return GAP if self.whole else 1

    @property
    def total(self) -> int:
        """Cells of all columns and of the gap before the first."""
        return GAP + sum(self.width(name) + self.gap for name in self.names) - self.gap if self.names else 0


@dataclass(frozen=True, slots=True)
class Layout:
    """Widths in cells, gaps not counted; 0 leaves a column out."""

    total: int
    name: int
    factors: FactorColumns
    words: int
    reason: int
    """0 puts the reason on a line of its own."""

    @property
    def fits(self) -> bool:
        """Whether rows of these widths are no wider than the terminal."""
        columns = [
            self.name,
            SCORE_CELLS,
            *([self.words] if self.words else []),
            *([self.reason] if self.reason else []),
        ]
        return sum(columns) + GAP * (len(columns) - 1) + self.factors.total <= self.total


def layout_for(rows: Sequence[PhotoInBrief], names: Sequence[str], total: int) -> Layout:
    """The widths that suit these rows on a terminal of `total` cells; `names` is what the first column will say."""
    labels = (cell_len(name) + cell_len(partners_of(row)) for row, name in zip(rows, names, strict=True))
    longest_name = min(max(labels, default=0), MAX_NAME_CELLS)
    longest_words = max((cell_len(words_of(row)) for row in rows), default=0)
    words = min(MAX_WORDS_CELLS, max(MIN_WORDS_CELLS, longest_words))
    enough = min(ENOUGH_REASON_CELLS, max((cell_len(row.reason) for row in rows), default=0))
    room = total - SCORE_CELLS - GAP
    factors = _factor_columns(rows, room, longest_name, words, enough)
    name = min(longest_name, max(MIN_NAME_CELLS, room - factors.total - GAP - words))
    left = room - name - factors.total
    words = max(0, min(words, left - GAP))
    reason = left - GAP - words - GAP
    return Layout(total, name, factors, words, reason if reason >= enough else 0)


def words_of(row: PhotoInBrief) -> str:
    """The words for its problems."""
    return ", ".join(row.problems)


def partners_of(row: PhotoInBrief) -> str:
    """What stands behind the name of a photo with partner files: ` +NEF`."""
    return f" +{'+'.join(printable(path.suffix[1:].upper()) for path in row.companions)}" if row.companions else ""


def _factor_columns(rows: Sequence[PhotoInBrief], room: int, name: int, words: int, enough: int) -> FactorColumns:
    """Reasons beside their photos halve the table's length, so they come before numbers and whole names of factors."""
    told = (name for row in rows for name, value in row.factors.items() if value is not None or name not in NOT_IN_ALL)
    names = tuple(dict.fromkeys(told))
    whole, short = FactorColumns(names, whole=True), FactorColumns(names)
    beside, tight = name + GAP + words, min(name, CLEAR_NAME_CELLS) + GAP + MIN_WORDS_CELLS
    choices = ((whole, beside + GAP + enough), (short, beside + GAP + enough), (whole, beside), (short, tight))
    return next((columns for columns, needed in choices if columns.total + needed <= room), FactorColumns())
