"""What happened to a file or a folder that is watched."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class NewsKind(StrEnum):
    """All are hints: what lies at the path now is for the disk to say."""

    WRITTEN = "written"
    """It was made, or bytes came: more may follow."""
    CLOSED = "closed"
    """Whoever wrote to it has closed it."""
    MOVED_HERE = "moved_here"
    """It has this name now, all at once; `moved_from` says which it had, where that was watched too."""
    GONE = "gone"
    """No file has this name any more."""
    FOLDER_GONE = "folder_gone"
    """A folder, and all under it, is not there any more; where it is a watched one, it is waited for."""
    FOLDER_BACK = "folder_back"
    """A watched folder that was gone is there again, with who knows what in it: list it."""
    LOOK_AGAIN = "look_again"
    """What happened under this folder was not told in full: list it."""


@dataclass(frozen=True, slots=True)
class FileNews:
    """One piece of news. `at_s`: when it was heard, in seconds of `time.monotonic`."""

    kind: NewsKind
    path: Path
    at_s: float
    moved_from: Path | None = None
