"""The table of a scored folder, one photo a line, for a photographer's eyes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rich.console import Console

from assist_cli.render.bars import Glyphs, bar, glyphs_for, stars
from assist_cli.render.cell_count import cell_len
from assist_cli.render.line_output import Line, print_lines
from assist_cli.render.palette import ALARM, CALM, LOW, QUIET, factor_style
from assist_cli.render.plain_text import printable, shortened, shortened_name
from assist_cli.render.table_layout import (
    BAR_CELLS,
    GAP,
    MIN_NAME_CELLS,
    NUMBER_CELLS,
    SCORE_CELLS,
    Layout,
    layout_for,
    partners_of,
    words_of,
)
from assist_cli.render.table_legend import legend_lines
from assist_cli.render.table_names import TableNames, table_names
from assist_cli.workflows.photo_in_brief import PhotoInBrief
from scoring.ranking.stars import printed_score


def print_table(console: Console, rows: Sequence[PhotoInBrief]) -> None:
    """Print heading and rows as wide as the terminal is, never wrapped; for a person's eyes a legend below."""
    if not rows:
        return
    named = table_names([row.path for row in rows])
    layout = layout_for(rows, named.names, console.width)
    glyphs = glyphs_for(console.encoding)
    drawn = _Rows(layout, glyphs, plain=console.color_system is None)
    print_lines(console, [[(_heading(layout), "bold")]], layout.total)
    print_lines(console, _lines(rows, named, drawn), None if layout.fits else layout.total)
    if console.is_terminal:
        print_lines(console, ([(line, QUIET)] for line in legend_lines(rows, layout, glyphs)), layout.total)


def _lines(rows: Sequence[PhotoInBrief], named: TableNames, drawn: _Rows) -> Iterator[Line]:
    for number, (row, name) in enumerate(zip(rows, named.names, strict=True)):
        if heading := named.headings.get(number):
            yield [(drawn.cut_name(heading), "bold cyan")]
        yield drawn.row(row, name)
        if row.reason and not drawn.layout.reason:
            yield [drawn.reason(row, drawn.layout.total - GAP)]


def _heading(layout: Layout) -> str:
    cells = ["photo".ljust(layout.name), "score".ljust(SCORE_CELLS)]
    if (columns := layout.factors).names:
        shown = ((name, columns.width(name)) for name in columns.names)
        cells.append((" " * columns.gap).join(name[:width].ljust(width) for name, width in shown))
    if layout.words:
        cells.append("problems".ljust(layout.words))
    if layout.reason:
        cells.append("why")
    return (" " * GAP).join(cells)


@dataclass(frozen=True, slots=True)
class _Column:
    """A factor's column: its cells, the gap before it, and what was drawn by value."""

    name: str
    width: int
    gap: int
    drawn: dict[float | None, Line] = field(default_factory=dict)


class _Rows:
    """Draws rows of one table; what many of them have in common is drawn once."""

    def __init__(self, layout: Layout, glyphs: Glyphs, *, plain: bool) -> None:
        """`plain`: nobody will see styles."""
        self.layout = layout
        self._glyphs = glyphs
        self._plain = plain
        columns = layout.factors
        gaps = (GAP, *[columns.gap] * len(columns.names))
        self._columns = [
            _Column(name, columns.width(name), gap) for name, gap in zip(columns.names, gaps, strict=False)
        ]

    def row(self, row: PhotoInBrief, name: str) -> Line:
        """One photo's line."""
        layout = self.layout
        line = self._name(row, name)
        line += (" " * GAP + stars(row.score, self._glyphs), CALM), (f"{printed_score(row.score):4d}", "bold")
        for column in self._columns:
            value = row.factors.get(column.name)
            line += column.drawn.get(value) or self._factor(value, column)
        if layout.words:
            words = shortened(words_of(row), layout.words, self._glyphs.ellipsis)
            line.append((" " * GAP + _padded(words, layout.words), ALARM))
        if layout.reason:
            line.append(self.reason(row, layout.reason))
        return line

    def reason(self, row: PhotoInBrief, width: int) -> tuple[str, str]:
        """Of a photo without a problem the lowest factor is still told, but need not draw the eye."""
        style = "default" if row.problems else QUIET
        return " " * GAP + shortened(self._glyphs.spelled(printable(row.reason)), width, self._glyphs.ellipsis), style

    def cut_name(self, name: str) -> str:
        """As wide as the table at most."""
        return shortened_name(name, self.layout.total, self._glyphs.ellipsis)

    def _name(self, row: PhotoInBrief, name: str) -> list[tuple[str, str]]:
        partners, width = partners_of(row), self.layout.name
        if cell_len(name + partners) > width and width - cell_len(partners) < MIN_NAME_CELLS:
            partners = ""
        cell = shortened_name(name, width - cell_len(partners), self._glyphs.ellipsis)
        return [(cell, ""), (partners, QUIET), (" " * (width - cell_len(cell + partners)), "")]

    def _factor(self, value: float | None, column: _Column) -> Line:
        pieces = ((" " * column.gap, ""), *_factor(value, column.width, self._glyphs))
        drawn = (("".join(text for text, _ in pieces), ""),) if self._plain else pieces
        column.drawn[value] = drawn
        return drawn


def _factor(value: float | None, width: int, glyphs: Glyphs) -> Line:
    if value is None:
        return [(_padded(glyphs.nothing.center(BAR_CELLS), width), QUIET)]
    drawn, number = bar(value, BAR_CELLS, glyphs), ""
    if width >= BAR_CELLS + NUMBER_CELLS:
        number = f"{value * 100:{NUMBER_CELLS}.0f}"
    blanks = " " * (width - cell_len(drawn + number))
    return [(drawn, factor_style(value)), (number, ALARM if value < LOW else "default"), (blanks, "")]


def _padded(text: str, width: int) -> str:
    return text + " " * max(0, width - cell_len(text))
