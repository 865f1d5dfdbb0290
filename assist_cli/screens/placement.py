"""Where on the screen a picture is to be that the terminal itself draws."""

from __future__ import annotations

from dataclasses import dataclass

from assist_cli.pictures.placed_picture import PlacedPicture


@dataclass(frozen=True, slots=True)
class Placement:
    """`column`, `row`: of its upper left corner, from 0."""

    picture: PlacedPicture
    column: int
    row: int


def middle_of(room: tuple[int, int], cells: tuple[int, int]) -> tuple[int, int]:
    """(columns, rows) left of and above a picture of so many cells in the middle of a room."""
    return max(0, (room[0] - cells[0]) // 2), max(0, (room[1] - cells[1]) // 2)
