"""What a watch says besides its photos, line by line on stderr: folders, problems, and at the end the counts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from rich.console import Console

from assist_cli.render.plain_text import printable
from assist_cli.render.watch_end import end_lines
from assist_cli.render.watch_words import how_watched, why_unread
from assist_cli.workflows.watch.totals import Totals
from assist_cli.workflows.watch.watch_request import Mode, WatchedBy, WatchListener
from assist_cli.workflows.write_sidecars import WrittenShoot
from index.photo.errors import UnreadablePhoto


class WatchLog(WatchListener):
    """Plain lines that begin with the time; `quiet`: only problems."""

    def __init__(self, console: Console, *, quiet: bool) -> None:
        self._console = console
        self._quiet = quiet
        self._run: str | None = None

    def started(self, watched: Sequence[WatchedBy]) -> None:
        """Which folders, and how."""
        for one in watched:
            how = "" if one.mode is Mode.EVENTS else f", {how_watched(one)}"
            self._say(f"watching {printable(one.folder)}{how}")

    def unread(self, photo: UnreadablePhoto, retry_in_s: float | None) -> None:
        """What could not be read."""
        if retry_in_s is None:
            self._warn(f"{printable(photo.path)}: {why_unread(photo)}")
        else:
            self._say(f"{printable(photo.path)}: {printable(photo.message)}; trying again")

    def written(self, shoot: WrittenShoot) -> None:
        """Sidecars that could not be written, and once a run that some were."""
        from assist_cli.render.sidecar_changes import trouble_lines

        for line in trouble_lines(shoot):
            self._console.print(line)
        if shoot.run is not None and shoot.written and shoot.run.name != self._run:
            self._run = shoot.run.name
            self._say(f"sidecars are written; once the watch has ended: assist undo --run {self._run} takes them back")

    def polls(self, watched: WatchedBy) -> None:
        """A folder that brings no events."""
        self._warn(f"{printable(watched.folder)}: {how_watched(watched)}")

    def folder_gone(self, folder: Path) -> None:
        """A card was pulled out, a network went away."""
        self._warn(f"{printable(folder)} is gone; waiting for it to come back")

    def folder_back(self, folder: Path) -> None:
        """It is there again."""
        self._warn(f"{printable(folder)} is back")

    def trouble(self, words: str) -> None:
        """What is no photo's fault."""
        self._warn(printable(words))

    def ended(self, totals: Totals, unread: Sequence[UnreadablePhoto]) -> None:
        """What could not be read until the end, and the counts."""
        for line in end_lines(totals, unread, self._run, quiet=self._quiet):
            self._console.print(line)

    def _say(self, words: str) -> None:
        if not self._quiet:
            self._console.print(f"{datetime.now():%H:%M:%S}  {words}", style="dim", markup=False)

    def _warn(self, words: str) -> None:
        self._console.print(f"{datetime.now():%H:%M:%S}  {words}", style="yellow", markup=False)
