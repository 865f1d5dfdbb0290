"""A picture of characters as Textual wants its lines: strips of segments, made once and away from the event loop."""

from __future__ import annotations

from rich.segment import Segment
from textual.strip import Strip

from assist_cli.pictures.cell_picture import CellPicture
from assist_cli.render.cell_style import style_of


def strips_of(picture: CellPicture) -> tuple[Strip, ...]:
    """One strip a row, each as wide as the picture."""
    columns, rows = picture.cells
    return tuple(
        Strip([Segment(run.text, style_of(run.ink, run.paper)) for run in picture.runs(row)], columns)
        for row in range(rows)
    )
