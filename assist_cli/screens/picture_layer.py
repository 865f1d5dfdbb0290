"""The pictures that the terminal draws itself, kept in step with what the widgets leave free for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from assist_cli.pictures.placed_picture import PlacedPicture
from assist_cli.pictures.placer import Placer
from assist_cli.pictures.terminal import Terminal
from assist_cli.screens.placement import Placement


class PictureLayer:
    """`write` sends sequences to the terminal, after what the widgets drew."""

    def __init__(self, terminal: Terminal, write: Callable[[str], None]) -> None:
        self._placer = Placer(terminal)
        self._write = write
        self._placed: dict[int, Placement] = {}

    def show(self, wanted: Iterable[Placement], repainted: Iterable[PlacedPicture] = ()) -> None:
        """These, and no others. `repainted`: in whose place cells were drawn, which erases pictures in some terminals."""
        now = {id(one.picture): one for one in wanted}
        erased = {id(picture) for picture in repainted}
        sequences = [self._placer.remove(one.picture) for key, one in self._placed.items() if now.get(key) != one]
        sequences += [
            self._placer.draw(one.picture, one.column, one.row)
            for key, one in now.items()
            if key in erased or self._placed.get(key) != one
        ]
        self._placed = now
        self._send(sequences)

    def clear(self) -> None:
        """None at all: another screen, or one of another size."""
        self._placed = {}
        self._send([self._placer.clear()])

    def close(self) -> None:
        """The terminal forgets them."""
        self._send([self._placer.close()])

    def _send(self, sequences: Iterable[str]) -> None:
        if text := "".join(sequences):
            self._write(text)
