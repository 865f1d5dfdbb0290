"""A picture of characters as Textual wants its lines: strips of segments, made once and away from the event loop."""

from __future__ import annotations

from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from assist_cli.pictures.cell_picture import CellPicture, Colour
from assist_cli.render.cell_style import style_of


def strips_of(picture: CellPicture) -> tuple[Strip, ...]:
    """One strip a row, each as wide as the picture."""
    columns, rows = picture.cells
    return tuple(
        Strip([Segment(run.text, _ready_style(run.ink, run.paper)) for run in picture.runs(row)], columns)
        for row in range(rows)
    )


def _ready_style(ink: Colour, paper: Colour | None) -> Style:
    """With its control codes, which Textual would work out while the person waits; they are right for every terminal, as the
    picture has only colours that this one knows.
    """
    style = style_of(ink, paper)
    style._ansi = Strip.render_ansi(style, ColorSystem.TRUECOLOR)
    return style
