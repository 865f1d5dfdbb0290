"""A small picture of the last photo in block characters; made only where that costs nobody a wait."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.segment import Segment

from assist_cli.pictures.cell_picture import CellPicture
from assist_cli.pictures.fit import Size, fit_in_cells
from assist_cli.pictures.half_blocks import half_blocks
from assist_cli.pictures.protocol import Colours
from assist_cli.pictures.terminal import USUAL_CELL_PX
from assist_cli.render.cell_style import style_of
from index.photo.errors import UnreadablePhoto
from index.photo.pixels import U8
from index.photo.read_small import read_small
from index.photo.thumbnail import read_thumbnail

PictureRow = tuple[Segment, ...]
"""A row of cells, ready for the terminal."""
EDGE_PX = 160
"""As long as a camera's own thumbnail, and more than the cells can show."""


def colours_of(console: Console) -> Colours | None:
    """The colours that pictures can have there; None: they would be noise."""
    return (
        None
        if console.no_color
        else {"truecolor": Colours.TRUE, "256": Colours.PALETTE}.get(console.color_system or "")
    )


class LastPicture:
    """Keeps the pixels of one photo, and its drawing for one size."""

    def __init__(self, colours: Colours | None) -> None:
        self._colours = colours
        self._path: Path | None = None
        self._rgb: U8 | None = None
        self._tried_hard = False
        self._drawn: tuple[Size, tuple[PictureRow, ...]] | None = None

    def look(self, path: Path, *, is_idle: bool) -> None:
        """Takes the camera's own thumbnail, in a few milliseconds; without one the photo is decoded, but only while nothing
        else waits. What cannot be read has no picture.
        """
        if self._colours is None:
            return
        if path != self._path:
            self._path, self._drawn, self._tried_hard = path, None, False
            self._rgb = read_thumbnail(path)
        if self._rgb is None and is_idle and not self._tried_hard:
            self._tried_hard = True
            small = read_small(path, EDGE_PX)
            self._rgb = None if isinstance(small, UnreadablePhoto) else small

    def shows(self, path: Path) -> bool:
        """Whether there is a picture of this photo."""
        return self._rgb is not None and path == self._path

    def rows(self, path: Path, box: Size) -> tuple[PictureRow, ...]:
        """As large as fits into `box` (columns, rows), drawn once; nothing where there is none of this photo."""
        if self._rgb is None or self._colours is None or path != self._path or min(box) < 1:
            return ()
        if self._drawn is None or self._drawn[0] != box:
            photo_px = (self._rgb.shape[1], self._rgb.shape[0])
            picture = half_blocks(self._rgb, fit_in_cells(photo_px, box, USUAL_CELL_PX), self._colours)
            self._drawn = box, tuple(_row(picture, row) for row in range(picture.cells[1]))
        return self._drawn[1]


def _row(picture: CellPicture, row: int) -> PictureRow:
    return tuple(Segment(run.text, style_of(run.ink, run.paper)) for run in picture.runs(row))
