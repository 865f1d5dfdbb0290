"""A picture of characters as Textual wants its lines: written once, and away from the event loop."""

from __future__ import annotations

from collections.abc import Iterator

from rich.segment import Segment
from textual.strip import Strip

from assist_cli.pictures.cell_picture import CellPicture
from assist_cli.render.cell_style import style_of
from assist_cli.screens.written_strip import WrittenStrip


def strips_of(picture: CellPicture) -> tuple[Strip, ...]:
    """One strip a row, each as wide as the picture. Its colours are written as they are: the picture has only those that this
    terminal knows."""
    return tuple(_strip(picture, row, line) for row, line in enumerate(picture.lines()))


def _strip(picture: CellPicture, row: int, line: str) -> Strip:
    return WrittenStrip(picture.cells[0], lambda _console: line, lambda: _segments(picture, row))


def _segments(picture: CellPicture, row: int) -> Iterator[Segment]:
    return (Segment(run.text, style_of(run.ink, run.paper)) for run in picture.runs(row))
