"""Small photos side by side: the strip below the loupe, the grid, and the frames that are compared."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.filter import LineFilter, NoColor
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from assist_cli.pictures.picture_key import PictureKey
from assist_cli.screens.picture_shelf import PictureShelf, Shown
from assist_cli.screens.placement import Placement, middle_of
from assist_cli.screens.tile import Tile

CURRENT = "▌"
BELONGS = "│"
"""The left edges of the current photo and of its companions in a group: to be seen without colour."""


class TileWall(Widget, can_focus=False):
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
        self._pictures: dict[PictureKey, Shown] = {}

    def show(self, tiles: Sequence[Tile], columns: int, tile_cells: tuple[int, int]) -> None:
        """These, each in so many (columns, rows) of cells."""
        before = (self._tiles, self._columns, self._tile_cells)
        self._tiles, self._columns, self._tile_cells = tuple(tiles), max(1, columns), tile_cells
        self._look(changed=before != (self._tiles, self._columns, self._tile_cells))

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

    def shown_of(self, key: PictureKey) -> Shown | None:
        """Its picture, if it is ready."""
        return self._pictures.get(key)

    def shown(self, tile: Tile) -> Shown | None:
        """Its picture, if it is ready."""
        key = self.key_of(tile)
        return self._pictures.get(key) if key else None

    def picture_ready(self, key: PictureKey) -> None:
        """Some picture can be shown now."""
        if key in self.wanted():
            self._look()

    def get_line_filters(self) -> list[LineFilter]:
        """For NO_COLOR pictures are made in greys; captions come without colours then."""
        return [one for one in super().get_line_filters() if not isinstance(one, NoColor)]

    def render_line(self, y: int) -> Strip:
        """A row of every tile in that row."""
        width = self.size.width
        row, inside = divmod(y, max(1, self._tile_cells[1]))
        tiles = self._tiles[row * self._columns : (row + 1) * self._columns]
        return Strip.join([self._line(tile, inside) for tile in tiles]).adjust_cell_length(width)

    def on_click(self, event: events.Click) -> None:
        """Tells which tile was pointed at."""
        place = event.y // self._tile_cells[1] * self._columns + event.x // self._tile_cells[0]
        if 0 <= place < len(self._tiles):
            self.post_message(self.Clicked(self._tiles[place]))

    def placements(self) -> list[Placement]:
        """What the terminal is to draw here."""
        found = []
        for place, tile in enumerate(self._tiles):
            shown = self.shown(tile)
            if shown is not None and shown.placed is not None:
                row, column = divmod(place, self._columns)
                left, top = middle_of(self.picture_box, shown.placed.cells)
                x = self.region.x + column * self._tile_cells[0] + 1 + left
                found.append(Placement(shown.placed, x, self.region.y + row * self._tile_cells[1] + top))
        return found

    def _look(self, *, changed: bool = False) -> None:
        found = {key: shown for key in self.wanted() if (shown := self._shelf.get(key))}
        if changed or found != self._pictures:
            self._pictures = found
            self.repaints += 1
            self.refresh()

    def _line(self, tile: Tile, y: int) -> Strip:
        rows = self.picture_box[1]
        edge = CURRENT if tile.is_current else BELONGS if tile.belongs else " "
        style = Style(bold=True) if tile.is_current else Style(dim=True)
        body = self._picture_line(tile, y) if y < rows else self._caption_line(tile, y - max(0, rows))
        return Strip.join([Strip([Segment(edge, style)], 1), body, Strip.blank(1)])

    def _picture_line(self, tile: Tile, y: int) -> Strip:
        width, height = self.picture_box
        shown = self.shown(tile)
        if shown is not None and shown.placed is not None and not shown.lines:
            return Strip.blank(width)
        if shown is None or not shown.lines:
            words = "cannot be read" if shown and shown.prepared.trouble else "·"
            text = words[:width].center(width) if y == height // 2 else " " * width
            return Strip([Segment(text, Style(dim=True))], width)
        top = (height - len(shown.lines)) // 2
        if not 0 <= y - top < len(shown.lines):
            return Strip.blank(width)
        line = shown.lines[y - top]
        left = (width - line.cell_length) // 2
        return Strip.join([Strip.blank(left), line, Strip.blank(width - left - line.cell_length)])

    def _caption_line(self, tile: Tile, y: int) -> Strip:
        width = self.picture_box[0]
        if not 0 <= y < len(tile.captions):
            return Strip.blank(width)
        text = tile.captions[y].copy()
        text.truncate(width, overflow="ellipsis")
        text.pad_right(width - cell_len(text.plain))
        if tile.is_current and y == 0:
            text.stylize("reverse")
        return Strip(self._segments(text)).adjust_cell_length(width)

    def _segments(self, text: Text) -> list[Segment]:
        plain = self.app.no_color
        segments = text.render(self.app.console, end="")
        return [Segment(one.text, _without_colour(one.style) if plain else one.style) for one in segments]


def _without_colour(style: Style | None) -> Style | None:
    return None if style is None else style.without_color
