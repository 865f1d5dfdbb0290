"""Several who hear of one watch."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from assist_cli.workflows.watch.totals import Totals
from assist_cli.workflows.watch.watch_request import ArrivedPhoto, Revision, WatchedBy, WatchListener
from assist_cli.workflows.write_sidecars import WrittenShoot
from index.photo.errors import UnreadablePhoto


class AllListeners(WatchListener):
    """Tells each in turn."""

    def __init__(self, listeners: Sequence[WatchListener] = ()) -> None:
        self.listeners = list(listeners)

    def started(self, watched: Sequence[WatchedBy]) -> None:
        """Passed on, as all below."""
        for one in self.listeners:
            one.started(watched)

    def scored(self, arrived: ArrivedPhoto) -> None:
        """See `WatchListener`."""
        for one in self.listeners:
            one.scored(arrived)

    def revised(self, revisions: Sequence[Revision]) -> None:
        """See `WatchListener`."""
        for one in self.listeners:
            one.revised(revisions)

    def unread(self, photo: UnreadablePhoto, retry_in_s: float | None) -> None:
        """See `WatchListener`."""
        for one in self.listeners:
            one.unread(photo, retry_in_s)

    def written(self, shoot: WrittenShoot) -> None:
        """See `WatchListener`."""
        for one in self.listeners:
            one.written(shoot)

    def polls(self, watched: WatchedBy) -> None:
        """See `WatchListener`."""
        for one in self.listeners:
            one.polls(watched)

    def folder_gone(self, folder: Path) -> None:
        """See `WatchListener`."""
        for one in self.listeners:
            one.folder_gone(folder)

    def folder_back(self, folder: Path) -> None:
        """See `WatchListener`."""
        for one in self.listeners:
            one.folder_back(folder)

    def trouble(self, words: str) -> None:
        """See `WatchListener`."""
        for one in self.listeners:
            one.trouble(words)

    def tick(self, totals: Totals) -> None:
        """See `WatchListener`."""
        for one in self.listeners:
            one.tick(totals)

    def ended(self, totals: Totals, unread: Sequence[UnreadablePhoto]) -> None:
        """See `WatchListener`."""
        for one in self.listeners:
            one.ended(totals, unread)
