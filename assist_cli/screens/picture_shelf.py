"""Pictures that are ready to be shown, with their lines; whoever wants one that is not ready hears of it later."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from textual.strip import Strip

from assist_cli.pictures.byte_cache import ByteCache
from assist_cli.pictures.cell_picture import CellPicture
from assist_cli.pictures.picture_key import PictureKey
from assist_cli.pictures.placed_picture import PlacedPicture
from assist_cli.pictures.prepared import Prepared
from assist_cli.pictures.protocol import Protocol
from assist_cli.screens.first_picture import BegunPictures
from assist_cli.screens.picture_strips import strips_of

LINES_BYTES = 60_000_000
"""Kitty's pictures around the one that is shown, and hundreds of half-blocks."""
CELL_BYTES = 100
"""Of one cell's colours and character as they are written: about 45 characters of two bytes each."""


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """A picture and its lines; none where the photo cannot be read. Made anew, it is another one, even of the same photo."""

    prepared: Prepared
    lines: tuple[Strip, ...]

    @property
    def placed(self) -> PlacedPicture | None:
        """What the terminal is to draw, or to be sent, itself."""
        drawing = self.prepared.drawing
        return drawing if isinstance(drawing, PlacedPicture) else None

    @property
    def size_bytes(self) -> int:
        """What the lines take, and the picture, which may have nobody else any more."""
        drawing = self.prepared.drawing
        return CELL_BYTES * (1 + sum(line.cell_length for line in self.lines)) + (drawing.size_bytes if drawing else 0)


class PictureShelf:
    """Used in the thread of the screen. `notify` is called with what became ready, in another."""

    def __init__(self, pictures: BegunPictures, notify: Callable[[PictureKey], None]) -> None:
        self._notify = notify
        self._lines: ByteCache[PictureKey, Shown] = ByteCache(LINES_BYTES, lambda shown: shown.size_bytes)
        self.terminal, self._maker = pictures.terminal, pictures.maker
        pictures.announcement.listeners.append(self._ready)

    @property
    def draws(self) -> bool:
        """Whether this terminal is to show pictures at all."""
        return self.terminal.protocol is not Protocol.NONE

    def get(self, key: PictureKey) -> Shown | None:
        """The picture, if it is ready; otherwise `notify` tells when."""
        prepared = self._maker.get(key) if self._maker else None
        if prepared is None:
            return None
        shown = self._lines.get(key)
        if shown is None or shown.prepared is not prepared:
            shown = _laid_out(prepared)
            self._lines.put(key, shown)
        return shown

    def stored(self, key: PictureKey) -> Shown | None:
        """What was last shown of it, if that is still there; nothing is made."""
        return self._lines.get(key)

    def want(self, keys: Sequence[PictureKey]) -> None:
        """What is shown, then what may be next; replaces what was wanted before."""
        if self._maker:
            self._maker.want(keys)

    def forget(self, path: Path) -> None:
        """The photo, or what is said of it, is another now."""
        if self._maker:
            self._maker.forget(path)

    def close(self) -> None:
        """Make no more."""
        if self._maker:
            self._maker.close()

    def _ready(self, prepared: Prepared) -> None:
        if prepared.is_draft:
            self._lines.put_new(prepared.key, _laid_out(prepared))  # the sharp picture may be there by now
        else:
            self._lines.put(prepared.key, _laid_out(prepared))
        self._notify(prepared.key)


def _laid_out(prepared: Prepared) -> Shown:
    drawing = prepared.drawing
    cells = drawing.printed if isinstance(drawing, PlacedPicture) else drawing
    return Shown(prepared, strips_of(cells) if isinstance(cells, CellPicture) else ())
