"""What a watch's screen shows, gathered as it happens; nothing is drawn here, and nothing grows for ever."""

from __future__ import annotations

import dataclasses
import time
from collections import OrderedDict, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from statistics import median

from assist_cli.render.decision_tally import DecisionTally
from assist_cli.render.plain_text import printable
from assist_cli.render.watch_words import why_unread
from assist_cli.workflows.watch.totals import Totals
from assist_cli.workflows.watch.watch_request import ArrivedPhoto, Mode, Revision, WatchedBy, WatchListener
from assist_cli.workflows.weakest_reason import weakest_reason
from assist_cli.workflows.write_sidecars import WrittenShoot
from index.photo.errors import UnreadablePhoto
from scoring.ranking.picks.choice import Decision

RECENT = 100
"""Photos; the rows of a large screen."""
PROBLEMS = 50
LATENCIES = 200
"""A choice: the last minute of a fast camera."""
PACE_TIMES = 2_000


@dataclass(frozen=True, slots=True)
class SeenPhoto:
    """A photo that arrived, with the latest word on it."""

    path: Path
    at: datetime
    score: float
    """0..100."""
    reason: str
    """Of the decision, or until there is one of the lowest factor."""
    decision: Decision | None = None
    before: Decision | None = None
    """What the decision was, where it has changed while we watched."""
    latency_s: float | None = None
    is_known: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong, when, and how often in a row."""

    words: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SeenFolder:
    """A watched folder, and whether it is there."""

    watched: WatchedBy
    is_gone: bool = False


class WatchFacts(WatchListener):
    """Listens, and keeps what is worth seeing. `clock` in seconds, for the pace."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock = clock
        self.began_s = clock()
        self.folders: dict[Path, SeenFolder] = {}
        self.photos: OrderedDict[Path, SeenPhoto] = OrderedDict()
        """The latest last."""
        self.problems: OrderedDict[str, Problem] = OrderedDict()
        """By the photo or folder, the latest last."""
        self.tally = DecisionTally()
        self.totals = Totals()
        self.times_s: deque[float] = deque(maxlen=PACE_TIMES)
        self._latencies_s: deque[float] = deque(maxlen=LATENCIES)

    @property
    def last(self) -> SeenPhoto | None:
        """The photo that came last."""
        return next(reversed(self.photos.values()), None)

    @property
    def usual_latency_s(self) -> float | None:
        """The median from the last byte to the stored score."""
        return median(self._latencies_s) if self._latencies_s else None

    def started(self, watched: Sequence[WatchedBy]) -> None:
        """Which folders, and how."""
        self.folders = {one.folder: SeenFolder(one) for one in watched}

    def scored(self, arrived: ArrivedPhoto) -> None:
        """The latest photo; what could not be read before could be now."""
        photo = arrived.photo
        was = self.photos.pop(photo.path, None)
        self.photos[photo.path] = SeenPhoto(
            photo.path,
            datetime.now(),
            photo.score.value,
            weakest_reason(photo),
            was.decision if was else None,
            latency_s=arrived.latency_s,
            is_known=photo.cached,
        )
        if len(self.photos) > RECENT:
            self.photos.popitem(last=False)
        for file in (photo.path, *photo.record.companions):
            self.problems.pop(str(file), None)
        self.tally.arrived(photo.path)
        self.times_s.append(self.clock())
        if arrived.latency_s is not None:
            self._latencies_s.append(arrived.latency_s)

    def revised(self, revisions: Sequence[Revision]) -> None:
        """The latest advice on what is shown."""
        self.tally.revised(revisions)
        for one in revisions:
            seen = self.photos.get(one.path)
            if seen is not None:
                before = one.before if one.is_change else seen.before
                reason = "; ".join(one.reasons) or seen.reason
                self.photos[one.path] = dataclasses.replace(seen, decision=one.now, before=before, reason=reason)

    def unread(self, photo: UnreadablePhoto, retry_in_s: float | None) -> None:
        """A photo that cannot be read."""
        told = why_unread(photo) if retry_in_s is None else f"{photo.message}; trying again"
        self._problem(str(photo.path), f"{photo.path.name}: {told}")

    def written(self, shoot: WrittenShoot) -> None:
        """Sidecars that were left as they are."""
        from assist_cli.render.sidecar_changes import trouble_lines

        for line in trouble_lines(shoot):
            self._problem(line.plain, line.plain.strip())

    def polls(self, watched: WatchedBy) -> None:
        """A folder that brings no events."""
        self.folders[watched.folder] = SeenFolder(watched)

    def folder_gone(self, folder: Path) -> None:
        """Waited for."""
        self._mark(folder, is_gone=True)

    def folder_back(self, folder: Path) -> None:
        """There again."""
        self._mark(folder, is_gone=False)

    def trouble(self, words: str) -> None:
        """What is no photo's fault."""
        self._problem(words, words)

    def tick(self, totals: Totals) -> None:
        """The counts."""
        self.totals = totals

    def _mark(self, folder: Path, *, is_gone: bool) -> None:
        seen = self.folders.get(folder, SeenFolder(WatchedBy(folder, Mode.EVENTS)))
        self.folders[folder] = dataclasses.replace(seen, is_gone=is_gone)

    def _problem(self, key: str, words: str) -> None:
        self.problems.pop(key, None)
        self.problems[key] = Problem(printable(words), datetime.now())
        if len(self.problems) > PROBLEMS:
            self.problems.popitem(last=False)
