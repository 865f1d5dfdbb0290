"""Decides when a file that was written is ready to be read: closed and whole, or quiet for long enough."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from index.photo.whole_file.wholeness import Whole, Wholeness
from index.watch.file_look import FileLook
from index.watch.news import FileNews, NewsKind

QUIET_S = 0.5
"""A choice: a copy that pauses longer between two writes, and is whole by its structure all the same, is read twice."""
PATIENCE_S = 10.0
"""A choice: a network that stalls longer has its half photo told as truncated, until more comes."""


@dataclass(frozen=True, slots=True)
class SettledFile:
    """A file to be read now. `since_s`: the clock when it was last seen to change."""

    path: Path
    look: FileLook
    wholeness: Wholeness
    since_s: float


@dataclass(slots=True)
class _Pending:
    changed_s: float
    due_s: float
    closed: bool = False
    look: FileLook | None = None


class SettlingFiles:
    """The files that are being written. Knows no thread and never sleeps: the clock, in seconds, comes with each call.

    `look` tells how a file looks now (None: it is not there; it may raise OSError), `how_whole` whether its structure is
    complete. `quiet_s` is how long a file that nobody closed must look the same; under polling, two polls.
    """

    def __init__(
        self,
        look: Callable[[Path], FileLook | None],
        how_whole: Callable[[Path], Wholeness],
        quiet_s: float = QUIET_S,
        patience_s: float = PATIENCE_S,
    ) -> None:
        self._look = look
        self._how_whole = how_whole
        self._quiet_s = quiet_s
        self._patience_s = patience_s
        self._pending: dict[Path, _Pending] = {}

    def __len__(self) -> int:
        return len(self._pending)

    def __contains__(self, path: Path) -> bool:
        """Whether the file is still being written, as far as anybody knows."""
        return path in self._pending

    def hear(self, news: FileNews, now_s: float) -> None:
        """Takes in news of one file; those of folders are for others, but for FOLDER_GONE."""
        match news.kind:
            case NewsKind.WRITTEN:
                self._expect(news.path, now_s, closed=False)
            case NewsKind.CLOSED | NewsKind.MOVED_HERE:
                self._expect(news.path, now_s, closed=True)
            case NewsKind.GONE:
                self._pending.pop(news.path, None)
            case NewsKind.FOLDER_GONE:
                for path in [path for path in self._pending if news.path in path.parents]:
                    del self._pending[path]
            case _:
                pass

    def due_at(self) -> float | None:
        """When `ready` has something to look at next; None while nothing is pending."""
        return min((pending.due_s for pending in self._pending.values()), default=None)

    def ready(self, now_s: float, at_most: int | None = None) -> list[SettledFile]:
        """Those that are to be read now, at most so many; they are no longer pending."""
        settled: list[SettledFile] = []
        for path in sorted((p for p, one in self._pending.items() if one.due_s <= now_s), key=self._due):
            if at_most is not None and len(settled) >= at_most:
                break
            file = self._looked_at(path, self._pending[path], now_s)
            if file is not None:
                del self._pending[path]
                settled.append(file)
        return settled

    def _due(self, path: Path) -> float:
        return self._pending[path].due_s

    def _expect(self, path: Path, now_s: float, *, closed: bool) -> None:
        pending = self._pending.setdefault(path, _Pending(now_s, now_s))
        pending.changed_s = now_s
        pending.closed = closed
        pending.due_s = now_s if closed else now_s + self._quiet_s

    def _looked_at(self, path: Path, pending: _Pending, now_s: float) -> SettledFile | None:
        look = self._look(path)
        if look is None:
            del self._pending[path]
            return None
        if look != pending.look and pending.look is not None:
            pending.changed_s = now_s
        pending.look = look
        quiet_s = now_s - pending.changed_s
        if not pending.closed and quiet_s < self._quiet_s:
            pending.due_s = pending.changed_s + self._quiet_s
            return None
        wholeness = self._how_whole(path)
        if self._look(path) == look and (isinstance(wholeness, Whole) or quiet_s >= self._patience_s):
            return SettledFile(path, look, wholeness, pending.changed_s)
        pending.due_s = now_s + self._quiet_s
        return None
