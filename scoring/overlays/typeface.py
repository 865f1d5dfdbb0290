"""Text on pictures, in the typeface that Pillow brings along: the same on every machine, nothing to install."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from scoring.frame import U8
from scoring.overlays.palette import Colour

TITLE_PX, CAPTION_PX, LABEL_PX, SMALL_PX = 36, 25, 20, 17
"""Sizes of type. 17 px is what browsers and desktops show as ordinary text, at 100 %."""
MISSING = str.maketrans(
    {
        "\u2013": "-",
        "\u2014": "-",
        "\u2212": "-",
        "\u00d7": "x",
        "\u2265": ">=",
        "\u2264": "<=",
        "\u2192": "to",
        "\u03c3": "sigma",
    }
)
"""Dashes, minus, times, comparisons, arrow and sigma: no glyphs of Pillow's typeface (a part of Aileron), in glyphs it has."""
EXTRA_GLYPHS = frozenset("°±·…\u201c\u201d\u2018\u2019")
"""Beyond ASCII, what it does have; the last four are curly quotes."""

Font = ImageFont.FreeTypeFont | ImageFont.ImageFont


@lru_cache(maxsize=16)
def typeface(size_px: int) -> Font:
    """Pillow's own typeface; raises `ImportError` only where Pillow was built without FreeType."""
    return ImageFont.load_default(size_px)


def drawable(text: str) -> str:
    """The same text in glyphs that there are: accents fall off, what is left over becomes a question mark."""
    plain = (c if c in EXTRA_GLYPHS else unicodedata.normalize("NFKD", c.translate(MISSING)) for c in text)
    kept = (c for c in "".join(plain) if not unicodedata.combining(c))
    return "".join(c if c.isascii() or c in EXTRA_GLYPHS else "?" for c in kept)


def line_height_px(size_px: int) -> int:
    """From one line's top to the next one's."""
    return round(size_px * 1.36)


def text_width_px(text: str, size_px: int) -> int:
    """Width of one line."""
    return int(np.ceil(typeface(size_px).getlength(drawable(text))))


def wrapped(text: str, size_px: int, width_px: int) -> list[str]:
    """Lines that fit into `width_px`; a single longer word keeps a line of its own."""
    lines: list[str] = []
    for word in text.split():
        if lines and text_width_px(f"{lines[-1]} {word}", size_px) <= width_px:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def write(picture: U8, at: tuple[int, int], text: str, size_px: int, colour: Colour) -> None:
    """Write one line into `picture`, its top left corner `at` x, y; what lies outside is cut off."""
    width, height = text_width_px(text, size_px) + 2, line_height_px(size_px)
    ink = Image.new("L", (width, height))
    # On a common baseline, whatever letters there are.
    ImageDraw.Draw(ink).text((0, round(size_px * 1.02)), drawable(text), 255, typeface(size_px), anchor="ls")
    x, y = at
    left, top = max(x, 0), max(y, 0)
    right, bottom = min(x + width, picture.shape[1]), min(y + height, picture.shape[0])
    if right <= left or bottom <= top:
        return
    cover = np.asarray(ink, np.float32)[top - y : bottom - y, left - x : right - x, None] / 255.0
    under = picture[top:bottom, left:right]
    under[:] = np.rint(under + cover * (np.array(colour, np.float32) - under))
