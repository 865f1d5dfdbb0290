"""The table of a scored folder, one photo a line, for a photographer's eyes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.text import Text

from assist_cli.render.bars import Glyphs, bar, glyphs_for, stars
from assist_cli.render.plain_text import shortened, shortened_name
from assist_cli.render.table_layout import FACTOR_CELLS, GAP, Layout, layout_for, name_of, shared_folder, words_of
from assist_cli.render.table_row import TableRow

LOW = 0.4
"""Factors below catch the eye. Only looks: what is a problem, `scoring.ranking.problems` decides."""

# Yellow against cyan: told apart by every common colour blindness, and each also differs in words or length.
CALM, ALARM, QUIET = "cyan", "bold yellow", "dim"


def print_table(console: Console, rows: Sequence[TableRow]) -> None:
    """Print heading and rows as wide as the terminal is; never wraps."""
    if not rows:
        return
    folder = shared_folder(rows)
    layout = layout_for(rows, folder, console.width)
    for line in _lines(rows, folder, layout, glyphs_for(console.encoding)):
        line.truncate(layout.total)
        line.rstrip()
        console.print(line, soft_wrap=True)


def _lines(rows: Sequence[TableRow], folder: Path, layout: Layout, glyphs: Glyphs) -> Iterator[Text]:
    yield _heading(layout)
    for row in rows:
        yield _row(row, folder, layout, glyphs)
        if row.reason and not layout.reason:
            yield Text("  " + shortened(row.reason, layout.total - GAP), style=QUIET)


def _heading(layout: Layout) -> Text:
    text = "photo".ljust(layout.name + GAP) + "score".ljust(9)
    if layout.factors:
        text += " " * GAP + " ".join(name[: FACTOR_CELLS - 1].ljust(FACTOR_CELLS - 1) for name in layout.factors)
    text += " " * GAP + "problems".ljust(max(0, layout.words - GAP))
    return Text(text + ("  why" if layout.reason else ""), style="bold")


def _row(row: TableRow, folder: Path, layout: Layout, glyphs: Glyphs) -> Text:
    line = Text(_padded(shortened_name(name_of(row, folder), layout.name), layout.name + GAP))
    line.append(stars(row.score, glyphs), style=CALM)
    line.append(f"{round(row.score):4d}", style="bold")
    for position, name in enumerate(layout.factors):
        line.append(" " * (1 if position else GAP))
        line.append_text(_factor(row.factors.get(name), glyphs))
    if layout.words > GAP:
        words = shortened(words_of(row), layout.words - GAP)
        line.append(_padded(" " * GAP + words, layout.words), style=ALARM)
    if layout.reason:
        line.append(" " * GAP + shortened(row.reason, layout.reason - GAP), style=QUIET)
    return line


def _factor(value: float | None, glyphs: Glyphs) -> Text:
    width = FACTOR_CELLS - 1
    if value is None:
        return Text(glyphs.nothing.center(width), style=QUIET)
    return Text(bar(value, width, glyphs), style=ALARM if value < LOW else CALM)


def _padded(text: str, width: int) -> str:
    return text + " " * max(0, width - Text(text).cell_len)
