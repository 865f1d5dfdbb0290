"""The style of a picture's characters, in rich's words."""

from __future__ import annotations

from functools import lru_cache

from rich.color import Color as RichColour
from rich.style import Style

from assist_cli.pictures.cell_picture import Colour


@lru_cache(maxsize=1 << 14)
def style_of(ink: Colour, paper: Colour | None) -> Style:
    """The style of characters in these two colours, or before the terminal's own."""
    return Style.from_color(_colour(ink), None if paper is None else _colour(paper))


def _colour(colour: Colour) -> RichColour:
    return RichColour.from_ansi(colour) if isinstance(colour, int) else RichColour.from_rgb(*colour)
