"""What the file system tells while photos arrive, as our news."""

from __future__ import annotations

import errno
import os
import threading
import time
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from watchdog.events import FileSystemEventHandler
from watchdog.observers.api import BaseObserver
from watchdog.utils import BaseThread

from index.watch.news import FileNews, NewsKind
from index.watch.observers import NATIVE_EVENTS, POLLED_EVENTS, native_observer, polling_observer
from index.watch.outermost import outermost
from index.watch.translate import Translator
from index.watch.watchdog_log import WatchdogLog
from index.watch.watched_folder import FolderIdentity, WatchedFolder, identity_of

POLL_S = 1.0
"""A choice: the pause between two looks at a folder that brings no events."""
LIMITS = {
    errno.ENOSPC: "the system's limit of watched folders is reached (fs.inotify.max_user_watches)",
    errno.EMFILE: "the system's limit of watching programs is reached (fs.inotify.max_user_instances)",
}
"""inotify_add_watch(2) and inotify_init(2)."""


@dataclass(frozen=True, slots=True)
class Unwatchable:
    """A folder of which no events, or not all, can be had, and why, in plain words: it must be polled."""

    folder: Path
    reason: str


class FolderEvents:
    """Hears what happens to photos under some folders, to the bottom, and tells it to `heard`.

    `heard` is called in other threads, one at a time or not; it must never block, and nothing else than enqueue. What links
    lead to is not told, but found by the sweep. Watched folders that vanish are waited for: call `tend` about every second, in
    the thread that called `start`.
    """

    def __init__(
        self, folders: Sequence[Path], heard: Callable[[FileNews], None], *, poll: bool, poll_s: float = POLL_S
    ) -> None:
        self._watched = [WatchedFolder(folder) for folder in outermost(folders)]
        self._heard = heard
        self._poll = poll
        self._poll_s = poll_s
        self._threads: list[BaseThread] = []
        self._log = WatchdogLog()

    def start(self) -> tuple[Unwatchable, ...]:
        """From now on news come. Returns the folders of which none will, or not all; one that is not there is told as gone and
        waited for.
        """
        # A folder that is moved away and back is watched twice for a moment; watchdog warns the programmer of it.
        warnings.filterwarnings("ignore", "Callback with id", RuntimeWarning)
        self._log.listen()
        try:
            self._observer = self._new_observer()
        except OSError as error:
            return self._none_watchable(error)
        return tuple(unwatchable for watched in self._watched if (unwatchable := self._begin(watched)) is not None)

    def tend(self) -> tuple[Unwatchable, ...]:
        """Tells which watched folders vanished or came back since the last call, and watches those again. Returns those of
        which no news will come, as `start` does.
        """
        if not self._threads:
            return ()
        if self._log.were_events_lost() or not all(thread.is_alive() for thread in self._threads):
            try:
                self._begin_anew()
            except OSError as error:
                return self._none_watchable(error)
        return tuple(unwatchable for watched in self._watched if (unwatchable := self._tended(watched)) is not None)

    def stop(self) -> None:
        """No news come after this; may be called twice."""
        self._end_observer()
        self._log.stop()

    def _new_observer(self) -> BaseObserver:
        before = set(threading.enumerate())
        observer = polling_observer(self._poll_s) if self._poll else native_observer()
        observer.start()
        self._threads = [one for one in threading.enumerate() if one not in before and isinstance(one, BaseThread)]
        return observer

    def _end_observer(self) -> None:
        if self._threads:
            self._observer.stop()
            self._observer.join()
            self._threads = []

    def _none_watchable(self, error: OSError) -> tuple[Unwatchable, ...]:
        self._log.stop()
        return tuple(Unwatchable(watched.folder, _reason(error)) for watched in self._watched)

    def _begin(self, watched: WatchedFolder) -> Unwatchable | None:
        """Watches a folder that is not watched yet, where it is there."""
        identity = identity_of(watched.folder)
        if identity is None:
            self._tell(NewsKind.FOLDER_GONE, watched.folder)
            return None
        return self._watch(watched, identity)

    def _watch(self, watched: WatchedFolder, identity: FolderIdentity) -> Unwatchable | None:
        watched.identity, watched.watch = identity, None
        real = Path(os.path.realpath(watched.folder))
        watched.has_lost_folders = False
        translator = Translator(watched, real, self._heard)
        wanted = POLLED_EVENTS if self._poll else NATIVE_EVENTS
        try:
            watched.watch = self._observer.schedule(translator, str(real), recursive=True, event_filter=wanted)
            if not self._poll:
                _check_room(self._observer, real)
        except OSError as error:
            return Unwatchable(watched.folder, _reason(error))
        return None

    def _tended(self, watched: WatchedFolder) -> Unwatchable | None:
        identity = identity_of(watched.folder)
        if identity == watched.identity and (identity is None or self._is_heard(watched)):
            return self._watch_anew(watched) if watched.has_lost_folders else None
        was_there = watched.identity is not None
        self._forget(watched)
        if was_there:
            self._tell(NewsKind.FOLDER_GONE, watched.folder)
        if identity is None:
            return None
        unwatchable = self._watch(watched, identity)
        self._tell(NewsKind.FOLDER_BACK, watched.folder)
        return unwatchable

    def _watch_anew(self, watched: WatchedFolder) -> Unwatchable | None:
        """A folder within was moved away. watchdog goes on watching it, under its old name, and mistakes it for others later."""
        identity = watched.identity
        self._forget(watched)
        unwatchable = identity and self._watch(watched, identity)
        self._tell(NewsKind.LOOK_AGAIN, watched.folder)
        return unwatchable

    def _is_heard(self, watched: WatchedFolder) -> bool:
        """Whether the thread that hears of it still runs, which ends when the folder is deleted; or could never begin."""
        emitters = self._observer.emitters
        return watched.watch is None or any(one.watch == watched.watch and one.is_alive() for one in emitters)

    def _forget(self, watched: WatchedFolder) -> None:
        if watched.watch is not None:
            self._observer.unschedule(watched.watch)
        watched.watch = watched.identity = None

    def _begin_anew(self) -> None:
        """Events were lost, or a thread of watchdog's ended by an error of its own. watchdog mends its watches while events go
        on; here all folders are watched again first, and then looked at, so that nothing falls between.
        """
        self._end_observer()
        self._observer = self._new_observer()
        for watched in self._watched:
            if watched.identity is not None:
                self._watch(watched, watched.identity)
                self._tell(NewsKind.LOOK_AGAIN, watched.folder)

    def _tell(self, kind: NewsKind, folder: Path) -> None:
        self._heard(FileNews(kind, folder, time.monotonic()))


def _check_room(observer: BaseObserver, folder: Path) -> None:
    """Raises OSError where no further folder can be watched: then watchdog left out folders within this one, silently."""
    outside = str(folder.parent) if folder.parent != folder else os.sep
    observer.unschedule(observer.schedule(FileSystemEventHandler(), outside, event_filter=[]))


def _reason(error: OSError) -> str:
    return LIMITS.get(error.errno or 0) or f"the system refuses: {error.strerror or error}"
