"""Pictures as sixels: bands of six lines, in each of which every colour is laid over the others."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from assist_cli.pictures.adaptive_palette import MOST_COLOURS, in_own_palette
from assist_cli.pictures.cell_picture import CellPicture
from assist_cli.pictures.fit import Fit, Size
from assist_cli.pictures.placed_picture import at, erased_cells

U8 = npt.NDArray[np.uint8]

BAND = 6
"""Lines a band (DEC STD 070: sixel data)."""
EMPTY = 63
"""The character without a dot; the six lines are the bits above it, the top one first."""
SHORT = 4
"""Repeats from here on are shorter as a count: `!4~`."""
PERCENT = 100
"""DEC STD 070: colours are told in hundredths."""

COARSE_COLOURS = 32
"""Time grows with the colours of a band; a draft must be there before the photo."""
LONGEST = 1023
"""Columns of a run: longer ones are written in parts, which costs nothing to speak of."""

CHARACTERS = [bytes([EMPTY + dots]) for dots in range(1 << BAND)]


@cache
def _runs() -> npt.NDArray[np.object_]:
    """(1024 * 64,) what to write for `length * 64 + dots`."""
    written = [
        character * length if length < SHORT else b"!%d%s" % (length, character)
        for length in range(LONGEST + 1)
        for character in CHARACTERS
    ]
    return np.array(written, object)


@dataclass(frozen=True, slots=True)
class SixelPicture:
    """`sequence`: draws it at the cursor."""

    sequence: str
    cells: Size

    @property
    def size_bytes(self) -> int:
        """See `PlacedPicture`."""
        return len(self.sequence)

    @property
    def printed(self) -> CellPicture | None:
        """None: its cells stay empty."""
        return None

    def upload(self, folder: Path | None) -> str:  # noqa: ARG002
        """Nothing: the terminal keeps no pictures."""
        return ""

    def place(self, column: int, row: int) -> str:
        """See `PlacedPicture`. Some terminals scroll where it reaches the last row of the screen: leave that free."""
        return at(column, row, self.sequence)

    def erase(self, column: int, row: int) -> str:
        """See `PlacedPicture`."""
        return erased_cells(column, row, self.cells)

    def discard(self) -> str:
        """Nothing is kept."""
        return ""


def sixel_picture(rgb: U8, fitted: Fit) -> SixelPicture:
    """(H, W, 3) uint8 sRGB -> shown at `fitted.size_px`, in the 256 colours that suit it; a smaller one in large pixels and few."""
    is_coarse = rgb.shape[1] < fitted.size_px[0]
    numbers, palette = in_own_palette(rgb, COARSE_COLOURS if is_coarse else MOST_COLOURS)
    shown = np.asarray(cv2.resize(numbers, fitted.size_px, interpolation=cv2.INTER_NEAREST), np.uint8)
    return SixelPicture(sixels(shown, palette), fitted.cells)


def sixels(numbers: U8, palette: U8) -> str:
    """(H, W) uint8 numbers of the colours of (n, 3) uint8 sRGB -> the sequence that draws them."""
    height, width = numbers.shape
    colours = "".join(f"#{number};2;{r};{g};{b}" for number, (r, g, b) in enumerate(_percent(palette)))
    bands = b"".join(_band(numbers[top : top + BAND], len(palette)) for top in range(0, height, BAND))
    return f'\x1bP0;1q"1;1;{width};{height}{colours}{bands.decode("ascii")}\x1b\\'


def _percent(palette: U8) -> list[list[int]]:
    shares: list[list[int]] = np.rint(palette * (PERCENT / 255.0)).astype(int).tolist()
    return shares


def _band(numbers: U8, colours: int) -> bytes:
    """Up to six lines: each colour's dots from the left, then back to the left edge for the next."""
    width = numbers.shape[1]
    dots = np.zeros((colours, width), np.uint8)
    columns = np.arange(width)
    for line, row in enumerate(numbers):
        dots[row, columns] |= 1 << line
    used = np.flatnonzero(np.bincount(numbers.ravel(), minlength=colours))
    return b"".join(_tokens(dots[used], used)) + b"-"


def _tokens(dots: U8, used: npt.NDArray[np.intp]) -> list[bytes]:
    """(n, width) dots of the used colours -> what to write for them, the colours' names among their runs."""
    width = dots.shape[1]
    changes = np.ones(dots.shape, bool)
    np.not_equal(dots[:, 1:], dots[:, :-1], out=changes[:, 1:])
    changes[:, ::LONGEST] = True
    starts = np.flatnonzero(changes)
    shown = dots.ravel()[starts]
    codes = np.diff(starts, append=dots.size) * len(CHARACTERS) + shown
    firsts = np.searchsorted(starts, np.arange(len(used)) * width)
    names = np.array([b"$#%d" % colour for colour in used.tolist()], object)
    names[0] = names[0][1:]
    lasts = np.append(firsts[1:], len(starts)) - 1
    blank = lasts[shown[lasts] == 0] + np.flatnonzero(shown[lasts] == 0) + 1
    tokens: list[bytes] = np.delete(np.insert(_runs()[codes], firsts, names), blank).tolist()
    return tokens
