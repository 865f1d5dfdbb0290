"""The table of a scored folder, one photo a line, for a photographer's eyes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.text import Text

from assist_cli.render.bars import Glyphs, bar, glyphs_for, printed_score, stars
from assist_cli.render.palette import ALARM, CALM, QUIET, factor_style
from assist_cli.render.plain_text import shortened, shortened_name
from assist_cli.render.table_layout import FACTOR_CELLS, GAP, SCORE_CELLS, Layout, layout_for, words_of
from assist_cli.render.table_names import by_folder, folder_heading, names_of
from assist_cli.render.table_row import TableRow


def print_table(console: Console, rows: Sequence[TableRow]) -> None:
    """Print heading and rows as wide as the terminal is; never wraps."""
    if not rows:
        return
    names = names_of([row.path for row in rows])
    layout = layout_for(rows, names, console.width)
    for line in _lines(rows, names, layout, glyphs_for(console.encoding)):
        line.truncate(layout.total)
        line.rstrip()
        console.print(line, soft_wrap=True)


def _lines(rows: Sequence[TableRow], names: Sequence[str], layout: Layout, glyphs: Glyphs) -> Iterator[Text]:
    paths = [row.path for row in rows]
    with_headings = by_folder(paths)
    folder: Path | None = None
    yield _heading(layout)
    for row, name in zip(rows, names, strict=True):
        if with_headings and row.path.parent != folder:
            folder = row.path.parent
            yield Text(shortened_name(folder_heading(folder, paths), layout.total), style="bold cyan")
        yield _row(row, name, layout, glyphs)
        if row.reason and not layout.reason:
            yield Text(" " * GAP + shortened(row.reason, layout.total - GAP), style=_reason_style(row))


def _heading(layout: Layout) -> Text:
    cells = ["photo".ljust(layout.name), "score".ljust(SCORE_CELLS)]
    if layout.factors:
        cells.append(" ".join(name[: FACTOR_CELLS - 1].ljust(FACTOR_CELLS - 1) for name in layout.factors))
    if layout.words:
        cells.append("problems".ljust(layout.words))
    if layout.reason:
        cells.append("why")
    return Text((" " * GAP).join(cells), style="bold")


def _row(row: TableRow, name: str, layout: Layout, glyphs: Glyphs) -> Text:
    line = Text(_padded(shortened_name(name, layout.name), layout.name + GAP))
    line.append(stars(row.score, glyphs), style=CALM)
    line.append(f"{printed_score(row.score):4d}", style="bold")
    for position, factor in enumerate(layout.factors):
        line.append(" " * (1 if position else GAP))
        line.append_text(_factor(row.factors.get(factor), glyphs))
    if layout.words:
        line.append(" " * GAP + _padded(shortened(words_of(row), layout.words), layout.words), style=ALARM)
    if layout.reason:
        line.append(" " * GAP + shortened(row.reason, layout.reason), style=_reason_style(row))
    return line


def _reason_style(row: TableRow) -> str:
    # Of a photo without a problem the lowest factor is still told, but need not draw the eye.
    return "default" if row.problems else QUIET


def _factor(value: float | None, glyphs: Glyphs) -> Text:
    width = FACTOR_CELLS - 1
    if value is None:
        return Text(glyphs.nothing.center(width), style=QUIET)
    return Text(bar(value, width, glyphs), style=factor_style(value))


def _padded(text: str, width: int) -> str:
    return text + " " * max(0, width - Text(text).cell_len)
