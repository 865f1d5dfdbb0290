"""The photos of a watch on stdout: a line for each, or one JSON object (`assist.photo/1`); out at once."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from assist_cli.render.photo_json import json_text, photo_json
from assist_cli.render.plain_text import printable
from assist_cli.render.watch_words import decision_word
from assist_cli.workflows.watch.totals import Totals
from assist_cli.workflows.watch.watch_request import ArrivedPhoto, Revision, WatchedBy, WatchListener
from assist_cli.workflows.weakest_reason import weakest_reason
from index.photo.errors import UnreadablePhoto
from scoring.ranking.stars import printed_score

WAIT_S = 12.0
"""For the decision on a photo, so that it gets one line: longer than advice waits while photos come. A choice."""
WORD_CELLS = 9


class WatchObjects(WatchListener):
    """One `assist.photo/1` a line as soon as the photo is stored; a photo that is given up is one too."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def scored(self, arrived: ArrivedPhoto) -> None:
        """The photo."""
        _write(self._stream, json_text(photo_json(arrived.photo)))

    def unread(self, photo: UnreadablePhoto, retry_in_s: float | None) -> None:
        """Why there is none, once it is not tried again."""
        if retry_in_s is None:
            _write(self._stream, json_text(photo_json(photo)))


@dataclass(frozen=True, slots=True)
class _Line:
    at: datetime
    since_s: float
    score: float
    reason: str
    latency_s: float | None
    is_known: bool


class WatchLines(WatchListener):
    """Time, name, score, decision, reason: a line a photo, and one more when its decision changes later."""

    def __init__(self, stream: IO[str], clock: Callable[[], float] = time.monotonic) -> None:
        self._stream = stream
        self._clock = clock
        self._folders: tuple[Path, ...] = ()
        self._waiting: dict[Path, _Line] = {}

    def started(self, watched: Sequence[WatchedBy]) -> None:
        """Names are told from the watched folder on, or whole where several are watched."""
        self._folders = tuple(one.folder for one in watched)

    def scored(self, arrived: ArrivedPhoto) -> None:
        """Its line waits for the decision, which comes a moment later; what was known before has one already."""
        photo = arrived.photo
        line = _Line(
            datetime.now(),
            self._clock(),
            photo.score.value,
            weakest_reason(photo),
            arrived.latency_s,
            photo.cached,
        )
        if photo.cached:
            self._photo(photo.path, line, "known")
        else:
            self._waiting[photo.path] = line

    def revised(self, revisions: Sequence[Revision]) -> None:
        """The lines that waited, and changes of what was told before."""
        for one in revisions:
            line = self._waiting.pop(one.path, None)
            if line is not None:
                reason = "; ".join(one.reasons) or line.reason
                self._photo(one.path, dataclasses.replace(line, reason=reason), decision_word(one.now))
            elif one.is_change:
                was = "" if one.before is None else f", was {decision_word(one.before)}"
                reason = f": {printable('; '.join(one.reasons))}" if one.reasons else ""
                self._out(datetime.now(), f"{self._name(one.path)}  now {decision_word(one.now)}{was}{reason}")

    def tick(self, totals: Totals) -> None:  # noqa: ARG002 - as all listeners are called
        """Lines that have waited too long."""
        self._tell_waiting(self._clock() - WAIT_S)

    def ended(self, totals: Totals, unread: Sequence[UnreadablePhoto]) -> None:  # noqa: ARG002 - as above
        """All lines."""
        self._tell_waiting(self._clock())

    def _tell_waiting(self, before_s: float) -> None:
        for path, line in [item for item in self._waiting.items() if item[1].since_s <= before_s]:
            del self._waiting[path]
            self._photo(path, line, decision_word(None))

    def _photo(self, path: Path, line: _Line, word: str) -> None:
        took = "" if line.latency_s is None else f"  ({line.latency_s:.2f} s)"
        told = (
            f"{self._name(path)}  {printed_score(line.score):>3}  {word:{WORD_CELLS}}  {printable(line.reason)}{took}"
        )
        self._out(line.at, told.rstrip())

    def _out(self, at: datetime, words: str) -> None:
        _write(self._stream, f"{at:%H:%M:%S}  {words}")

    def _name(self, path: Path) -> str:
        if len(self._folders) == 1 and path.is_relative_to(self._folders[0]):
            return printable(path.relative_to(self._folders[0]))
        return printable(path)


def _write(stream: IO[str], line: str) -> None:
    stream.write(f"{line}\n")
    stream.flush()
