"""The style of a picture's characters, in rich's words."""

from __future__ import annotations

from rich.color import Color as RichColour
from rich.color import ColorType
from rich.color_triplet import ColorTriplet
from rich.style import Style

from assist_cli.pictures.cell_picture import Colour

TRUE_COLOUR = "of the photo"
"""What Rich calls each of them when it describes a style."""


def style_of(ink: Colour, paper: Colour | None) -> Style:
    """The style of characters in these two colours, or before the terminal's own."""
    return Style.from_color(_colour(ink), None if paper is None else _colour(paper))


def _colour(colour: Colour) -> RichColour:
    if isinstance(colour, int):
        return RichColour.from_ansi(colour)
    # Not `from_rgb`, which spells out a name for each of thousands of colours: of all it took the longest.
    return RichColour(TRUE_COLOUR, ColorType.TRUECOLOR, triplet=ColorTriplet(*colour))
