"""Small photos side by side: the strip below the loupe, the grid, and the frames that are compared."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.filter import LineFilter, NoColor
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from assist_cli.pictures.picture_key import PictureKey
from assist_cli.screens.picture_shelf import PictureShelf, Shown
from assist_cli.screens.placement import Placement, middle_of
from assist_cli.screens.signs import TROUBLE_SIGN
from assist_cli.screens.tile import Tile
from assist_cli.screens.written_strip import WrittenLines, beside, in_middle

UNREAD = "cannot be read"
CURRENT = "▌"
BOLD, DIM = Style(bold=True), Style(dim=True)
BELONGS = "│"
"""The left edges of the current photo and of its companions in a group: to be seen without colour."""


class TileWall(WrittenLines, can_focus=False):
    """Rows of `columns` tiles. Each is a column for its edge, the picture, and lines for its captions."""

    DEFAULT_CSS = "TileWall { width: 1fr; height: 1fr; }"

    class Clicked(Message):
        """A person pointed at a tile."""

        def __init__(self, tile: Tile) -> None:
            super().__init__()
            self.tile = tile

    def __init__(self, shelf: PictureShelf) -> None:
        super().__init__()
        self._shelf = shelf
        self._tiles: Sequence[Tile] = ()
        self._columns = 1
        self._tile_cells = (1, 1)
        self.repaints = 0
        """How often it was drawn anew."""
        self.has_pictures = True
        """Whether any are asked for; without, captions alone are shown."""
        self._pictures: list[Shown | None] = []
        """Of each tile, once it is ready."""

    def show(self, tiles: Sequence[Tile], columns: int, tile_cells: tuple[int, int]) -> None:
        """These, each in so many (columns, rows) of cells."""
        before, shape = self._tiles, self._shape()
        self._tiles, self._columns, self._tile_cells = tuple(tiles), max(1, columns), tile_cells
        if shape != self._shape():
            self.repaints += 1
            self.refresh()
        else:
            self._refresh_captions(before)
        self._look()

    @property
    def picture_box(self) -> tuple[int, int]:
        """(columns, rows) that a picture has; without rows there is none."""
        captions = max((len(tile.captions) for tile in self._tiles), default=1)
        return self._tile_cells[0] - 2, self._tile_cells[1] - captions

    def wanted(self) -> list[PictureKey]:
        """The pictures that are shown, the current one first."""
        in_order = sorted(self._tiles, key=lambda tile: not tile.is_current)
        return [key for tile in in_order if (key := self.key_of(tile))]

    def key_of(self, tile: Tile) -> PictureKey | None:
        """What its picture is called."""
        box = self.picture_box
        return PictureKey(tile.path, box, tile.zoom) if min(box) >= 1 else None

    def shown_of(self, path: Path) -> Shown | None:
        """The picture of this photo, if it is ready."""
        return next((shown for shown in self._pictures if shown and shown.prepared.key.path == path), None)

    def picture_ready(self, key: PictureKey) -> bool:
        """Some picture can be shown now; says whether it is one of those here."""
        places = [place for place, tile in enumerate(self._tiles) if tile.path == key.path and self.key_of(tile) == key]
        for place in places:
            self._take(place, self._ready(self._tiles[place]))
        return bool(places)

    def get_line_filters(self) -> list[LineFilter]:
        """For NO_COLOR pictures are made in greys; captions come without colours then."""
        return [one for one in super().get_line_filters() if not isinstance(one, NoColor)]

    def render_line(self, y: int) -> Strip:
        """A row of every tile in that row."""
        width = self.size.width
        row, inside = divmod(y, max(1, self._tile_cells[1]))
        places = range(row * self._columns, min((row + 1) * self._columns, len(self._tiles)))
        parts = [part for place in places for part in self._line(place, inside)]
        missing = max(0, width - sum(part.cell_length for part in parts))
        return beside([*parts, Strip.blank(missing)]).crop(0, width)

    def on_click(self, event: events.Click) -> None:
        """Tells which tile was pointed at."""
        place = event.y // self._tile_cells[1] * self._columns + event.x // self._tile_cells[0]
        if 0 <= place < len(self._tiles):
            self.post_message(self.Clicked(self._tiles[place]))

    def placements(self) -> list[Placement]:
        """What the terminal is to draw here."""
        found = []
        for place, shown in enumerate(self._pictures):
            if shown is not None and shown.placed is not None:
                region = self._picture_region(place)
                left, top = middle_of(self.picture_box, shown.placed.cells)
                column, row = self.region.x + region.x + left, self.region.y + region.y + top
                found.append(Placement(shown.placed, column, row))
        return found

    def _shape(self) -> tuple[int, int, tuple[int, int], tuple[int, int]]:
        return len(self._tiles), self._columns, self._tile_cells, self.picture_box

    def _look(self) -> None:
        kept = self._pictures[: len(self._tiles)]
        self._pictures = kept + [None] * (len(self._tiles) - len(kept))
        for place, tile in enumerate(self._tiles):
            self._take(place, self._ready(tile))

    def _take(self, place: int, shown: Shown | None) -> None:
        if self._pictures[place] is not shown:
            self._pictures[place] = shown
            self.refresh(self._picture_region(place))

    def _ready(self, tile: Tile) -> Shown | None:
        key = self.key_of(tile)
        return self._shelf.get(key) if key and self.has_pictures else None

    def _refresh_captions(self, before: Sequence[Tile]) -> None:
        """Not the pictures: in some terminals that would erase them."""
        rows = max(0, self.picture_box[1])
        for place, (old, new) in enumerate(zip(before, self._tiles, strict=True)):
            if old != new:
                region = self._picture_region(place)
                self.refresh(
                    Region(region.x - 1, region.y, 1, self._tile_cells[1]),
                    Region(region.x, region.y + rows, region.width, self._tile_cells[1] - rows),
                )

    def _picture_region(self, place: int) -> Region:
        row, column = divmod(place, self._columns)
        width, height = self.picture_box
        return Region(column * self._tile_cells[0] + 1, row * self._tile_cells[1], max(0, width), max(0, height))

    def _line(self, place: int, y: int) -> Sequence[Strip]:
        tile = self._tiles[place]
        rows = self.picture_box[1]
        edge = CURRENT if tile.is_current else BELONGS if tile.belongs else " "
        style = BOLD if tile.is_current else DIM
        body = self._picture_line(place, y) if y < rows else [self._caption_line(tile, y - max(0, rows))]
        return [_edge(edge, style), *body, Strip.blank(1)]

    def _picture_line(self, place: int, y: int) -> Sequence[Strip]:
        width, height = self.picture_box
        shown = self._pictures[place] if place < len(self._pictures) else None
        if shown is not None and shown.placed is not None and not shown.lines:
            return [Strip.blank(width)]
        if shown is None or not shown.lines:
            words = "·"
            if shown and shown.prepared.trouble:
                words = UNREAD if len(UNREAD) <= width else TROUBLE_SIGN
            text = words.center(width) if y == height // 2 else " " * width
            return [Strip([Segment(text, Style(dim=True))], width)]
        top = (height - len(shown.lines)) // 2
        if not 0 <= y - top < len(shown.lines):
            return [Strip.blank(width)]
        return in_middle(shown.lines[y - top], width)

    def _caption_line(self, tile: Tile, y: int) -> Strip:
        width = self.picture_box[0]
        if not 0 <= y < len(tile.captions):
            return Strip.blank(width)
        text = tile.captions[y].copy()
        text.truncate(width, overflow="ellipsis")
        text.pad_left((width - cell_len(text.plain)) // 2)
        return Strip(self._segments(text)).adjust_cell_length(width)

    def _segments(self, text: Text) -> list[Segment]:
        plain = self.app.no_color
        segments = text.render(self.app.console, end="")
        return [Segment(one.text, _without_colour(one.style) if plain else one.style) for one in segments]


@cache  # three edges, of two styles
def _edge(sign: str, style: Style) -> Strip:
    return Strip([Segment(sign, style)], 1)


def _without_colour(style: Style | None) -> Style | None:
    return None if style is None else style.without_color
