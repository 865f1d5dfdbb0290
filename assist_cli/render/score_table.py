"""The table of a scored folder, one photo a line, for a photographer's eyes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from assist_cli.render.bars import Glyphs, bar, glyphs_for, stars
from assist_cli.render.line_output import print_line
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
from assist_cli.render.table_names import by_folder, folder_heading, names_of
from assist_cli.render.table_row import TableRow
from scoring.ranking.stars import printed_score


def print_table(console: Console, rows: Sequence[TableRow]) -> None:
    """Print heading and rows as wide as the terminal is, never wrapped; for a person's eyes a legend below."""
    if not rows:
        return
    names = names_of([row.path for row in rows])
    layout = layout_for(rows, names, console.width)
    glyphs = glyphs_for(console.encoding)
    for line in _lines(rows, names, layout, glyphs):
        line.truncate(layout.total)
        print_line(console, line)
    if console.is_terminal:
        for row in legend_lines(rows, layout, glyphs):
            print_line(console, Text(row, style=QUIET))


def _lines(rows: Sequence[TableRow], names: Sequence[str], layout: Layout, glyphs: Glyphs) -> Iterator[Text]:
    paths = [row.path for row in rows]
    with_headings = by_folder(paths)
    folder: Path | None = None
    yield _heading(layout)
    for row, name in zip(rows, names, strict=True):
        if with_headings and row.path.parent != folder:
            folder = row.path.parent
            heading = shortened_name(folder_heading(folder, paths), layout.total, glyphs.ellipsis)
            yield Text(heading, style="bold cyan")
        yield _row(row, name, layout, glyphs)
        if row.reason and not layout.reason:
            yield _reason(row, layout.total - GAP, glyphs)


def _heading(layout: Layout) -> Text:
    cells = ["photo".ljust(layout.name), "score".ljust(SCORE_CELLS)]
    if (columns := layout.factors).names:
        shown = ((name, columns.width(name)) for name in columns.names)
        cells.append((" " * columns.gap).join(name[:width].ljust(width) for name, width in shown))
    if layout.words:
        cells.append("problems".ljust(layout.words))
    if layout.reason:
        cells.append("why")
    return Text((" " * GAP).join(cells), style="bold")


def _row(row: TableRow, name: str, layout: Layout, glyphs: Glyphs) -> Text:
    line = _name(row, name, layout.name, glyphs)
    line.append(" " * GAP + stars(row.score, glyphs), style=CALM)
    line.append(f"{printed_score(row.score):4d}", style="bold")
    for position, factor in enumerate(layout.factors.names):
        line.append(" " * (layout.factors.gap if position else GAP))
        line.append_text(_factor(row.factors.get(factor), layout.factors.width(factor), glyphs))
    if layout.words:
        words = shortened(words_of(row), layout.words, glyphs.ellipsis)
        line.append(" " * GAP + _padded(words, layout.words), style=ALARM)
    if layout.reason:
        line.append_text(_reason(row, layout.reason, glyphs))
    return line


def _name(row: TableRow, name: str, width: int, glyphs: Glyphs) -> Text:
    partners = partners_of(row)
    if cell_len(name + partners) > width and width - cell_len(partners) < MIN_NAME_CELLS:
        partners = ""
    cell = Text(shortened_name(name, width - cell_len(partners), glyphs.ellipsis)).append(partners, style=QUIET)
    return cell.append(" " * max(0, width - cell.cell_len))


def _reason(row: TableRow, width: int, glyphs: Glyphs) -> Text:
    # Of a photo without a problem the lowest factor is still told, but need not draw the eye.
    style = "default" if row.problems else QUIET
    return Text(" " * GAP + shortened(glyphs.spelled(row.reason), width, glyphs.ellipsis), style=style)


def _factor(value: float | None, width: int, glyphs: Glyphs) -> Text:
    if value is None:
        return Text(_padded(glyphs.nothing.center(BAR_CELLS), width), style=QUIET)
    cell = Text.assemble((bar(value, BAR_CELLS, glyphs), factor_style(value)))
    if width >= BAR_CELLS + NUMBER_CELLS:
        cell.append(f"{value * 100:{NUMBER_CELLS}.0f}", style=ALARM if value < LOW else "default")
    return cell.append(" " * (width - cell.cell_len))


def _padded(text: str, width: int) -> str:
    return text + " " * max(0, width - cell_len(text))
