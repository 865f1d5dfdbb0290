"""One photo as large as its place on the screen allows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from rich.segment import Segment
from rich.style import Style
from textual.filter import LineFilter, NoColor
from textual.message import Message
from textual.strip import Strip

from assist_cli.pictures.picture_key import Overlay, PictureKey, Zoom
from assist_cli.render.line_fill import wrapped
from assist_cli.render.plain_text import printable, shortened_name
from assist_cli.screens.picture_shelf import PictureShelf, Shown
from assist_cli.screens.placement import Placement, middle_of
from assist_cli.screens.sentence import sentence
from assist_cli.screens.signs import TROUBLE_SIGN
from assist_cli.screens.written_strip import WrittenLines, beside, in_middle

PLAIN = Style()


class PictureView(WrittenLines, can_focus=False):
    """Shows what `show` was last told, once it is ready; until then the same photo plain, or its name. Never the photo before:
    marks would go astray.
    """

    DEFAULT_CSS = "PictureView { width: 1fr; height: 1fr; }"

    class Drawn(Message):
        """The first picture that is no draft, or why there is none, is on its way to the terminal."""

    def __init__(self, shelf: PictureShelf) -> None:
        super().__init__()
        self._shelf = shelf
        self._path: Path | None = None
        self._zoom: Zoom | None = None
        self._overlay: Overlay | None = None
        self._shown: Shown | None = None
        self._has_drawn = False

    @property
    def shown(self) -> Shown | None:
        """What is to be seen; None while it is being made."""
        return self._shown

    def key_for(self, path: Path) -> PictureKey | None:
        """What this photo is called here; None where there is no room."""
        columns, rows = self.size
        return PictureKey(path, (columns, rows)) if columns > 0 and rows > 0 else None

    @property
    def key(self) -> PictureKey | None:
        """What is wanted now."""
        whole = self.key_for(self._path) if self._path else None
        return replace(whole, zoom=self._zoom, overlay=self._overlay) if whole else None

    def show(self, path: Path, zoom: Zoom | None = None, overlay: Overlay | None = None) -> None:
        """This photo, now or as soon as it is ready."""
        self._path, self._zoom, self._overlay = path, zoom, overlay
        self._look()

    def picture_ready(self, key: PictureKey) -> bool:
        """Some picture can be shown now; says whether it is the one here."""
        is_ours = key == self.key
        if is_ours:
            self._look()
        return is_ours

    def on_resize(self) -> None:
        """A place of another size needs another picture."""
        self._look()

    def _look(self) -> None:
        key = self.key
        found = (self._shelf.get(key) or self._stand_in(key)) if key else None
        if found is None or found is not self._shown:
            self._shown = found
            self.refresh()

    def _stand_in(self, key: PictureKey) -> Shown | None:
        """The same photo until a closer look at it, or an overlay, is ready: where it was looked at, else whole."""
        if self._shown is not None and key.zoom and _same_but_zoom(self._shown.prepared.key, key):
            return self._shown
        return self._shelf.stored(replace(key, zoom=None, overlay=None)) if key.zoom or key.overlay else None

    def placements(self) -> list[Placement]:
        """What the terminal is to draw here."""
        placed = self._shown.placed if self._shown else None
        if placed is None:
            return []
        left, top = middle_of(self.size, placed.cells)
        return [Placement(placed, self.region.x + left, self.region.y + top)]

    def get_line_filters(self) -> list[LineFilter]:
        """For NO_COLOR pictures are made in greys; without these nothing would be left of them."""
        return [one for one in super().get_line_filters() if not isinstance(one, NoColor)]

    def render_line(self, y: int) -> Strip:
        """A row of the picture in the middle, or of the words that stand in its place."""
        self._tell_drawn()
        width, height = self.size
        lines = self._shown.lines if self._shown else ()
        if not lines and self._shown is not None and self._shown.placed is not None:
            return Strip.blank(width, PLAIN)
        if not lines:
            return _worded(self._words(width), y, width, height)
        top = (height - len(lines)) // 2
        if not 0 <= y - top < len(lines):
            return Strip.blank(width, PLAIN)
        return beside(in_middle(lines[y - top], width))

    def _tell_drawn(self) -> None:
        if not self._has_drawn and self._shown is not None and not self._shown.prepared.is_draft:
            self._has_drawn = True
            self.post_message(self.Drawn())

    def _words(self, width: int) -> list[str]:
        if self._path is None:
            return []
        name = shortened_name(printable(self._path.name), width)
        trouble = self._shown.prepared.trouble if self._shown else None
        if trouble is not None:
            told = [sentence(printable(words)) for words in (trouble.message, trouble.hint)]
            return [f"{TROUBLE_SIGN} {name}"[:width], "", *(row for words in told for row in wrapped(words, width))]
        return [name, "" if self._shelf.draws else "(pictures are off)"]


def _same_but_zoom(one: PictureKey, other: PictureKey) -> bool:
    return one.zoom is not None and replace(one, zoom=None) == replace(other, zoom=None)


def _worded(words: list[str], y: int, width: int, height: int) -> Strip:
    place = y - (height - len(words)) // 2
    text = words[place] if 0 <= place < len(words) else ""
    return Strip([Segment(text.center(width), Style(dim=True))]).adjust_cell_length(width)
