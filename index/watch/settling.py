"""Decides when a file that was written is ready to be read: closed and whole, or quiet for long enough."""

from __future__ import annotations

import heapq
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from index.photo.file_bytes import os_trouble
from index.photo.whole_file.wholeness import Unknown, Whole, Wholeness
from index.watch.file_look import FileLook
from index.watch.news import FileNews, NewsKind

QUIET_S = 0.5
"""A choice: a copy that pauses longer between two writes, and is whole by its structure all the same, is read twice."""
PATIENCE_S = 10.0
"""A choice: a network that stalls longer has its half photo told as truncated, until more comes."""


@dataclass(frozen=True, slots=True)
class SettledFile:
    """A file to be read now. `look`: None where the system would not tell it for as long as we had patience; `since_s`: the clock
    when it was last heard or seen to change.
    """

    path: Path
    look: FileLook | None
    wholeness: Wholeness
    since_s: float


@dataclass(slots=True)
class _Pending:
    changed_s: float
    due_s: float
    is_closed: bool = False
    look: FileLook | None = None


class SettlingFiles:
    """The files that are being written. Knows no thread and never sleeps: the clock, in seconds, comes with each call.

    `look` tells how a file looks now (None: it is not there; it may raise OSError), `how_whole` whether its structure is
    complete. `quiet_s` is how long a file that nobody closed must look the same; under polling, two polls. A file that stays not
    whole, or whose structure does not tell, is given out when it looked the same for `patience_s`.
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
        self._queue: list[tuple[float, Path]] = []
        """By time; what is not the due time of its path any more is passed over."""

    def __len__(self) -> int:
        return len(self._pending)

    def __contains__(self, path: Path) -> bool:
        """Whether the file is still being written, as far as anybody knows."""
        return path in self._pending

    def hear(self, news: FileNews, now_s: float) -> None:
        """Takes in news of a file, or that a folder is gone; LOOK_AGAIN and FOLDER_BACK are for whoever lists folders.

        News are hints: a file that is told as gone is looked for first.
        """
        match news.kind:
            case NewsKind.WRITTEN:
                self._expect(news.path, now_s, is_closed=False)
            case NewsKind.CLOSED | NewsKind.MOVED_HERE:
                self._expect(news.path, now_s, is_closed=True)
            case NewsKind.GONE if news.path in self._pending:
                self._set_due(news.path, now_s)
            case NewsKind.FOLDER_GONE:
                for path in self._pending:
                    if news.path in path.parents:
                        self._set_due(path, now_s)
            case _:
                pass

    def due_at(self) -> float | None:
        """When `ready` has something to look at next; None while nothing is pending."""
        while self._queue and not self._is_due(*self._queue[0]):
            heapq.heappop(self._queue)
        return self._queue[0][0] if self._queue else None

    def ready(self, now_s: float, at_most: int | None = None) -> list[SettledFile]:
        """Those that are to be read now, at most so many, in the order in which they became so; they are no longer pending."""
        settled: list[SettledFile] = []
        while (due_s := self.due_at()) is not None and due_s <= now_s and (at_most is None or len(settled) < at_most):
            path = heapq.heappop(self._queue)[1]
            file = self._looked_at(path, self._pending[path], now_s)
            if file is not None:
                del self._pending[path]
                settled.append(file)
        return settled

    def _expect(self, path: Path, now_s: float, *, is_closed: bool) -> None:
        self._pending[path] = _Pending(now_s, now_s, is_closed)
        self._set_due(path, now_s)

    def _set_due(self, path: Path, due_s: float) -> None:
        self._pending[path].due_s = due_s
        heapq.heappush(self._queue, (due_s, path))

    def _is_due(self, due_s: float, path: Path) -> bool:
        return path in self._pending and self._pending[path].due_s == due_s

    def _looked_at(self, path: Path, pending: _Pending, now_s: float) -> SettledFile | None:
        try:
            look = self._look(path)
        except OSError as error:  # permission taken away, a drive that stutters: it may pass
            return self._unseen(path, pending, now_s, error)
        if look is None:
            del self._pending[path]
            return None
        self._compare(pending, look, now_s)
        if pending.is_closed or now_s - pending.changed_s >= self._quiet_s:
            return self._judged(path, pending, now_s)
        self._set_due(path, pending.changed_s + self._quiet_s)
        return None

    def _compare(self, pending: _Pending, look: FileLook, now_s: float) -> None:
        """A file that nobody closed is quiet from its first look on; one that changes after it was closed is open again."""
        if look != pending.look:
            pending.is_closed = pending.is_closed and pending.look is None
            if not pending.is_closed:
                pending.changed_s = now_s
        pending.look = look

    def _judged(self, path: Path, pending: _Pending, now_s: float) -> SettledFile | None:
        wholeness = self._how_whole(path)
        is_out_of_patience = now_s - pending.changed_s >= self._patience_s
        if (isinstance(wholeness, Whole) or is_out_of_patience) and self._is_still(path, pending.look):
            return SettledFile(path, pending.look, wholeness, pending.changed_s)
        self._set_due(path, now_s + self._quiet_s)
        return None

    def _is_still(self, path: Path, look: FileLook | None) -> bool:
        try:
            return self._look(path) == look
        except OSError:  # the next look says why
            return False

    def _unseen(self, path: Path, pending: _Pending, now_s: float, error: OSError) -> SettledFile | None:
        if now_s - pending.changed_s >= self._patience_s:
            return SettledFile(path, None, Unknown(os_trouble(error).message), pending.changed_s)
        self._set_due(path, now_s + self._quiet_s)
        return None
