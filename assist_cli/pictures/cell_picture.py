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
    paper: Colour | None


@dataclass(frozen=True, slots=True)
class CellPicture:
    """`glyphs`: (rows, columns) of one character each. `ink`, `paper`: their colour and the one behind, (rows, columns, 3)
    uint8 sRGB, or (rows, columns) uint8 numbers of xterm's 256 colours; without `paper` the terminal's own shows."""

    glyphs: npt.NDArray[np.str_]
    ink: U8
    paper: U8 | None

    @property
    def cells(self) -> tuple[int, int]:
        """(columns, rows)."""
        rows, columns = self.glyphs.shape
        return columns, rows

    @property
    def size_bytes(self) -> int:
        """What it takes in memory."""
        return self.glyphs.nbytes + self.ink.nbytes + (0 if self.paper is None else self.paper.nbytes)

    def runs(self, row: int) -> Iterator[CellRun]:
        """The row from left to right."""
        glyphs, borders = self.glyphs[row].tolist(), self._borders(row)
        inks = _colours(self.ink[row, borders[:-1]])
        papers = [None] * len(inks) if self.paper is None else _colours(self.paper[row, borders[:-1]])
        for (start, stop), ink, paper in zip(pairwise(borders), inks, papers, strict=True):
            yield CellRun("".join(glyphs[start:stop]), ink, paper)

    def lines(self) -> list[str]:
        """Each row as text with its own colour sequences (ECMA-48 SGR 38 and 48), to be printed as it is."""
        return ["".join(_sgr(run) + run.text for run in self.runs(row)) + RESET for row in range(len(self.glyphs))]

    def _borders(self, row: int) -> list[int]:
        """Where a run begins, and where the last one ends."""
        columns = self.glyphs.shape[1]
        seen = [part[row].reshape(columns, -1) for part in (self.ink, self.paper) if part is not None]
        both = np.concatenate(seen, axis=1)
        changes = (both[1:] != both[:-1]).any(axis=1)
        return [0, *(np.flatnonzero(changes) + 1).tolist(), columns]


def _colours(colours: U8) -> list[Colour]:
    told: list[int] | list[list[int]] = colours.tolist()
    return [colour if isinstance(colour, int) else (colour[0], colour[1], colour[2]) for colour in told]


def _sgr(run: CellRun) -> str:
    return f"\x1b[38;{_named(run.ink)}m" if run.paper is None else f"\x1b[38;{_named(run.ink)};48;{_named(run.paper)}m"


def _named(colour: Colour) -> str:
    return f"5;{colour}" if isinstance(colour, int) else f"2;{colour[0]};{colour[1]};{colour[2]}"
