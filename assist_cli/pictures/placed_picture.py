"""A picture that is drawn by control sequences, at a place on the screen."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol, runtime_checkable

from assist_cli.pictures.cell_picture import CellPicture
from assist_cli.pictures.fit import Size


@runtime_checkable
class PlacedPicture(Protocol):
    """What `Placer` knows how to show. Columns and rows of the screen count from 0."""

    @property
    def cells(self) -> Size:
        """(columns, rows) that it covers."""

    @property
    def size_bytes(self) -> int:
        """What it takes in memory, and in the terminal's."""

    @property
    def printed(self) -> CellPicture | None:
        """Characters in whose place the terminal draws it: they are to be printed like any text, and `place` says nothing."""

    def upload(self, folder: Path | None) -> str:
        """Once, before it is placed; nothing where the terminal keeps no pictures. `folder`: where it reads files from."""

    def place(self, column: int, row: int) -> str:
        """Draw it; the cursor stays where it is."""

    def erase(self, column: int, row: int) -> str:
        """Take it off the screen; the terminal may keep it."""

    def discard(self) -> str:
        """Let the terminal forget it."""


def at(column: int, row: int, sequences: str) -> str:
    """Written with the cursor at a place, and then back where it was (DECSC, CUP, DECRC)."""
    return f"\x1b7\x1b[{row + 1};{column + 1}H{sequences}\x1b8"


def erased_cells(column: int, row: int, cells: Size) -> str:
    """Empty characters, which take off what was drawn in their place (ECMA-48, ECH)."""
    lines = (f"\x1b[{row + number + 1};{column + 1}H\x1b[0m\x1b[{cells[0]}X" for number in range(cells[1]))
    return f"\x1b7{''.join(lines)}\x1b8"
