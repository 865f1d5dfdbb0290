"""Puts prepared pictures on the screen and takes them off, and knows what the terminal keeps."""

from __future__ import annotations

import shutil
import tempfile
from collections import OrderedDict
from pathlib import Path

from assist_cli.pictures.ask_terminal import picture_folder
from assist_cli.pictures.drawing import Drawing
from assist_cli.pictures.kitty import FILE_NAME
from assist_cli.pictures.placed_picture import PlacedPicture
from assist_cli.pictures.terminal import Terminal

KEPT_BYTES = 100_000_000
"""In the terminal, which lets go of what it likes beyond 320 MB (kitty's graphics protocol, storage quotas), and in our own memory
too: as much as is prepared ahead, and so mostly the same pictures."""


class Placer:
    """Returns what to write to the terminal, and writes nothing itself. Of one thread only.

    Pictures of characters need none of this: they are printed.
    """

    def __init__(self, terminal: Terminal) -> None:
        self._reads_files = terminal.reads_files
        self._folder: Path | None = None
        self._kept: OrderedDict[int, PlacedPicture] = OrderedDict()
        self._shown: dict[int, tuple[PlacedPicture, int, int]] = {}

    @property
    def shown(self) -> list[PlacedPicture]:
        """What is on the screen."""
        return [picture for picture, _, _ in self._shown.values()]

    def draw(self, drawing: Drawing, column: int, row: int) -> str:
        """Sequences that show it with its upper left corner there, counted from 0."""
        if not isinstance(drawing, PlacedPicture):
            return ""
        sent = "" if id(drawing) in self._kept else drawing.upload(self._readable_folder())
        self._kept[id(drawing)] = drawing
        self._kept.move_to_end(id(drawing))
        self._shown[id(drawing)] = (drawing, column, row)
        return sent + drawing.place(column, row) + self._let_go()

    def remove(self, drawing: Drawing) -> str:
        """Sequences that take it off the screen; nothing where it is not shown."""
        shown = self._shown.pop(id(drawing), None)
        return shown[0].erase(*shown[1:]) if shown else ""

    def clear(self) -> str:
        """Sequences that take all pictures off."""
        erased = "".join(picture.erase(column, row) for picture, column, row in self._shown.values())
        self._shown.clear()
        return erased

    def close(self) -> str:
        """Sequences that take all off and let the terminal forget them; files that it did not take are deleted."""
        gone = self.clear() + "".join(picture.discard() for picture in self._kept.values())
        self._kept.clear()
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None
        return gone

    def _let_go(self) -> str:
        """What was not shown for longest goes, until the rest is small enough."""
        gone = ""
        held = sum(picture.size_bytes for picture in self._kept.values())
        for key in [key for key in self._kept if key not in self._shown]:
            if held <= KEPT_BYTES:
                break
            picture = self._kept.pop(key)
            held -= picture.size_bytes
            gone += picture.discard()
        return gone

    def _readable_folder(self) -> Path | None:
        if self._reads_files and self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix=f"{FILE_NAME}-", dir=picture_folder()))
        return self._folder
