"""What the file system tells while photos arrive, as our news; the only file that knows watchdog."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.watch.news import FileNews

POLL_S = 1.0
"""A choice: the pause between two looks at a folder that brings no events."""


@dataclass(frozen=True, slots=True)
class Unwatchable:
    """A folder of which no native events can be had, and why, in plain words: it must be polled."""

    folder: Path
    reason: str


class FolderEvents:
    """Hears what happens to photos under some folders, to the bottom, and tells it to `heard`.

    `heard` is called in other threads, must not block and must only enqueue. Watched folders that vanish are waited for:
    call `tend` about every second.
    """

    def __init__(
        self, folders: Sequence[Path], heard: Callable[[FileNews], None], *, poll: bool, poll_s: float = POLL_S
    ) -> None:
        self._folders = tuple(folders)
        self._heard = heard
        self._poll = poll
        self._poll_s = poll_s

    def start(self) -> tuple[Unwatchable, ...]:
        """From now on news come. Returns the folders of which none will."""
        return ()

    def tend(self) -> None:
        """Tells which watched folders vanished or came back since the last call, and watches those again."""

    def stop(self) -> None:
        """No news come after this; may be called twice."""
