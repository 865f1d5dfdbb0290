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
RGB_AXES = 3
"""Of colours that are not numbers: rows, columns, channels."""


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
        return [self._line(row) for row in range(len(self.glyphs))]

    def _line(self, row: int) -> str:
        """All runs in one go: of thousands, one after the other takes eight times as long."""
        text, borders = "".join(self.glyphs[row].tolist()), self._borders(row)
        parts = [
            part[row, borders[:-1]].reshape(len(borders) - 1, -1) for part in (self.ink, self.paper) if part is not None
        ]
        colours = np.concatenate(parts, axis=1)
        written = np.empty((len(colours), colours.shape[1] + 1), object)
        written[:, :-1] = colours
        written[:, -1] = [text[start:stop] for start, stop in pairwise(borders)]
        kind = "2;%d;%d;%d" if self.ink.ndim == RGB_AXES else "5;%d"
        codes = f"38;{kind}" if self.paper is None else f"38;{kind};48;{kind}"
        return f"\x1b[{codes}m%s" * len(colours) % tuple(written.ravel().tolist()) + RESET

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
