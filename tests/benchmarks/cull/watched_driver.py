"""A driver without a terminal that notes when each photo's picture was written to it, as a draft and sharp."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

from textual import events
from textual.drivers.headless_driver import HeadlessDriver

from assist_cli.pictures.iterm2 import ItermPicture
from assist_cli.pictures.kitty import KittyPicture
from assist_cli.pictures.sixel import SixelPicture
from assist_cli.screens.loupe_screen import LoupeScreen
from assist_cli.screens.picture_shelf import Shown

PATIENCE_S = 60.0
NAMED = 4_000
"""Characters by which a sequence is recognised: its header, and colours or pixels that no other photo has."""
FULL_FRAME = 8_000
"""Characters: more than words alone take, and fewer than any picture of cells."""


class WatchedDriver(HeadlessDriver):
    """Textual renders for it as for any terminal."""

    def __init__(self, *args: Any, **keys: Any) -> None:
        super().__init__(*args, **keys)
        self.written = 0
        """Characters in all."""
        self.sharp: dict[Path, float] = {}
        self.draft: dict[Path, float] = {}
        self._changed = threading.Condition()
        self._last: Shown | None = None

    @property
    def is_headless(self) -> bool:
        """So that frames are rendered."""
        return False

    def press(self, key: str) -> float:
        """From any thread; returns when."""
        began = perf_counter()
        self.process_message(events.Key(key, key if len(key) == 1 else None))
        return began

    def write(self, data: str) -> None:
        """See `Driver`; in the event loop's thread."""
        self.written += len(data)
        screen = self._app.screen_stack[-1] if self._app.screen_stack else None
        shown = screen.picture.shown if isinstance(screen, LoupeScreen) else None
        if shown is None or shown is self._last or not _is_in(shown, data):
            return
        self._last = shown
        noted = self.draft if shown.prepared.is_draft else self.sharp
        with self._changed:
            noted[shown.prepared.key.path] = perf_counter()
            self._changed.notify_all()

    def forget(self) -> None:
        """What was noted until now."""
        with self._changed:
            self.sharp.clear()
            self.draft.clear()

    def wait_for(self, holds: Callable[[], bool]) -> None:
        """Until that is so, as pictures are written."""
        with self._changed:
            assert self._changed.wait_for(holds, PATIENCE_S), "the picture never came"


def _is_in(shown: Shown, data: str) -> bool:
    match shown.placed:
        case KittyPicture() as picture:
            return f"i={picture.number}," in data
        case ItermPicture() | SixelPicture() as picture:
            return picture.sequence[:NAMED] in data
        case _:
            return len(data) > FULL_FRAME
