"""A picture made of characters: what each cell shows, in which two colours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

U8 = npt.NDArray[np.uint8]

Colour = tuple[int, int, int] | int
"""8-bit sRGB, or the number of one of xterm's 256 colours."""
RESET = "\x1b[0m"


@dataclass(frozen=True, slots=True)
class CellRun:
    """Neighbours of one row in the same two colours."""

    text: str
    ink: Colour
    paper: Colour


@dataclass(frozen=True, slots=True)
class CellPicture:
    """`glyphs`: (rows, columns) of one character each. `ink`, `paper`: their colour and the one behind, (rows, columns, 3)
    uint8 sRGB, or (rows, columns) uint8 numbers of xterm's 256 colours."""

    glyphs: npt.NDArray[np.str_]
    ink: U8
    paper: U8

    @property
    def cells(self) -> tuple[int, int]:
        """(columns, rows)."""
        rows, columns = self.glyphs.shape
        return columns, rows

    @property
    def size_bytes(self) -> int:
        """What it takes in memory."""
        return self.glyphs.nbytes + self.ink.nbytes + self.paper.nbytes

    def runs(self, row: int) -> Iterator[CellRun]:
        """The row from left to right."""
        ink, paper, text = self.ink[row], self.paper[row], "".join(self.glyphs[row].tolist())
        for start, stop in pairwise(self._borders(row)):
            yield CellRun(text[start:stop], _colour(ink[start]), _colour(paper[start]))

    def lines(self) -> list[str]:
        """Each row as text with its own colour sequences (ECMA-48 SGR 38 and 48), to be printed as it is."""
        return ["".join(_sgr(run) + run.text for run in self.runs(row)) + RESET for row in range(len(self.glyphs))]

    def _borders(self, row: int) -> list[int]:
        """Where a run begins, and where the last one ends. What a space's ink is does not matter."""
        columns = self.glyphs.shape[1]
        both = np.concatenate([self.ink[row].reshape(columns, -1), self.paper[row].reshape(columns, -1)], axis=1)
        changes = (both[1:] != both[:-1]).any(axis=1)
        return [0, *(np.flatnonzero(changes) + 1).tolist(), columns]


def _colour(colour: npt.NDArray[np.uint8] | np.uint8) -> Colour:
    told = colour.tolist()
    return int(told) if isinstance(told, int) else (told[0], told[1], told[2])


def _sgr(run: CellRun) -> str:
    return f"\x1b[38;{_named(run.ink)};48;{_named(run.paper)}m"


def _named(colour: Colour) -> str:
    return f"5;{colour}" if isinstance(colour, int) else f"2;{colour[0]};{colour[1]};{colour[2]}"
