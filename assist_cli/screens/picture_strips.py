"""A picture of characters as Textual wants its lines: strips of segments, made once and away from the event loop."""

from __future__ import annotations

from functools import lru_cache

from rich.color import Color as RichColour
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from assist_cli.pictures.cell_picture import CellPicture, Colour


def strips_of(picture: CellPicture) -> tuple[Strip, ...]:
    """One strip a row, each as wide as the picture."""
    columns, rows = picture.cells
    return tuple(
        Strip([Segment(run.text, style_of(run.ink, run.paper)) for run in picture.runs(row)], columns)
        for row in range(rows)
    )


@lru_cache(maxsize=1 << 14)
def style_of(ink: Colour, paper: Colour | None) -> Style:
    """The style of characters in these two colours, or before the terminal's own."""
    return Style.from_color(_colour(ink), None if paper is None else _colour(paper))


def _colour(colour: Colour) -> RichColour:
    return RichColour.from_ansi(colour) if isinstance(colour, int) else RichColour.from_rgb(*colour)
