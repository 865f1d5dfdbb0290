"""One watch: news come in, complete photos are judged, what is stored is told. All of it in the thread that owns the catalogue."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from assist_cli.interrupts import STOP_SIGNALS, Interrupted
from assist_cli.workflows.judging_desk import Judges, JudgingDesk
from assist_cli.workflows.photo_outcome import PhotoOutcome, ScoredPhoto, with_unread_files
from assist_cli.workflows.watch.advice_thread import AdviceThread
from assist_cli.workflows.watch.arrival_marks import ArrivalMarks
from assist_cli.workflows.watch.arrivals import Arrival
from assist_cli.workflows.watch.folder_patrol import FolderPatrol, PatrolNews, Swept
from assist_cli.workflows.watch.growing_shoot import GrowingShoot
from assist_cli.workflows.watch.intake import Intake
from assist_cli.workflows.watch.news_queue import NewsQueue
from assist_cli.workflows.watch.progress_mark import ProgressMark
from assist_cli.workflows.watch.scoring_line import Fate, LineOutcome, ScoringLine
from assist_cli.workflows.watch.vanished_arrivals import VanishedArrivals
from assist_cli.workflows.watch.watch_report import WatchReport
from assist_cli.workflows.watch.watch_request import WatchedBy, WatchListener, WatchRequest
from index.catalog.database import Catalog
from index.catalog.errors import DiskFullError, LockedCatalogError
from index.photo.errors import UnreadablePhoto
from index.watch.news import FileNews, NewsKind

TICK_S = 1.0
"""How often a screen is told that time goes by; a choice. No photo waits for it: whatever happens ends the wait."""
MOST_ARRIVING = 5_000
"""A choice: with more files being written, news wait in the queue, and are lost and found again by a sweep where that is full."""
GRACE_S = 1.0
"""For photos that are being judged when we stop."""
ADVICE_WITHIN_S = 5.0
"""For the advice on the last photos, when we stop; a choice. A second Ctrl-C ends that wait too."""
PASSING = (LockedCatalogError, DiskFullError)
"""Trouble of the catalogue that ends by itself, or when somebody frees some space; any other ends the watch."""
WAITS = "photos wait until it can be written again"
FOLDERS = frozenset({NewsKind.FOLDER_GONE, NewsKind.FOLDER_BACK, NewsKind.LOOK_AGAIN})


class WatchRun:
    """`start` it, let it `go_on` until it is stopped, and `end` it whatever happened."""

    def __init__(
        self, request: WatchRequest, judges: Judges, folders: Sequence[Path], catalog: Catalog, listener: WatchListener
    ) -> None:
        self._request = request
        self._report = WatchReport(listener)
        self._queue: NewsQueue[PatrolNews] = NewsQueue()
        self._patrol = FolderPatrol(folders, self._queue, poll=request.poll)
        self._desk = JudgingDesk(catalog, judges, finished=self._queue.wake)
        self._line = ScoringLine(self._desk, self._is_arriving)
        self._vanished = VanishedArrivals(catalog)
        self._marks = None if request.sidecars is None else ArrivalMarks(request, request.sidecars)
        shoot = GrowingShoot(request.catalog, request.weights, request.profile)
        self._advice = AdviceThread(shoot, self._marks, lambda: self._line.is_backed_up, self._queue.wake)
        self._intakes: dict[Path, Intake] = {}
        self._marks_of: dict[Path, ProgressMark] = {}
        self._is_held_up = False
        self._stopped = False

    def start(self, state_dir: Path) -> None:
        """Loads the networks, and hears from now on. Raises `DeviceError`, `WeightsError`."""
        now_ns = time.time_ns()
        self._desk.open()
        try:
            started = self._patrol.start()
        except BaseException:
            self._patrol.stop()
            self._desk.close()
            raise
        for watched, listing in started:
            self._intakes[watched.folder] = intake = Intake(watched)
            self._marks_of[watched.folder] = mark = ProgressMark(watched.folder, state_dir)
            came = mark.not_dealt_with(listing, now_ns)
            intake.find(listing.files if self._request.initial else came, time.monotonic())
            mark.swept(Swept(watched.folder, now_ns, listing.folders))
        self._advice.start()
        self._report.started([watched for watched, _ in started])

    def go_on(self) -> None:
        """Until it is stopped, or interrupted: that arrives where nothing is half done."""
        self._tell()
        while not self._stopped:
            if STOP_SIGNALS.asked:  # while we were starting, and an import swallowed it
                raise Interrupted
            self._queue.wait(self._pause_s())
            with STOP_SIGNALS.held():
                self._step(time.monotonic())
            self._tell()

    def stop(self) -> None:
        """Lets `go_on` end; from any thread."""
        self._stopped = True
        self._queue.wake()

    @property
    def is_calm(self) -> bool:
        """Whether everything that was heard of is dealt with, and advised on; from any thread."""
        is_dealt_with = all(intake.is_idle for intake in self._intakes.values()) and not len(self._queue)
        return is_dealt_with and not len(self._line) and not self._vanished and self._advice.is_idle

    def end(self) -> None:
        """Keeps what is finished, advises on it, and tells what is left to tell."""
        self._patrol.stop()
        for outcome in self._line.end(GRACE_S):
            self._take_in(outcome)
        for advised in self._advice.end(ADVICE_WITHIN_S):
            self._report.advised(advised)
        if self._marks is not None:
            self._marks.close()
        self._rest()
        self._report.ended([photo for intake in self._intakes.values() for photo in intake.unread])
        self._tell()

    def _pause_s(self) -> float:
        if self._is_held_up:
            return TICK_S
        if self._vanished:
            return 0.0
        due = (
            [due_s for one in self._intakes.values() if (due_s := one.due_at()) is not None] if self._line.room else []
        )
        return min(TICK_S, max(0.0, min(due) - time.monotonic())) if due else TICK_S

    def _step(self, now_s: float) -> None:
        arriving = sum(one.arriving for one in self._intakes.values())
        for item in self._queue.drain(max(0, MOST_ARRIVING - arriving)):
            self._hear(item, now_s)
        if self._queue.has_lost():
            for folder in self._intakes:
                self._patrol.look_again(folder)
        self._go_on_scoring(now_s)
        for advised in self._advice.collect():
            self._report.advised(advised)
        self._rest()

    def _go_on_scoring(self, now_s: float) -> None:
        """Where the catalogue is held by another program, or its disk is full, all waits; days are long."""
        try:
            self._line.add(self._vanished.note())
            for intake in self._intakes.values():
                self._line.add(intake.ready(now_s, self._line.room))
            for outcome in self._line.advance():
                self._take_in(outcome)
        except PASSING as error:
            if not self._is_held_up:
                self._report.trouble(error, WAITS)
            self._is_held_up = True
        else:
            self._is_held_up = False

    def _hear(self, item: PatrolNews, now_s: float) -> None:
        if isinstance(item, Swept):
            self._marks_of[item.folder].swept(item)
        elif isinstance(item, WatchedBy):
            self._intakes[item.folder].is_watched_by(item, now_s)
            self._report.polls(item)
        elif (intake := self._intake_of(item.path)) is None:
            return
        elif item.kind in FOLDERS:
            self._hear_of_folder(intake, item, now_s)
        else:
            intake.hear(item, now_s)
            gone = item.path if item.kind is NewsKind.GONE else item.moved_from
            if gone is not None:
                self._vanished.add([gone])

    def _hear_of_folder(self, intake: Intake, news: FileNews, now_s: float) -> None:
        if news.kind is NewsKind.FOLDER_GONE:
            self._lost(intake, intake.lose(news.path, now_s))
            self._line.drop_where(lambda path: news.path in path.parents)
            if news.path == intake.folder:
                self._report.folder_gone(intake.folder)
            return
        if news.kind is NewsKind.FOLDER_BACK:
            self._report.folder_back(intake.folder)
        self._patrol.look_again(intake.folder)

    def _lost(self, intake: Intake, paths: Sequence[Path]) -> None:
        """These could not be followed: where they turn up again they are news."""
        self._patrol.forget(intake.folder, paths)
        self._marks_of[intake.folder].doubt()

    def _take_in(self, outcome: LineOutcome) -> None:
        path, photo = outcome.arrival.path, outcome.photo
        intake = self._intake_of(path)
        if intake is None:
            return
        if photo is not None:
            self._take_photo(intake, outcome.arrival, photo)
        elif outcome.fate is Fate.AGAIN:
            now_s = time.monotonic()
            intake.hear(FileNews(NewsKind.WRITTEN, path, now_s), now_s)
        else:
            intake.done(path)
        if outcome.fate is Fate.GONE:
            self._lost(intake, [path])
            self._vanished.add([path])

    def _take_photo(self, intake: Intake, arrival: Arrival, photo: PhotoOutcome) -> None:
        now_s = time.monotonic()
        if isinstance(photo, ScoredPhoto):
            for file in (arrival.path, photo.path, *photo.record.companions):
                intake.done(file)
            self._report.scored(photo, arrival.since_s, now_s)
            self._advice.touch([photo.path])
        elif photo.path != arrival.path:
            intake.done(arrival.path)
        for unread in with_unread_files(photo):
            if isinstance(unread, UnreadablePhoto):
                pause_s, is_news = intake.unreadable(unread, now_s)
                if is_news:
                    self._report.unread(unread, pause_s)

    def _rest(self) -> None:
        if len(self._line):
            return
        for folder, intake in self._intakes.items():
            intake.rest()
            if intake.is_idle and self._advice.is_idle and not self._vanished:
                self._marks_of[folder].all_dealt_with()

    def _tell(self) -> None:
        totals, intakes = self._report.totals, self._intakes.values()
        totals.arriving = sum(one.arriving for one in intakes)
        totals.waiting = len(self._line)
        totals.unread = sum(len(one.unread) for one in intakes)
        self._report.tell()

    def _intake_of(self, path: Path) -> Intake | None:
        return next((intake for intake in self._intakes.values() if intake.holds(path)), None)

    def _is_arriving(self, path: Path) -> bool:
        intake = self._intake_of(path)
        return intake is not None and intake.is_arriving(path)
