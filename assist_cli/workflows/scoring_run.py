"""One run over many photos: which are known, which are judged, when each outcome is told and when it is stored."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence

from assist_cli.workflows.file_stamps import stamp_files
from assist_cli.workflows.find_photos import Found
from assist_cli.workflows.judging_pool import JudgingPool, Task
from assist_cli.workflows.known_photos import KnownPhotos
from assist_cli.workflows.photo_outcome import PhotoOutcome, ScoredPhoto, with_unread_files
from assist_cli.workflows.rating_weights import embedder_stamp, rating_by, weights_stamp
from assist_cli.workflows.store_batch import StoreBatch
from assist_cli.workflows.stored_look import can_be_compared
from assist_cli.workflows.stored_outcome import (
    current_assessments,
    from_judgement,
    from_store,
    fully_assessed,
    irreplaceable_assessments,
    to_store,
)
from index.catalog.database import Catalog
from index.catalog.stored import FileStamp, StoredPhoto
from index.photo.errors import UnreadablePhoto
from index.photo.record import Asset
from index.photo.same_frame import frames_of
from scoring.assessment import Assessment
from scoring.ranking.profile import Profile

Heard = Callable[[Sequence[PhotoOutcome]], None]
"""Told the outcomes of one photo: itself, and those of its files that could not be read."""

WAIT_S = 0.1
"""How long we wait for a photo before looking at the batch's age again; short beside its limit of 1 s."""

GRACE_S = 1.0
"""How long an interrupted run waits for the photos being read: it must end within 2 s (issue "Score a folder")."""


MAX_DEFAULT_WORKERS = 8
"""Memory grows by about 90 MB a worker with 24-megapixel photos (440 MB with 2, 1.33 GB with 12, measured): eight stay
under the 1.2 GB of the issue "Score a folder"."""


def default_workers() -> int:
    """One a core that this process may run on, where the system tells them apart, and eight at most."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(cores or 1, MAX_DEFAULT_WORKERS)


class ScoringRun:
    """Judges photos and keeps them. Use it in the thread that opened the catalogue, and close it."""

    def __init__(
        self, catalog: Catalog, device: str, weights: str, workers: int | None, profile: Profile, *, known: bool
    ) -> None:
        self._device = device
        self._weights = weights
        self._workers = workers or default_workers()
        self._profile = profile
        self._stamp = weights_stamp(weights)
        self._embedder = embedder_stamp()
        self._known = KnownPhotos(catalog)
        self._rescored = not known
        self._batch = StoreBatch(catalog)
        self._pool: JudgingPool | None = None
        self._ready: dict[int, Sequence[PhotoOutcome]] = {}
        self._turn = 0
        self._stopping = False

    def outcomes(self, found: Iterable[Found], heard: Heard) -> Iterator[PhotoOutcome]:
        """One outcome a photo, and one a file of it that is unreadable, in the order of `found`; `heard` is told at
        once, whatever the order.
        """
        for turn, item in enumerate(found):
            if self._stopping:
                return
            self._begin(turn, item, heard)
            while self._pool is not None and self._pool.full and not self._stopping:
                self._collect(self._pool, heard)
                yield from self._in_turn()
            yield from self._in_turn()
        while self._pool is not None and self._pool.busy and not self._stopping:
            self._collect(self._pool, heard)
            yield from self._in_turn()

    def stop(self) -> None:
        """Lets `outcomes` end within a moment, told or not; from any thread. What is being judged, `close` waits for."""
        self._stopping = True

    def frames(self, asset: Asset) -> list[Asset]:
        """What is to be judged of one find: more than one photo where a RAW and a JPEG only share their name."""
        if not self._rescored and asset.companions and self._known.unchanged(asset, stamp_files(asset)):
            return [asset]
        return frames_of(asset)

    def as_told_before(self, stored: StoredPhoto) -> ScoredPhoto | None:
        """What is known of the photo, if this program with these weights would say the same and keep nothing more."""
        rating = rating_by(stored, self._stamp)
        is_whole = fully_assessed(stored) and can_be_compared(stored, self._embedder)
        return from_store(stored, rating, self._profile) if rating and is_whole else None

    def close(self, grace_s: float = GRACE_S) -> None:
        """Store what is finished, or finishes within a moment; drop the rest."""
        try:
            if self._pool is not None:
                self._pool.close()
                until_s = time.monotonic() + grace_s
                while self._pool.busy and time.monotonic() < until_s:
                    self._collect(self._pool, lambda _outcomes: None)
        finally:
            self._batch.store()

    def _begin(self, turn: int, item: Found, heard: Heard) -> None:
        if isinstance(item, UnreadablePhoto):
            return self._finish(turn, item, heard)
        stamps = stamp_files(item)
        if self._rescored:
            return self._submit(Task(turn, item, stamps, self._irreplaceable(item, stamps)))
        stored = self._recognised(item, stamps)
        if stored and (told := self.as_told_before(stored)):
            return self._finish(turn, told, heard)
        return self._submit(Task(turn, item, stamps, current_assessments(stored) if stored else {}))

    def _submit(self, task: Task) -> None:
        if self._pool is None:
            self._pool = self._open_pool()
        self._pool.submit(task)

    def _recognised(self, asset: Asset, stamps: tuple[FileStamp, ...]) -> StoredPhoto | None:
        recognised = self._known.recognised(asset, stamps)
        if recognised is None:
            return None
        if recognised.is_news:
            self._batch.add(recognised.photo, recognised.gone)
            self._batch.store_if_due()
        return recognised.photo

    def _irreplaceable(self, asset: Asset, stamps: tuple[FileStamp, ...]) -> dict[str, Assessment]:
        stored = self._known.unchanged(asset, stamps)
        return irreplaceable_assessments(stored) if stored else {}

    def _open_pool(self) -> JudgingPool:
        # Opened for the first photo that needs it: a run answered by the catalogue loads no network and no decoder.
        from scoring.judge import open_judge

        return JudgingPool(open_judge(self._device, self._weights).judge, self._workers)

    def _collect(self, pool: JudgingPool, heard: Heard) -> None:
        for task, verdict in pool.finished(WAIT_S):
            if isinstance(verdict, UnreadablePhoto):
                self._finish(task.turn, verdict, heard)
            else:
                self._batch.add(to_store(verdict, task.stamps, self._stamp))
                self._finish(task.turn, from_judgement(verdict, self._profile), heard)
        # Before any of them is told: what a person has read is kept, however the process ends.
        self._batch.store()

    def _finish(self, turn: int, outcome: PhotoOutcome, heard: Heard) -> None:
        self._ready[turn] = with_unread_files(outcome)
        heard(self._ready[turn])

    def _in_turn(self) -> Iterator[PhotoOutcome]:
        while self._turn in self._ready:
            outcomes = self._ready.pop(self._turn)
            self._turn += 1
            yield from outcomes
