"""Where news wait until somebody takes them: never more than so many, and whoever brings them never waits."""

from __future__ import annotations

import threading
from pathlib import Path

from index.watch.news import FileNews, NewsKind

MOST_WAITING = 10_000
"""A choice: some megabytes. More news than that come faster than photos are judged; a listing then tells the same."""


OF_FOLDERS = frozenset({NewsKind.FOLDER_GONE, NewsKind.FOLDER_BACK, NewsKind.LOOK_AGAIN})
"""Never left out: they are few, and no listing tells them."""


class NewsInbox:
    """A queue from watchdog's threads to the one that judges. What finds it full is left out; the next who takes is told
    LOOK_AGAIN instead, with the folder that it was in.
    """

    def __init__(self, most: int = MOST_WAITING) -> None:
        self._most = most
        self._waiting: list[FileNews] = []
        self._left_out: dict[Path, FileNews] = {}
        self._is_woken = False
        self._changed = threading.Condition()

    def __len__(self) -> int:
        return len(self._waiting)

    def put(self, news: FileNews) -> None:
        """From any thread; never waits for room."""
        with self._changed:
            if len(self._waiting) < self._most or news.kind in OF_FOLDERS:
                self._waiting.append(news)
            else:
                folder = news.path.parent
                self._left_out[folder] = FileNews(NewsKind.LOOK_AGAIN, folder, news.at_s)
            self._changed.notify()

    def take(self, timeout_s: float | None) -> list[FileNews]:
        """All that wait, in order; empty where none came for so long, or `wake` was called."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._is_woken, timeout_s)
            self._is_woken = False
            taken = [*self._waiting, *self._left_out.values()]
            self._waiting, self._left_out = [], {}
        return taken

    def wake(self) -> None:
        """Lets the one who waits in `take`, or the next, return at once."""
        with self._changed:
            self._is_woken = True
            self._changed.notify()
