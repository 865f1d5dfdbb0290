"""Files that are locked, forbidden or on a drive that stutters: tried again after growing pauses, then left alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from index.photo.errors import PASSING, FailureKind

PAUSES_S = (0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 30.0)
"""A choice: a virus scanner lets go within seconds, a person who mends permissions within a minute."""

RETRIED = PASSING - {FailureKind.MISSING}
"""Trouble that may pass while the file stays as it is. A file that is gone is no trouble: whoever brings it back is heard."""


class Retries:
    """When which file is tried again. The clock comes with each call."""

    def __init__(self) -> None:
        self._waiting: dict[Path, float] = {}
        self._tries: dict[Path, int] = {}

    def __len__(self) -> int:
        return len(self._waiting)

    def note(self, path: Path, kind: FailureKind, now_s: float) -> float | None:
        """The pause after which it is tried again; None where that is given up, or would be in vain."""
        tries = self._tries.get(path, 0)
        if kind not in RETRIED or tries >= len(PAUSES_S):
            self.forget(path)
            return None
        self._tries[path] = tries + 1
        self._waiting[path] = now_s + PAUSES_S[tries]
        return PAUSES_S[tries]

    def is_first(self, path: Path) -> bool:
        """Whether it is tried again for the first time."""
        return self._tries.get(path) == 1

    def due_at(self) -> float | None:
        """When `due` has something next."""
        return min(self._waiting.values(), default=None)

    def due(self, now_s: float) -> list[Path]:
        """Those that are to be tried now; how often they were is remembered until they are forgotten."""
        found = [path for path, due_s in self._waiting.items() if due_s <= now_s]
        for path in found:
            del self._waiting[path]
        return found

    def forget(self, path: Path) -> None:
        """It could be read, or has changed: the next trouble begins with the shortest pause."""
        self._waiting.pop(path, None)
        self._tries.pop(path, None)

    def forget_where(self, holds: Callable[[Path], bool]) -> None:
        """As `forget`, of all of these."""
        for path in [path for path in self._tries if holds(path)]:
            self.forget(path)
