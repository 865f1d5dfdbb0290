"""One run over many photos: in which order they are told, each as soon as its turn comes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, overload

from assist_cli.workflows.find_photos import Found
from assist_cli.workflows.judging_desk import Judges, JudgingDesk
from assist_cli.workflows.photo_in_brief import PhotoInBrief, ToldPhoto
from assist_cli.workflows.photo_outcome import PhotoOutcome, ScoredPhoto, with_unread_files
from index.catalog.database import Catalog
from index.catalog.stored import StoredPhoto
from index.photo.errors import UnreadablePhoto
from index.photo.record import Asset

Heard = Callable[[Sequence[PhotoOutcome]], None]
"""Told the outcomes of one photo: itself, and those of its files that could not be read."""
HeardInBrief = Callable[[Sequence[ToldPhoto]], None]

WAIT_S = 0.1
"""How long we wait for a photo before looking again whether we were stopped; a choice."""

GRACE_S = 0.5
"""How long an interrupted run waits for the photos being read: Ctrl-C answers within 1 s (issue "As fast as the photos can be
decoded")."""


class ScoringRun:
    """Judges photos and keeps them. Use it in the thread that opened the catalogue, and close it."""

    def __init__(self, catalog: Catalog, judges: Judges, *, known: bool) -> None:
        self._desk = JudgingDesk(catalog, judges, known=known)
        self._ready: dict[int, Sequence[ToldPhoto]] = {}
        self._turn = 0
        self._stopping = False

    @overload
    def outcomes(self, found: Iterable[Found], heard: Heard) -> Iterator[PhotoOutcome]: ...

    @overload
    def outcomes(self, found: Iterable[Found | PhotoInBrief], heard: HeardInBrief) -> Iterator[ToldPhoto]: ...

    def outcomes(self, found: Iterable[Found | PhotoInBrief], heard: Callable[[Any], None]) -> Iterator[Any]:
        """One outcome a photo, and one a file of it that is unreadable, in the order of `found`; `heard` is told at
        once, whatever the order. What is known in brief is told as it is.
        """
        for turn, item in enumerate(found):
            if self._stopping:
                return
            if isinstance(item, PhotoInBrief) and turn == self._turn:  # nobody before it is waited for
                self._turn += 1
                heard((item,))
                yield item
                continue
            self._begin(turn, item, heard)
            while self._desk.full and not self._stopping:
                self._collect(heard)
                yield from self._in_turn()
            yield from self._in_turn()
        while self._desk.busy and not self._stopping:
            self._collect(heard)
            yield from self._in_turn()

    def stop(self) -> None:
        """Lets `outcomes` end within a moment, told or not; from any thread. What is being judged, `close` waits for."""
        self._stopping = True

    def expect(self, assets: Sequence[Asset]) -> None:
        """These will be found next."""
        self._desk.expect(assets)

    def frames(self, asset: Asset) -> list[Asset]:
        """What is to be judged of one find: more than one photo where a RAW and a JPEG only share their name."""
        return self._desk.frames(asset)

    def as_told_before(self, stored: StoredPhoto) -> ScoredPhoto | None:
        """What is known of the photo, if this program with these weights would say the same and keep nothing more."""
        return self._desk.as_told_before(stored)

    def close(self, grace_s: float = GRACE_S) -> None:
        """Store what is finished, or finishes within a moment; drop the rest."""
        try:
            self._desk.stop()
            for task, verdict in self._desk.leftovers(grace_s):
                if not isinstance(verdict, UnreadablePhoto):
                    self._desk.keep(verdict, task.stamps)
        finally:
            try:
                self._desk.close()
            finally:
                self._desk.store()

    def _begin(self, turn: int, item: Found | PhotoInBrief, heard: HeardInBrief) -> None:
        if not isinstance(item, Asset):
            self._finish(turn, item, heard)
        elif answer := self._desk.hand_in(turn, item):
            self._finish(turn, answer.photo, heard)

    def _collect(self, heard: HeardInBrief) -> None:
        for task, verdict in self._desk.collect(WAIT_S):
            if isinstance(verdict, UnreadablePhoto):
                self._finish(task.turn, verdict, heard)
            else:
                self._finish(task.turn, self._desk.keep(verdict, task.stamps), heard)
        # Before any of them is told: what a person has read is kept, however the process ends.
        self._desk.store()

    def _finish(self, turn: int, outcome: ToldPhoto, heard: HeardInBrief) -> None:
        self._ready[turn] = (outcome,) if isinstance(outcome, PhotoInBrief) else with_unread_files(outcome)
        heard(self._ready[turn])

    def _in_turn(self) -> Iterator[ToldPhoto]:
        while self._turn in self._ready:
            outcomes = self._ready.pop(self._turn)
            self._turn += 1
            yield from outcomes
