"""One watch a folder: a lock that a killed holder gives up by itself."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class LockHolder:
    """Who watches already: process number, which folder, since when (seconds since 1970)."""

    pid: int
    folder: Path
    since_s: float


class FolderLock:
    """The right to watch `folder`, kept in a file of `state_dir` named by a hash of the folder's real path."""

    def __init__(self, folder: Path, state_dir: Path) -> None:
        self._folder = folder
        self._state_dir = state_dir

    def take(self) -> LockHolder | None:
        """None where the right is ours now; else who has it, for this folder, one above it, or one inside it."""
        return None

    def release(self) -> None:
        """Gives it up; may be called twice."""
