"""What a terminal makes of the colours that text asks for: one that is dark, and one that is light and spares nobody."""

from __future__ import annotations

from rich.color import ColorTriplet, blend_rgb
from rich.style import Style
from rich.terminal_theme import TerminalTheme

RGB = tuple[int, int, int]

XTERM: list[RGB] = [
    (0, 0, 0),
    (205, 0, 0),
    (0, 205, 0),
    (205, 205, 0),
    (0, 0, 238),
    (205, 0, 205),
    (0, 205, 205),
    (229, 229, 229),
]
XTERM_BRIGHT: list[RGB] = [
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
]  # fmt: skip
"""The colours that xterm ships (charproc.c): on white, its yellow and its cyan are the faintest of any terminal."""
DARK = TerminalTheme((22, 23, 26), (222, 222, 222), XTERM, XTERM_BRIGHT)
LIGHT = TerminalTheme((255, 255, 255), (26, 26, 26), XTERM, XTERM_BRIGHT)
THEMES = {"dark": DARK, "light": LIGHT}
DIM = 0.45
"""How far dim text goes towards its background: kitty and VTE come near this."""


def inked(style: Style, theme: TerminalTheme) -> tuple[RGB, RGB]:
    """The colours (ink, paper) of characters in this style."""
    ink = _rgb(style, theme, is_ink=True)
    paper = _rgb(style, theme, is_ink=False)
    if style.reverse:
        ink, paper = paper, ink
    if style.dim:
        ink = blend_rgb(ColorTriplet(*ink), ColorTriplet(*paper), DIM)
    return tuple(ink), tuple(paper)


def _rgb(style: Style, theme: TerminalTheme, *, is_ink: bool) -> ColorTriplet:
    colour = style.color if is_ink else style.bgcolor
    if colour is None or colour.is_default:
        return theme.foreground_color if is_ink else theme.background_color
    return colour.get_truecolor(theme)
