"""Remembers up to which moment a folder's photos were dealt with, so that a restart finds what arrived meanwhile."""

from __future__ import annotations

from pathlib import Path


class Watermark:
    """The moment for one folder, kept in a file of `state_dir`."""

    def __init__(self, folder: Path, state_dir: Path) -> None:
        self._folder = folder
        self._state_dir = state_dir

    def read(self) -> int | None:
        """Nanoseconds since 1970: every photo whose ctime is earlier was dealt with; None where that is not known."""
        return None

    def write(self, before_ns: int) -> None:
        """Keeps a later moment; replaced atomically. Raises OSError where the disk refuses."""
