"""The table of a scored folder, one photo a line, for a photographer's eyes."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console

from assist_cli.render.bars import Glyphs, bar, glyphs_for, stars
from assist_cli.render.line_output import Line, print_lines
from assist_cli.render.palette import ALARM, CALM, LOW, QUIET, factor_style
from assist_cli.render.plain_text import shortened, shortened_name
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
from assist_cli.render.table_names import by_folder, folder_heading, names_of, shared_folder
from assist_cli.render.table_row import TableRow
from scoring.ranking.stars import printed_score


def print_table(console: Console, rows: Sequence[TableRow]) -> None:
    """Print heading and rows as wide as the terminal is, never wrapped; for a person's eyes a legend below."""
    if not rows:
        return
    names = names_of([row.path for row in rows])
    layout = layout_for(rows, names, console.width)
    glyphs = glyphs_for(console.encoding)
    print_lines(console, _lines(rows, names, layout, glyphs), layout.total)
    if console.is_terminal:
        print_lines(console, ([(line, QUIET)] for line in legend_lines(rows, layout, glyphs)), layout.total)


def _lines(rows: Sequence[TableRow], names: Sequence[str], layout: Layout, glyphs: Glyphs) -> Iterator[Line]:
    paths = [row.path for row in rows]
    shared = shared_folder(paths) if by_folder(paths) else None
    folder = ""
    yield [(_heading(layout), "bold")]
    for row, name in zip(rows, names, strict=True):
        if shared and (its_folder := os.path.dirname(row.path)) != folder:  # noqa: PTH120 - a Path for each row is slow
            folder = its_folder
            yield [(shortened_name(folder_heading(Path(folder), shared), layout.total, glyphs.ellipsis), "bold cyan")]
        yield _row(row, name, layout, glyphs)
        if row.reason and not layout.reason:
            yield [_reason(row, layout.total - GAP, glyphs)]


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


def _row(row: TableRow, name: str, layout: Layout, glyphs: Glyphs) -> Line:
    line = _name(row, name, layout.name, glyphs)
    line += (" " * GAP + stars(row.score, glyphs), CALM), (f"{printed_score(row.score):4d}", "bold")
    for position, factor in enumerate(layout.factors.names):
        line.append((" " * (layout.factors.gap if position else GAP), ""))
        line += _factor(row.factors.get(factor), layout.factors.width(factor), glyphs)
    if layout.words:
        words = shortened(words_of(row), layout.words, glyphs.ellipsis)
        line.append((" " * GAP + _padded(words, layout.words), ALARM))
    if layout.reason:
        line.append(_reason(row, layout.reason, glyphs))
    return line


def _name(row: TableRow, name: str, width: int, glyphs: Glyphs) -> list[tuple[str, str]]:
    partners = partners_of(row)
    if cell_len(name + partners) > width and width - cell_len(partners) < MIN_NAME_CELLS:
        partners = ""
    cell = shortened_name(name, width - cell_len(partners), glyphs.ellipsis)
    return [(cell, ""), (partners, QUIET), (" " * (width - cell_len(cell + partners)), "")]


def _reason(row: TableRow, width: int, glyphs: Glyphs) -> tuple[str, str]:
    # Of a photo without a problem the lowest factor is still told, but need not draw the eye.
    style = "default" if row.problems else QUIET
    return " " * GAP + shortened(glyphs.spelled(row.reason), width, glyphs.ellipsis), style


@lru_cache(maxsize=1 << 14)
def _factor(value: float | None, width: int, glyphs: Glyphs) -> Line:
    if value is None:
        return ((_padded(glyphs.nothing.center(BAR_CELLS), width), QUIET),)
    drawn, number = bar(value, BAR_CELLS, glyphs), ""
    if width >= BAR_CELLS + NUMBER_CELLS:
        number = f"{value * 100:{NUMBER_CELLS}.0f}"
    blanks = " " * (width - cell_len(drawn + number))
    return (drawn, factor_style(value)), (number, ALARM if value < LOW else "default"), (blanks, "")


def _padded(text: str, width: int) -> str:
    return text + " " * max(0, width - cell_len(text))
