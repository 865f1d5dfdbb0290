"""The pictures that the terminal draws itself, kept in step with what the widgets leave free for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from assist_cli.pictures.placed_picture import PlacedPicture
from assist_cli.pictures.placer import Placer
from assist_cli.pictures.protocol import Protocol
from assist_cli.pictures.terminal import Terminal
from assist_cli.screens.placement import Placement


class PictureLayer:
    """`write` sends sequences to the terminal, after what the widgets drew. `placer`: with what it keeps from before them.

    Only kitty's pictures lie over cells and must be taken off. Others are in cells, where the widgets draw anew: to erase them
    once more would take off what stands there now.
    """

    def __init__(self, terminal: Terminal, write: Callable[[str], None], placer: Placer | None = None) -> None:
        self._placer = placer or Placer(terminal)
        self._write = write
        self._lies_over_cells = terminal.protocol is Protocol.KITTY
        self._placed: dict[int, Placement] = {}

    def show(self, wanted: Iterable[Placement], repainted: Iterable[PlacedPicture] = ()) -> None:
        """These, and no others. `repainted`: in whose place cells were drawn, which erases pictures in some terminals."""
        now = {id(one.picture): one for one in wanted}
        erased = {id(picture) for picture in repainted}
        gone = [self._placer.remove(picture) for picture in self._placer.shown if id(picture) not in now]
        drawn = [
            self._placer.draw(one.picture, one.column, one.row)
            for key, one in now.items()
            if key in erased or self._placed.get(key) != one
        ]
        self._placed = now
        # The new one first: nothing flickers.
        self._send([*drawn, *(gone if self._lies_over_cells else [])])

    def clear(self) -> None:
        """None at all: another screen, or one of another size."""
        self._placed = {}
        taken_off = self._placer.clear()
        self._send([taken_off] if self._lies_over_cells else [])

    def close(self) -> None:
        """The terminal forgets them."""
        self._send([self._placer.close()])

    def _send(self, sequences: Iterable[str]) -> None:
        if text := "".join(sequences):
            self._write(text)
