"""What all screens of one cull share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assist_cli.pictures.picture_key import Overlay
from assist_cli.render.bars import UNICODE, Glyphs
from assist_cli.screens.picture_layer import PictureLayer
from assist_cli.screens.picture_shelf import PictureShelf
from assist_cli.screens.said import Said
from assist_cli.screens.saving import Saving
from assist_cli.workflows.cull.counts import Counts
from assist_cli.workflows.cull.keymap import Keymap
from assist_cli.workflows.cull.session import CullSession
from assist_cli.workflows.progress import Progress

if TYPE_CHECKING:
    from assist_cli.workflows.cull.what_if import WhatIf


@dataclass(frozen=True, slots=True)
class Tally:
    """What the foot of the screen tells of all photos."""

    counts: Counts
    unsaved: int


@dataclass
class Desk:
    """The session, its pictures, and what was last said."""

    session: CullSession
    keymap: Keymap
    shelf: PictureShelf
    saving: Saving
    glyphs: Glyphs = UNICODE
    said: Said = field(default_factory=lambda: Said(""))
    overlay: Overlay | None = None
    is_zoomed: bool = False
    zoom_scale: float = 1.0
    """Photo pixels a point of the screen."""
    progress: Progress | None = None
    """Of scoring in the background; None where nothing is scored."""
    is_reading: bool = False
    """Whether sidecars are still being read: nobody knows yet what they lack."""
    layer: PictureLayer | None = None
    """Where the terminal draws pictures itself."""
    what_if: WhatIf | None = None
    """Once groups and decisions are made."""
    strictness: float | None = None
    """Of the advice that was taken with the slider; None: it is as it was made."""
    is_changing: bool = False
    """Whether another screen was asked for, and is not there yet."""
    typed_ahead: list[str] = field(default_factory=list)
    """Keys that were pressed meanwhile: the screen that comes gets them, in that order."""
    _tally: Tally | None = None

    def holds_back(self, key: str) -> bool:
        """Whether the key is kept for the screen that comes: typed fast, `\\unrated` must not mark photos."""
        if self.is_changing:
            self.typed_ahead.append(key)
        return self.is_changing

    def is_changed(self, take: Callable[[str], None]) -> None:
        """The screen is there, and takes what was typed."""
        self.is_changing = False
        waiting, self.typed_ahead = self.typed_ahead, []
        for key in waiting:
            take(key)

    def tally(self) -> Tally:
        """Counted once between two changes: of thousands of photos it takes longer than all else that a key does."""
        if self._tally is None:
            self._tally = Tally(self.session.counts(), len(self.session.unsaved()))
        return self._tally

    def count_again(self) -> None:
        """Something may have changed but the cursor."""
        self._tally = None
