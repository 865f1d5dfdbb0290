"""A picture of characters as Textual wants its lines: strips of segments, made once and away from the event loop."""

from __future__ import annotations

from rich.color import Color as RichColour
from rich.color import ColorSystem, ColorType
from rich.color_triplet import ColorTriplet
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from assist_cli.pictures.cell_picture import CellPicture, Colour

TRUE_COLOUR = "of the photo"
"""What Rich calls each of them when it describes a style."""


def strips_of(picture: CellPicture) -> tuple[Strip, ...]:
    """One strip a row, each as wide as the picture."""
    columns, rows = picture.cells
    return tuple(
        Strip([Segment(run.text, style_of(run.ink, run.paper)) for run in picture.runs(row)], columns)
        for row in range(rows)
    )


def style_of(ink: Colour, paper: Colour | None) -> Style:
    """The style of characters in these two colours, or before the terminal's own.

    With its control codes, which Textual would work out while the person waits; they are right for every terminal, as the picture
    has only colours that this one knows.
    """
    style = Style.from_color(_colour(ink), None if paper is None else _colour(paper))
    style._ansi = Strip.render_ansi(style, ColorSystem.TRUECOLOR)
    return style


def _colour(colour: Colour) -> RichColour:
    if isinstance(colour, int):
        return RichColour.from_ansi(colour)
    # Not `from_rgb`, which spells out a name for each of thousands of colours: of all it took the longest.
    return RichColour(TRUE_COLOUR, ColorType.TRUECOLOR, triplet=ColorTriplet(*colour))
