"""A screen as an SVG: text as text, everything drawn in cells as pixels, and the pictures that a terminal draws itself."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator, Sequence
from html import escape

import numpy as np
from PIL import Image
from rich.cells import cell_len
from rich.color import ColorTriplet
from rich.style import Style
from rich.terminal_theme import TerminalTheme
from textual.strip import Strip

from assist_cli.pictures.block_glyphs import ACROSS, DOWN, GLYPHS, MASKS
from assist_cli.pictures.iterm2 import ItermPicture
from assist_cli.pictures.terminal import USUAL_CELL_PX
from assist_cli.screens.placement import Placement
from tests.screen_pictures.terminal_colours import inked

CELL_WIDTH, CELL_HEIGHT = USUAL_CELL_PX
FONT_PX, BASELINE = 16.6, 15
MARGIN = 12
BLOCKS = dict(zip(GLYPHS.tolist(), MASKS.reshape(-1, DOWN, ACROSS), strict=True))
NO_BREAK = "\u00a0"
"""A space that SVG leaves as wide as it is."""
FONTS = "DejaVu Sans Mono, Menlo, Consolas, monospace"


def screen_svg(strips: Sequence[Strip], placed: Sequence[Placement], theme: TerminalTheme) -> str:
    """The whole screen with a margin around it."""
    columns, rows = max(strip.cell_length for strip in strips), len(strips)
    width, height = columns * CELL_WIDTH, rows * CELL_HEIGHT
    body = [
        f'<image width="{width}" height="{height}" preserveAspectRatio="none" style="image-rendering:pixelated" '
        f'href="data:image/png;base64,{_cells(strips, (columns, rows), theme)}"/>',
        *map(_picture, placed),
        *(line for row, strip in enumerate(strips) for line in _texts(strip, row, theme)),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width + 2 * MARGIN}" height="{height + 2 * MARGIN}" '
        f'viewBox="{-MARGIN} {-MARGIN} {width + 2 * MARGIN} {height + 2 * MARGIN}">\n'
        f'<rect x="{-MARGIN}" y="{-MARGIN}" width="100%" height="100%" rx="10" fill="{theme.background_color.hex}"/>\n'
        f'<g font-family="{FONTS}" font-size="{FONT_PX}px">\n' + "\n".join(body) + "\n</g>\n</svg>\n"
    )


def _segments(strip: Strip) -> Iterator[tuple[int, str, Style]]:
    column = 0
    for segment in strip:
        yield column, segment.text, segment.style or Style.null()
        column += segment.cell_length


def _cells(strips: Sequence[Strip], cells: tuple[int, int], theme: TerminalTheme) -> str:
    """Backgrounds and block characters, as the PNG that they are."""
    pixels = np.empty((cells[1] * DOWN, cells[0] * ACROSS, 3), np.uint8)
    pixels[:] = theme.background_color
    for row, strip in enumerate(strips):
        for start, text, style in _segments(strip):
            ink, paper = inked(style, theme)
            line = pixels[row * DOWN : (row + 1) * DOWN]
            line[:, start * ACROSS : (start + cell_len(text)) * ACROSS] = paper
            for at, letter in enumerate(text):
                if letter in BLOCKS:
                    cell = line[:, (start + at) * ACROSS : (start + at + 1) * ACROSS]
                    cell[BLOCKS[letter] > 0] = ink
    with io.BytesIO() as file:
        Image.fromarray(pixels).save(file, "PNG", optimize=True)
        return base64.b64encode(file.getvalue()).decode("ascii")


def _texts(strip: Strip, row: int, theme: TerminalTheme) -> Iterator[str]:
    for start, text, style in _segments(strip):
        words = "".join(" " if letter in BLOCKS else letter for letter in text)
        if not words.strip():
            continue
        lead = cell_len(words) - cell_len(words.lstrip())
        words = words.strip()
        weight = ' font-weight="bold"' if style.bold else ""
        slant = ' font-style="italic"' if style.italic else ""
        ink = ColorTriplet(*inked(style, theme)[0]).hex
        place = f'x="{(start + lead) * CELL_WIDTH}" y="{row * CELL_HEIGHT + BASELINE}"'
        length = f'textLength="{cell_len(words) * CELL_WIDTH}" lengthAdjust="spacingAndGlyphs"'
        words = escape(words).replace(" ", NO_BREAK)
        yield f'<text {place} fill="{ink}"{weight}{slant} {length}>{words}</text>'


def _picture(placement: Placement) -> str:
    """The very file that the terminal is sent."""
    assert isinstance(placement.picture, ItermPicture)
    keys, _, jpeg = placement.picture.sequence.removesuffix("\x07").partition(":")
    told = dict(pair.removesuffix("px").split("=") for pair in keys.partition("File=")[2].split(";"))
    return (
        f'<image x="{placement.column * CELL_WIDTH}" y="{placement.row * CELL_HEIGHT}" width="{told["width"]}" '
        f'height="{told["height"]}" href="data:image/jpeg;base64,{jpeg}"/>'
    )
