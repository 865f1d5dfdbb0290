"""What a watch does, line by line: photos and advice on stdout, everything else on stderr."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING

from assist_cli.render.plain_text import printable
from assist_cli.workflows.watch.totals import Totals
from assist_cli.workflows.watch.watch_request import ArrivedPhoto, Mode, Revision, WatchedBy, WatchListener
from assist_cli.workflows.write_sidecars import WrittenShoot
from index.photo.errors import UnreadablePhoto
from scoring.ranking.picks.choice import Decision

if TYPE_CHECKING:
    from rich.console import Console

DECISION_WORDS = {Decision.KEEPER: "keep", Decision.ALTERNATE: "alternate", Decision.REJECT_CANDIDATE: "reject?"}


class WatchLog(WatchListener):
    """Plain lines that begin with the time, or with `jsonl` one `assist.photo/1` a photo; each is out at once."""

    def __init__(self, stream: IO[str], talk: Console, *, jsonl: bool, quiet: bool) -> None:
        self._stream = stream
        self._talk = talk
        self._jsonl = jsonl
        self._quiet = quiet
        self._run = ""

    def started(self, watched: Sequence[WatchedBy]) -> None:
        """Which folders, and how."""
        for one in watched:
            self._say(f"watching {printable(one.folder)}{_how(one)}")

    def scored(self, arrived: ArrivedPhoto) -> None:
        """The photo, its score, why it is not higher, and how long it took."""
        from assist_cli.render.photo_json import json_text, photo_json
        from assist_cli.render.table_row import weakest_reason
        from scoring.ranking.stars import printed_score

        photo = arrived.photo
        if self._jsonl:
            self._write(json_text(photo_json(photo)))
            return
        took = "" if arrived.latency_s is None else f"  ({arrived.latency_s:.2f} s)"
        reason = printable(weakest_reason(photo))
        known = " (known)" if photo.cached else ""
        self._line(f"{printable(photo.path.name)}  {printed_score(photo.score.value)}{known}  {reason}{took}")

    def revised(self, revisions: Sequence[Revision]) -> None:
        """Decisions that are new or another; not those of which only the rank moved."""
        if self._jsonl:
            return
        for one in revisions:
            if one.is_change:
                before = "" if one.before is None else f"{DECISION_WORDS[one.before]} -> "
                reason = f": {printable(one.reasons[0])}" if one.reasons else ""
                self._line(f"{printable(one.path.name)}  {before}{DECISION_WORDS[one.now]}{reason}")

    def unread(self, photo: UnreadablePhoto, retry_in_s: float | None) -> None:
        """What could not be read."""
        if retry_in_s is not None:
            self._say(f"{printable(photo.path)}: {printable(photo.message)}; trying again")
            return
        if self._jsonl:
            from assist_cli.render.photo_json import json_text, photo_json

            self._write(json_text(photo_json(photo)))
        self._warn(f"{printable(photo.path)}: {printable(photo.message)}; {photo.hint}")

    def written(self, shoot: WrittenShoot) -> None:
        """Sidecars that could not be written, and once a run how to take it back."""
        from assist_cli.render.sidecar_changes import trouble_lines

        for line in trouble_lines(shoot):
            self._talk.print(line)
        if shoot.run is not None and shoot.run.name != self._run:
            self._run = shoot.run.name
            self._say(
                f"sidecars are written; when the watch has ended, take them back with: assist undo --run {self._run}"
            )

    def polls(self, watched: WatchedBy) -> None:
        """A folder that brings no events."""
        self._warn(f"{printable(watched.folder)}{_how(watched)}")

    def folder_gone(self, folder: Path) -> None:
        """A card was pulled out, a network went away."""
        self._warn(f"{printable(folder)} is not there any more; waiting for it")

    def folder_back(self, folder: Path) -> None:
        """It is there again."""
        self._say(f"{printable(folder)} is back")

    def trouble(self, words: str) -> None:
        """Something that is no photo's fault."""
        self._warn(printable(words))

    def ended(self, totals: Totals, unread: Sequence[UnreadablePhoto]) -> None:
        """What could not be read until the end, and the counts."""
        from assist_cli.render.run_summary import failure_lines

        for line in failure_lines(unread):
            self._talk.print(line)
        if not self._quiet:
            self._talk.print(counts(totals), style="dim", markup=False)

    def _line(self, words: str) -> None:
        self._write(f"{datetime.now():%H:%M:%S} {words}")

    def _write(self, line: str) -> None:
        self._stream.write(f"{line}\n")
        self._stream.flush()

    def _say(self, words: str) -> None:
        if not self._quiet:
            self._talk.print(f"{datetime.now():%H:%M:%S} {words}", style="dim", markup=False)

    def _warn(self, words: str) -> None:
        self._talk.print(f"{datetime.now():%H:%M:%S} {words}", style="yellow", markup=False)


def counts(totals: Totals) -> str:
    """`412 photos scored, 3 known before, 7 times advice was revised, 415 sidecars written; 2 unreadable`."""
    parts = [f"{totals.scored} {'photo' if totals.scored == 1 else 'photos'} scored"]
    if totals.known:
        parts.append(f"{totals.known} known before")
    if totals.revised:
        parts.append(f"advice revised {totals.revised} {'time' if totals.revised == 1 else 'times'}")
    if totals.sidecars:
        parts.append(f"{totals.sidecars} {'sidecar' if totals.sidecars == 1 else 'sidecars'} written")
    return ", ".join(parts) + (f"; {totals.unread} unreadable" if totals.unread else "")


def _how(watched: WatchedBy) -> str:
    if watched.mode is Mode.EVENTS:
        return ""
    return f", looking every second: {printable(watched.why)}" if watched.why else ", looking every second"
