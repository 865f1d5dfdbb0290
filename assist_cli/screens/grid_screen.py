"""The grid: many photos at once; the same keys mark the current one."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult

from assist_cli.pictures.picture_key import PictureKey
from assist_cli.screens.cull_screen import CullScreen
from assist_cli.screens.desk import Desk
from assist_cli.screens.film_strip import photo_tile
from assist_cli.screens.status_lines import Hint
from assist_cli.screens.tile_wall import TileWall
from assist_cli.workflows.cull.actions import Action

TILES = ((120, (26, 10)), (60, (20, 8)), (0, (16, 6)))
"""From so many columns of the screen on, (columns, rows) of a tile; choices."""
AIRY_FROM = 6
"""Rows of a tile from which one below its caption stays empty: a caption is read as that of the picture above it."""


class GridScreen(CullScreen):
    """Scrolls by rows, so that the current photo is always seen."""

    HINTS: ClassVar[tuple[Hint, ...]] = (
        ((Action.LOUPE,), "loupe"),
        ((Action.PICK,), "pick"),
        ((Action.REJECT,), "reject"),
        ((Action.RATE_1, Action.RATE_5), "stars"),
        ((Action.UNDO,), "undo"),
        ((Action.FILTER,), "filter"),
        ((Action.SORT,), "sort"),
        ((Action.COMPARE,), "compare"),
        ((Action.QUIT,), "done"),
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.wall = TileWall(desk.shelf)
        self._top = 0

    def compose(self) -> ComposeResult:
        """The photos and the foot."""
        yield self.wall
        yield self.status

    def show_photos(self) -> None:
        """The rows around the current photo."""
        session, (width, height) = self.desk.session, self.wall.size
        if width < 1 or height < 1:
            return
        usual = next(cells for start, cells in TILES if width >= start)
        self.columns, rows = max(1, width // usual[0]), max(1, round(height / usual[1]))
        tile = (max(3, width // self.columns), max(1, height // rows))
        self.page = self.columns * rows
        row = session.cursor // self.columns
        self._top = max(min(self._top, row), row - rows + 1)
        start = self._top * self.columns
        group = {photo.path for photo in session.group_of(session.current.path)}
        photos = session.visible[start : start + self.columns * rows]
        tiles = [
            photo_tile(
                photo,
                tile[0] - 2,
                is_current=start + at == session.cursor,
                belongs=len(group) > 1 and photo.path in group,
            )
            for at, photo in enumerate(photos)
        ]
        if tile[1] >= AIRY_FROM:
            tiles = [replace(one, captions=(*one.captions, Text())) for one in tiles]
        self.wall.show(tiles, self.columns, tile)

    def keys_wanted(self) -> list[PictureKey]:
        """What is seen, then the pages before and after."""
        session, keys = self.desk.session, self.wall.wanted()
        start = self._top * self.columns
        around = [
            *session.visible[start + self.page : start + 2 * self.page],
            *session.visible[max(0, start - self.page) : start],
        ]
        box = self.wall.picture_box
        return keys + ([PictureKey(photo.picture, box) for photo in around] if min(box) >= 1 else [])
