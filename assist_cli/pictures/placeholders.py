"""kitty's Unicode placeholders: characters in whose place the terminal draws a picture, so that tmux moves it with its pane."""

from __future__ import annotations

import re

import numpy as np

from assist_cli.pictures.cell_picture import CellPicture
from assist_cli.pictures.fit import Size

PLACEHOLDER = "\U0010eeee"
"""A character of private use, with a mark above for its row of the picture and one for its column."""

MARK_RANGES = """
0305 030d-030e 0310 0312 033d-033f 0346 034a-034c 0350-0352 0357 035b 0363-036f 0483-0487 0592-0595 0597-0599 059c-05a1
05a8-05a9 05ab-05ac 05af 05c4 0610-0617 0657-065b 065d-065e 06d6-06dc 06df-06e2 06e4 06e7-06e8 06eb-06ec 0730 0732-0733
0735-0736 073a 073d 073f-0741 0743 0745 0747 0749-074a 07eb-07f1 07f3 0816-0819 081b-0823 0825-0827 0829-082d 0951 0953-0954
0f82-0f83 0f86-0f87 135d-135f 17dd 193a 1a17 1a75-1a7c 1b6b 1b6d-1b73 1cd0-1cd2 1cda-1cdb 1ce0 1dc0-1dc1 1dc3-1dc9 1dcb-1dcc
1dd1-1de6 1dfe 20d0-20d1 20d4-20d7 20db-20dc 20e1 20e7 20e9 20f0 2cef-2cf1 2de0-2dff a66f a67c-a67d a6f0-a6f1 a8e0-a8f1 aab0
aab2-aab3 aab7-aab8 aabe-aabf aac1 fe20-fe26 10a0f 10a38 1d185-1d189 1d1aa-1d1ad 1d242-1d244
"""
"""The protocol: marks that no font joins to another character, in their order; the first is row or column 0."""


def _marks() -> tuple[str, ...]:
    found: list[str] = []
    for first, last in re.findall(r"([0-9a-f]+)(?:-([0-9a-f]+))?", MARK_RANGES):
        found += map(chr, range(int(first, 16), int(last or first, 16) + 1))
    return tuple(found)


MARKS = _marks()
MOST_CELLS = len(MARKS)
"""No picture can have more rows or columns."""


def placeholder_cells(number: int, cells: Size) -> CellPicture:
    """What to print for the picture of this number (1 to 0xFFFFFF), which is told by the characters' colour."""
    columns, rows = cells
    glyphs = [[PLACEHOLDER + MARKS[row] + MARKS[column] for column in range(columns)] for row in range(rows)]
    colour = np.array([number >> 16 & 255, number >> 8 & 255, number & 255], np.uint8)
    return CellPicture(np.array(glyphs), np.broadcast_to(colour, (rows, columns, 3)), None)
