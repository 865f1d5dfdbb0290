"""What a sequence of sixels is made of."""

from __future__ import annotations

import numpy as np

from assist_cli.pictures.adaptive_palette import U8
from assist_cli.pictures.fit import Size

BAND = 6
"""Lines a band (DEC STD 070: sixel data)."""
EMPTY = 63
"""The character without a dot; the six lines are the bits above it, the top one first."""
PERCENT = 100
"""DEC STD 070: colours are told in hundredths."""

CHARACTERS = [bytes([EMPTY + dots]) for dots in range(1 << BAND)]


def sequence(size_px: Size, palette: U8, bands: bytes) -> str:
    """`bands` of a picture of (width, height), in the colours of (n, 3) uint8 sRGB, as the terminal takes them."""
    width, height = size_px
    shares = np.rint(palette * (PERCENT / 255.0)).astype(int).tolist()
    colours = "".join(f"#{number};2;{r};{g};{b}" for number, (r, g, b) in enumerate(shares))
    return f'\x1bP0;1q"1;1;{width};{height}{colours}{bands.decode("ascii")}\x1b\\'
