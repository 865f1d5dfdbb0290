"""Complete files wait here to be judged: a photo by one thread at a time, and what is said of it is kept if it stayed as it was."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import count
from typing import TYPE_CHECKING

from assist_cli.workflows.file_stamps import is_absent, is_gone, stamp_files
from assist_cli.workflows.judging_desk import JudgingDesk
from assist_cli.workflows.judging_pool import Task
from assist_cli.workflows.photo_outcome import PhotoOutcome
from assist_cli.workflows.watch.arrivals import Arrival, StemKey, photos_of
from index.catalog.errors import CatalogError
from index.photo.errors import FailureKind, PhotoReadError, UnreadablePhoto
from index.photo.exif import exif_of
from index.photo.file_bytes import read_file
from index.photo.identity import fingerprint_of
from index.photo.kept_listings import KeptListings
from index.photo.record import Asset

if TYPE_CHECKING:
    from pathlib import Path

    from index.catalog.stored import FileStamp
    from scoring.judge import Judgement

MOST_WAITING = 64
"""A choice: enough for any number of threads. The others stay where they settle, as names alone."""


class Fate(StrEnum):
    """What became of a file that was handed in."""

    TOLD = "told"
    """It is scored, recognised under a new name, or cannot be read."""
    KNOWN = "known"
    """It is known and unchanged: nothing new."""
    AGAIN = "again"
    """It changed while it was read: nothing is kept."""
    GONE = "gone"
    """It went away: what was judged of it is kept for the name under which it may turn up."""


@dataclass(frozen=True, slots=True)
class LineOutcome:
    """What became of a file; `photo` where its fate is to be told."""

    arrival: Arrival
    fate: Fate
    photo: PhotoOutcome | None = None


class ScoringLine:
    """Give it what is complete, and `advance` it whenever something may have happened."""

    def __init__(self, desk: JudgingDesk, is_arriving: Callable[[Path], bool]) -> None:
        self._desk = desk
        self._is_arriving = is_arriving
        self._waiting: deque[Arrival] = deque()
        self._held: dict[StemKey, list[Arrival]] = {}
        self._flights: dict[int, Arrival] = {}
        self._outcomes: list[LineOutcome] = []
        """What is not stored yet."""
        self._busy: Counter[StemKey] = Counter()
        self._turns = count()
        self._listings = KeptListings()

    def __len__(self) -> int:
        return len(self._waiting) + len(self._flights) + sum(map(len, self._held.values()))

    @property
    def room(self) -> int:
        """How many more may come."""
        return max(0, MOST_WAITING - len(self._waiting))

    @property
    def is_backed_up(self) -> bool:
        """Whether photos wait that no thread is free for."""
        return bool(self._waiting)

    def add(self, arrivals: Iterable[Arrival]) -> None:
        """These wait now."""
        self._waiting.extend(arrivals)

    def drop_where(self, holds: Callable[[Path], bool]) -> None:
        """Forgets those that wait; what is being judged will tell by itself that its file is gone."""
        self._waiting = deque(one for one in self._waiting if not holds(one.path))
        held = {key: [one for one in ones if not holds(one.path)] for key, ones in self._held.items()}
        self._held = {key: ones for key, ones in held.items() if ones}

    def advance(self) -> list[LineOutcome]:
        """Collects what is judged, hands in what waits, and stores: what comes back is in the catalogue. Where a `CatalogError` is
        raised nothing is lost: the next call goes on with it.
        """
        self._outcomes += (self._judged(task, verdict) for task, verdict in self._desk.collect(0))
        # Before the threads get more to do: the photo that is finished is the one that somebody waits for.
        self._desk.store()
        self._outcomes += self._handed_in()
        self._desk.store()
        outcomes, self._outcomes = self._outcomes, []
        return outcomes

    def end(self, grace_s: float) -> list[LineOutcome]:
        """Begins nothing more; what is judged within a moment is kept."""
        self._desk.stop()
        try:
            late = [self._judged(task, verdict) for task, verdict in self._desk.leftovers(grace_s)]
            return [*self._outcomes, *late]
        finally:
            try:
                self._desk.close()
            finally:
                self._desk.store()

    def _handed_in(self) -> Iterator[LineOutcome]:
        while self._waiting and not self._desk.full:
            arrival = self._waiting.popleft()
            busy = next((key for key in arrival.keys if self._busy[key]), None)
            if busy is not None:
                self._held.setdefault(busy, []).append(arrival)
                continue
            try:
                yield from self._begun(arrival)
            except CatalogError:
                self._waiting.appendleft(arrival)
                raise

    def _begun(self, arrival: Arrival) -> Iterator[LineOutcome]:
        photos = photos_of(arrival, self._is_arriving, self._listings)
        if not photos:
            yield LineOutcome(arrival, Fate.KNOWN)
        for found in photos:
            if isinstance(found, UnreadablePhoto):
                yield _unreadable(arrival, found)
                continue
            for frame in self._desk.frames(found):
                yield from self._offered(arrival, frame)

    def _offered(self, arrival: Arrival, frame: Asset) -> Iterator[LineOutcome]:
        turn = next(self._turns)
        answer = self._desk.hand_in(turn, frame)
        if answer is None:
            self._flights[turn] = arrival
            self._busy.update(arrival.keys)
        elif answer.is_news or arrival.is_told:
            yield LineOutcome(arrival, Fate.TOLD, answer.photo)
        else:
            yield LineOutcome(arrival, Fate.KNOWN)

    def _judged(self, task: Task, verdict: Judgement | UnreadablePhoto) -> LineOutcome:
        arrival = self._flights.pop(task.turn)
        self._busy.subtract(arrival.keys)
        for key in arrival.keys:
            if not self._busy[key]:
                del self._busy[key]
                self._waiting.extendleft(reversed(self._held.pop(key, [])))
        return self._kept(arrival, task, verdict)

    def _kept(self, arrival: Arrival, task: Task, verdict: Judgement | UnreadablePhoto) -> LineOutcome:
        now = stamp_files(task.asset)
        if isinstance(verdict, UnreadablePhoto):
            return _unreadable(arrival, verdict) if now == task.stamps else _changed(arrival)
        if now == task.stamps or (now and _is_same_picture(verdict, task, now)):
            return LineOutcome(arrival, Fate.TOLD, self._desk.keep(verdict, now))
        if is_gone(task.asset.path):
            # Renamed or deleted. It was whole when it was read; if it turns up again it is recognised by what it shows.
            self._desk.keep(verdict, task.stamps)
        return _changed(arrival)


def _unreadable(arrival: Arrival, photo: UnreadablePhoto) -> LineOutcome:
    return (
        LineOutcome(arrival, Fate.GONE) if photo.kind is FailureKind.MISSING else LineOutcome(arrival, Fate.TOLD, photo)
    )


def _changed(arrival: Arrival) -> LineOutcome:
    """Another file may be gone than the one that arrived; that one is then looked at without it."""
    return LineOutcome(arrival, Fate.GONE if is_absent(arrival.path) else Fate.AGAIN)


def _is_same_picture(judged: Judgement, task: Task, now: tuple[FileStamp, ...]) -> bool:
    """Whether only times changed, as where a copy sets them after it has closed the file: the very picture was judged."""
    sizes = [(stamp.path, stamp.size_bytes) for stamp in task.stamps]
    if sizes != [(stamp.path, stamp.size_bytes) for stamp in now]:
        return False
    try:
        data = read_file(judged.record.path)
    except PhotoReadError:
        return False
    is_same = fingerprint_of(data) == judged.record.asset_id and exif_of(data) == judged.record.exif
    return is_same and stamp_files(task.asset) == now
