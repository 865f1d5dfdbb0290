"""Photos handed in one by one: those that are known are answered at once, the others judged on threads, and all of it is kept."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from assist_cli.workflows.file_stamps import stamp_files
from assist_cli.workflows.judging_pool import JudgeOne, JudgingPool, Task
from assist_cli.workflows.known_photos import KnownPhotos, Recognised
from assist_cli.workflows.photo_outcome import ScoredPhoto
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
from assist_cli.workflows.worker_counts import default_workers
from index.catalog.database import Catalog
from index.catalog.stored import FileStamp, StoredPhoto
from index.photo.errors import UnreadablePhoto
from index.photo.record import Asset
from index.photo.same_frame import frames_of
from scoring.assessment import Assessment
from scoring.ranking.profile import Profile

if TYPE_CHECKING:
    from assist_cli.workflows.judges_apart import JudgesApart
    from scoring.judge import Judgement

MANY_PHOTOS = 32
"""From so many on, processes of their own win back the half second that it costs to start them (docs/performance.md)."""


@dataclass(frozen=True, slots=True)
class KnownAnswer:
    """What is known of a photo. `is_news`: under another name, with other files, or found again after it was missing."""

    photo: ScoredPhoto
    is_news: bool


OpenJudge = Callable[[str, str], JudgeOne]
"""From a device and the name of the weights that rate to who judges; raises `DeviceError` or `WeightsError`."""


def opened_anew(device: str, weights: str, *, in_two: bool = False, while_reading: bool = False) -> JudgeOne:
    """A judge for one run, opened as `open_judge` does. Imported late: what is known needs none."""
    from scoring.judge import open_judge

    return open_judge(device, weights, in_two=in_two, while_reading=while_reading).judge


def may_judge_apart(workers: int) -> bool:
    """Whether photos are better judged in processes of their own: one alone gains nothing."""
    return workers > 1


@dataclass(frozen=True, slots=True)
class Judges:
    """Who judges: the device, the weights that rate, how many threads, the profile that blends, and who opens the networks."""

    device: str
    weights: str
    workers: int | None
    profile: Profile
    open_judge: OpenJudge | None = None
    """`opened_anew` without."""
    apart: bool = False
    """Whether, without `open_judge`, photos may be judged in processes of their own."""


class JudgingDesk:
    """Use it in the thread that opened the catalogue, and close it."""

    def __init__(
        self, catalog: Catalog, judges: Judges, *, known: bool = True, finished: Callable[[], None] | None = None
    ) -> None:
        """Without `known` all are judged anew. `finished` is told, in a thread of the pool, that a photo waits to be collected; who
        listens goes on for long, and the photos that it meets may be those that it stored.
        """
        self._judges = judges
        self._stamp = weights_stamp(judges.weights)
        self._embedder = embedder_stamp()
        self._known = KnownPhotos(catalog, grows=finished is not None)
        self._rescored = not known
        self._batch = StoreBatch(catalog)
        self._finished = finished
        self._pool: JudgingPool | None = None
        self._apart: JudgesApart | None = None

    @property
    def full(self) -> bool:
        """Whether as many photos are in flight as may be."""
        return self._pool is not None and self._pool.full

    @property
    def busy(self) -> bool:
        """Whether any photo is in flight."""
        return self._pool is not None and self._pool.busy

    def open(self, *, while_reading: bool = False) -> None:
        """Loads networks and decoders, which costs the first photo half a second; else the first that needs them does, and networks
        are opened `while_reading` it."""
        if self._pool is None:
            workers = self._judges.workers or default_workers()
            apart = self._judges.apart and self._judges.open_judge is None
            if apart and may_judge_apart(workers):
                # Late: what is known needs no processes.
                from assist_cli.workflows.judges_apart import open_judges_apart

                self._apart = open_judges_apart(self._judges.device, self._judges.weights, self._judges.workers)
                workers = self._apart.count
            self._pool = JudgingPool(self._opened(workers, while_reading), workers, self._finished)

    def expect(self, assets: Sequence[Asset]) -> None:
        """These will be handed in next."""
        self._known.expect(assets)

    def frames(self, asset: Asset) -> list[Asset]:
        """What is to be judged of one find: more than one photo where a RAW and a JPEG only share their name."""
        if not self._rescored and asset.companions and self._known.unchanged(asset, stamp_files(asset)):
            return [asset]
        return frames_of(asset)

    def hand_in(self, turn: int, asset: Asset) -> KnownAnswer | None:
        """What is known of the photo; else nothing, and `collect` tells it once it is judged."""
        stamps = stamp_files(asset)
        if self._rescored:
            self._submit(Task(turn, asset, stamps, self._irreplaceable(asset, stamps)))
            return None
        recognised = self._recognised(asset, stamps)
        if recognised and (told := self.as_told_before(recognised.photo)):
            return KnownAnswer(told, recognised.is_news)
        known = current_assessments(recognised.photo) if recognised else {}
        self._submit(Task(turn, asset, stamps, known))
        return None

    def collect(self, wait_s: float | None) -> Iterator[tuple[Task, Judgement | UnreadablePhoto]]:
        """What is judged, waiting at most `wait_s` for the first; `keep` what is to be kept."""
        if self._pool is not None:
            yield from self._pool.finished(wait_s)

    def keep(self, judged: Judgement, stamps: tuple[FileStamp, ...]) -> ScoredPhoto:
        """The photo as it is told; on its way into the catalogue, where it is after the next `store`."""
        self._batch.add(to_store(judged, stamps, self._stamp))
        return from_judgement(judged, self._judges.profile, stamps)

    def store(self) -> None:
        """Writes what is kept."""
        self._batch.store()

    def as_told_before(self, stored: StoredPhoto) -> ScoredPhoto | None:
        """What is known of the photo, if this program with these weights would say the same and keep nothing more."""
        rating = rating_by(stored, self._stamp)
        is_whole = fully_assessed(stored) and can_be_compared(stored, self._embedder)
        return from_store(stored, rating, self._judges.profile) if rating and is_whole else None

    def stop(self) -> None:
        """Begins nothing more; what is being judged can still be had from `leftovers`."""
        if self._pool is not None:
            self._pool.close()

    def leftovers(self, grace_s: float) -> Iterator[tuple[Task, Judgement | UnreadablePhoto]]:
        """After `stop`: what is judged within `grace_s`; the rest is dropped."""
        until_s = time.monotonic() + grace_s
        while self.busy and (left_s := until_s - time.monotonic()) > 0:
            yield from self.collect(left_s)

    def close(self) -> None:
        """After `leftovers`: what is still being judged is dropped."""
        if self._apart is not None:
            self._apart.close()

    def _opened(self, workers: int, while_reading: bool) -> JudgeOne:
        if self._apart is not None:
            return self._apart.judge
        open_judge = self._judges.open_judge or partial(opened_anew, in_two=workers > 1, while_reading=while_reading)
        return open_judge(self._judges.device, self._judges.weights)

    def _submit(self, task: Task) -> None:
        self.open(while_reading=True)
        assert self._pool is not None
        self._pool.submit(task)

    def _recognised(self, asset: Asset, stamps: tuple[FileStamp, ...]) -> Recognised | None:
        recognised = self._known.recognised(asset, stamps)
        if recognised is not None and recognised.is_news:
            self._batch.add(recognised.photo, recognised.gone)
            if self._finished is None:  # who listens stores after every few, and tries again where that fails
                self._batch.store_if_due()
        return recognised

    def _irreplaceable(self, asset: Asset, stamps: tuple[FileStamp, ...]) -> dict[str, Assessment]:
        stored = self._known.unchanged(asset, stamps)
        return irreplaceable_assessments(stored) if stored else {}
