"""The ways in which a terminal can show a picture, and the colours it has."""

from __future__ import annotations

from enum import StrEnum


class Protocol(StrEnum):
    """How pictures are drawn; the values are what `--images` takes."""

    KITTY = "kitty"
    """The terminal keeps pictures by number and places them (kitty, Ghostty, Konsole)."""
    ITERM = "iterm"
    """A file within the text (iTerm2, WezTerm, mintty)."""
    SIXEL = "sixel"
    """256 colours in bands of six pixels (foot, Windows Terminal, xterm -ti vt340)."""
    HALF = "half"
    """Block characters in two colours a cell: every terminal."""
    NONE = "none"
    """No pictures."""


class Colours(StrEnum):
    """The colours that text can have."""

    TRUE = "true"
    """24 bit."""
    PALETTE = "palette"
    """xterm's 256."""
    GREY = "grey"
    """The greys of these 256: for `NO_COLOR`."""
