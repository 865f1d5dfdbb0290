"""The first photo is on the terminal before the screens are imported, in the place where the loupe then shows it."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from types import TracebackType
from typing import TYPE_CHECKING, Self

from assist_cli.pictures.cell_picture import CellPicture
from assist_cli.pictures.placed_picture import PlacedPicture
from assist_cli.pictures.placer import Placer
from assist_cli.pictures.protocol import Protocol
from assist_cli.screens.loupe_layout import loupe_layout, picture_box
from assist_cli.screens.placement import middle_of
from assist_cli.screens.screen_size import screen_size

if TYPE_CHECKING:
    from assist_cli.pictures.drawing import Drawing
    from assist_cli.pictures.prepared import Prepared
    from assist_cli.pictures.terminal import Terminal

ENTER, LEAVE = "\x1b[?1049h", "\x1b[?1049l"
"""The alternate screen, cleared (xterm, private mode 1049)."""
HIDE_CURSOR, SHOW_CURSOR = "\x1b[?25l", "\x1b[?25h"
"""DEC private mode 25."""
WAIT_S = 0.3
"""Decoding 24 megapixels takes .06 to .1 s, and more while modules are imported beside it, which hold Python's lock. From a
slow disk it may take longer, and the screens come first: a choice."""


class FirstGlimpse:
    """Shows what becomes ready until the screens take over; left before that, the terminal is as it was.

    `write` sends sequences to the terminal; `screen`: its (columns, rows). `placer` knows what the terminal keeps, and is the
    screens' own afterwards.
    """

    def __init__(self, placer: Placer, screen: tuple[int, int], write: Callable[[str], None]) -> None:
        self.placer = placer
        self._screen, self._write = screen, write
        self._lock, self._told = threading.Lock(), threading.Event()
        self._is_over, self._has_entered = False, False

    def show(self, prepared: Prepared) -> None:
        """Called on the threads that make pictures."""
        with self._lock:
            if prepared.drawing is not None and not self._is_over:
                entering = "" if self._has_entered else ENTER + HIDE_CURSOR
                self._has_entered = True
                self._write(entering + self._drawn(prepared.drawing))
        self._told.set()

    def wait(self) -> None:
        """Until a picture was shown, or there is none; not for long."""
        self._told.wait(WAIT_S)

    def hand_over(self) -> bool:
        """Nothing more is shown; says whether the terminal is on the alternate screen already."""
        with self._lock:
            self._is_over = True
            return self._has_entered

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._lock:
            was_over, self._is_over = self._is_over, True
        if self._has_entered and not was_over:
            self._write(self.placer.close() + SHOW_CURSOR + LEAVE)

    def _drawn(self, drawing: Drawing) -> str:
        left, top = middle_of(picture_box(*self._screen), drawing.cells)
        top += loupe_layout(*self._screen).headline
        cells = drawing.printed if isinstance(drawing, PlacedPicture) else drawing
        lines = cells.lines() if isinstance(cells, CellPicture) else []
        printed = "".join(f"\x1b[{top + row + 1};{left + 1}H{line}" for row, line in enumerate(lines))
        draft = "".join(self.placer.remove(one) for one in self.placer.shown if one is not drawing)
        return draft + self.placer.draw(drawing, left, top) + printed


def first_glimpse(terminal: Terminal) -> AbstractContextManager[FirstGlimpse | None]:
    """For this terminal; none where it is to show no pictures, where nothing can be written to it, and on Windows, whose
    driver nobody tried with it."""
    is_seen = sys.__stderr__ is not None and sys.__stderr__.isatty()
    if terminal.protocol is Protocol.NONE or not is_seen or os.name == "nt":
        return nullcontext()
    return FirstGlimpse(Placer(terminal), screen_size(), _write)


def _write(sequences: str) -> None:
    """Where Textual writes too, later."""
    if sys.__stderr__ is not None:
        sys.__stderr__.write(sequences)
        sys.__stderr__.flush()
