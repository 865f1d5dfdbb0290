"""Scores the photos of a cull behind its back: known scores first, then what must be judged, then groups and decisions."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from assist_cli.give_way import LATER, give_way
from assist_cli.return_memory import return_memory
from assist_cli.workflows.blend_profile import profile_called
from assist_cli.workflows.cull.known_scores import known_scores
from assist_cli.workflows.cull.shoot_advice import ShootAdvice
from assist_cli.workflows.find_photos import Found, absolute, find_photos
from assist_cli.workflows.group_shoot import groups_in
from assist_cli.workflows.judging_desk import Judges
from assist_cli.workflows.keep_decisions import keep_decisions
from assist_cli.workflows.photo_outcome import PhotoOutcome, ScoredPhoto, with_unread_files
from assist_cli.workflows.pick_shoot import picks_among, scenes_among
from assist_cli.workflows.progress import Progress
from assist_cli.workflows.scoring_run import ScoringRun
from assist_cli.workflows.see_shoot import ShootRequest, frames_among, shoot_of
from index.catalog.database import Catalog, open_catalog

log = logging.getLogger(__name__)

STOP_WITHIN_S = 1.0
"""After this long nobody waits any more (issue "Culling in the terminal")."""
GRACE_S = 0.5
"""For photos that are being judged: half of that, as they must be stored too."""


@dataclass(frozen=True)
class Listener:
    """Who hears what, each time in the scoring thread: hand it to your own, and never wait there for somebody who stops it."""

    outcomes: Callable[[Sequence[PhotoOutcome], Progress], None]
    """Scores and unreadable photos as they are known; `Progress` counts all of them so far."""
    advice: Callable[[ShootAdvice], None]
    """Once, after the last photo."""
    ended: Callable[[Exception | None], None]
    """Last of all, unless it was stopped; with what went wrong, for `failures.told`."""


class ScoringThread:
    """One run over the photos of `request`; `start` it once. What was judged is kept, however it ends."""

    def __init__(self, request: ShootRequest, listener: Listener) -> None:
        self._request = request
        self._listener = listener
        self._stopped = threading.Event()
        self._run: ScoringRun | None = None
        self._progress = Progress()
        # A daemon: grouping thousands of photos cannot be interrupted, and must not keep the program from ending.
        self._thread = threading.Thread(target=self._main, name="cull-scoring", daemon=True)

    def start(self) -> None:
        """Begins; returns at once."""
        self._thread.start()

    @property
    def is_running(self) -> bool:
        """Whether there may be more to hear."""
        return self._thread.is_alive()

    def stop(self, within_s: float = STOP_WITHIN_S) -> bool:
        """Asks it to end and waits at most so long; whether it has. Nothing is heard of it any more."""
        self._stopped.set()
        if self._run is not None:
            self._run.stop()
        if self._thread.is_alive():
            self._thread.join(within_s)
        return not self._thread.is_alive()

    def _main(self) -> None:
        give_way(LATER)
        begun_s = time.monotonic()
        try:
            self._score_and_advise()
        except Exception as error:  # whatever it was: a thread has nobody above it, and the listener tells a person
            log.info("scoring in the background failed", exc_info=error)
            self._tell_end(error)
        else:
            self._tell_end(None)
        log.info("scoring in the background took %.1f s", time.monotonic() - begun_s)

    def _tell_end(self, error: Exception | None) -> None:
        if not self._stopped.is_set():
            self._listener.ended(error)

    def _score_and_advise(self) -> None:
        profile = profile_called(self._request.profile)
        with open_catalog(self._request.catalog) as catalog:
            outcomes = self._scored(catalog)
            if self._stopped.is_set():
                return
            seen = shoot_of(outcomes, self._request.paths, catalog)
        groups = groups_in(seen)
        advice = ShootAdvice(picks_among(seen, groups, profile), scenes_among(seen, groups))
        if not self._stopped.is_set():
            keep_decisions(self._request.catalog, advice.picked)
            self._listener.advice(advice)

    def _scored(self, catalog: Catalog) -> list[PhotoOutcome]:
        request = self._request
        found = find_photos(request.paths)
        self._progress.total = len(found)
        profile = profile_called(request.profile)
        run = ScoringRun(catalog, Judges(request.device, request.weights, request.workers, profile), known=True)
        self._run = run
        if self._stopped.is_set():
            return []
        try:
            outcomes = self._known(catalog, found, run)
            waiting = _not_among(outcomes, found)
            frames = frames_among(waiting, absolute(request.paths), run)
            outcomes += run.outcomes(frames, self._tell)
        finally:
            run.close(GRACE_S)
        return outcomes

    def _known(self, catalog: Catalog, found: Sequence[Found], run: ScoringRun) -> list[PhotoOutcome]:
        outcomes: list[PhotoOutcome] = []
        for part in known_scores(catalog, self._request.paths, found, run):
            if self._stopped.is_set():
                break
            told = [outcome for photo in part for outcome in with_unread_files(photo)]
            outcomes += told
            if told:
                self._tell(told)
        return outcomes

    def _tell(self, outcomes: Sequence[PhotoOutcome]) -> None:
        for outcome in outcomes:
            self._progress.count(outcome)
        # A RAW and a JPEG that only share their name are two photos, and a broken companion is told besides.
        self._progress.total = max(self._progress.total, self._progress.done)
        if not self._stopped.is_set():
            self._listener.outcomes(outcomes, self._progress)
        return_memory()  # what is judged shares 700 MB with pictures


def _not_among(outcomes: Iterable[PhotoOutcome], found: Sequence[Found]) -> list[Found]:
    """What is still to be judged."""
    told = {
        file
        for outcome in outcomes
        if isinstance(outcome, ScoredPhoto)
        for file in (outcome.path, *outcome.record.companions)
    }
    return [item for item in found if item.path not in told]
