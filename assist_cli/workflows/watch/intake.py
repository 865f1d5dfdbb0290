"""What a watch does with news before a photo is judged: which files settle, which are ready, which are tried again or given up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from assist_cli.workflows.watch.arrivals import Arrival
from assist_cli.workflows.watch.dead_letters import DeadLetters
from assist_cli.workflows.watch.retries import Retries
from assist_cli.workflows.watch.watch_request import Mode, WatchedBy
from index.photo.errors import UnreadablePhoto
from index.photo.whole_file.whole import how_whole
from index.watch.events import POLL_S
from index.watch.file_look import FileLook, look_at
from index.watch.news import FileNews, NewsKind
from index.watch.settling import PATIENCE_S, QUIET_S, SettlingFiles

ARRIVING = frozenset({NewsKind.WRITTEN, NewsKind.CLOSED, NewsKind.MOVED_HERE})


class Intake:
    """For one folder. No thread and no sleep: the clock, in seconds of `time.monotonic`, comes with each call."""

    def __init__(self, watched: WatchedBy) -> None:
        self.folder = watched.folder
        self._settling = _settling(watched)
        self._retries = Retries()
        self._dead = DeadLetters()
        self._under_way: set[Path] = set()
        self._found: set[Path] = set()
        self._former: dict[Path, Path] = {}

    @property
    def arriving(self) -> int:
        """Files that are being written, or will be tried again."""
        return len(self._settling) + len(self._retries)

    @property
    def is_idle(self) -> bool:
        """Whether everything that was heard of is dealt with."""
        return not self._under_way

    @property
    def unread(self) -> Sequence[UnreadablePhoto]:
        """What was given up."""
        return self._dead.all()

    def holds(self, path: Path) -> bool:
        """Whether the path is this folder, or below it."""
        return path == self.folder or self.folder in path.parents

    def is_arriving(self, path: Path) -> bool:
        """Whether the file is not complete yet."""
        return path in self._settling

    def find(self, paths: Iterable[Path], now_s: float) -> None:
        """These were there when the watch began: they are told of, known or not."""
        for path in paths:
            self._found.add(path)
            self.hear(FileNews(NewsKind.WRITTEN, path, now_s), now_s)

    def hear(self, news: FileNews, now_s: float) -> None:
        """Takes in news of a file, or that a folder is gone."""
        if news.kind in ARRIVING:
            self._under_way.add(news.path)
            self._retries.forget(news.path)
            if news.moved_from is not None:
                self._former[news.path] = news.moved_from
        elif news.kind is NewsKind.GONE:
            self.done(news.path)
        self._settling.hear(news, now_s)

    def due_at(self) -> float | None:
        """When `ready` has something to look at next."""
        due = [due_s for due_s in (self._settling.due_at(), self._retries.due_at()) if due_s is not None]
        return min(due, default=None)

    def ready(self, now_s: float, at_most: int) -> list[Arrival]:
        """The files that are to be judged now."""
        arrivals = [self._arrival(path, now_s) for path in self._retries.due(now_s)]
        for settled in self._settling.ready(now_s, max(0, at_most - len(arrivals))):
            if self._dead.is_dead(settled.path, settled.look):
                self._under_way.discard(settled.path)
            else:
                arrivals.append(self._arrival(settled.path, settled.since_s))
        return arrivals

    def done(self, path: Path) -> None:
        """It was read, or is gone."""
        self._under_way.discard(path)
        self._found.discard(path)
        self._former.pop(path, None)
        self._retries.forget(path)
        self._dead.forget(path)

    def unreadable(self, photo: UnreadablePhoto, now_s: float) -> tuple[float | None, bool]:
        """The pause until it is tried again (None: it is given up), and whether that is worth telling."""
        pause_s = self._retries.note(photo.path, photo.kind, now_s)
        if pause_s is not None:
            self._under_way.add(photo.path)
            return pause_s, self._retries.is_first(photo.path)
        self._under_way.discard(photo.path)
        self._found.discard(photo.path)
        return None, self._dead.add(photo, _look(photo.path))

    def lose(self, folder: Path, now_s: float) -> list[Path]:
        """A folder went away: what was under way in it is given back, and no longer waited for."""
        lost = [path for path in self._under_way if folder in path.parents]
        self._under_way.difference_update(lost)
        self._found.difference_update(lost)
        self._retries.forget_where(lambda path: folder in path.parents)
        self._settling.hear(FileNews(NewsKind.FOLDER_GONE, folder, now_s), now_s)
        return lost

    def is_watched_by(self, watched: WatchedBy, now_s: float) -> None:
        """The folder is watched another way from now on: what settles does so by other pauses."""
        self._settling = _settling(watched)
        for path in self._under_way:
            self._settling.hear(FileNews(NewsKind.WRITTEN, path, now_s), now_s)

    def rest(self) -> None:
        """Nothing is being judged: what neither settles nor is tried again went away unheard."""
        if not len(self._settling) and not len(self._retries):
            self._under_way.clear()
            self._found.clear()
            self._former.clear()

    def _arrival(self, path: Path, since_s: float) -> Arrival:
        is_found = path in self._found
        self._found.discard(path)
        return Arrival(path, None if is_found else since_s, is_found, self._former.pop(path, None))


def _settling(watched: WatchedBy) -> SettlingFiles:
    quiet_s = QUIET_S if watched.mode is Mode.EVENTS else 2 * POLL_S
    return SettlingFiles(look_at, how_whole, quiet_s, PATIENCE_S)


def _look(path: Path) -> FileLook | None:
    try:
        return look_at(path)
    except OSError:  # where nobody may look, it looks like nothing
        return None
