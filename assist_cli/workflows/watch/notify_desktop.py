"""Notes on the desktop: one when photos have stopped coming, not one a photo, and one when a folder goes or comes back."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from assist_cli.workflows.watch.note_commands import Notifier
from assist_cli.workflows.watch.side_commands import SideCommands
from assist_cli.workflows.watch.totals import Totals
from assist_cli.workflows.watch.watch_request import ArrivedPhoto, Revision, WatchListener
from index.photo.errors import UnreadablePhoto
from scoring.ranking.picks.choice import Decision

QUIET_S = 15.0
"""A choice: longer than a camera pauses between bursts, or a card reader between folders."""
LONGEST_S = 900.0
"""A choice: who shoots all day without a pause hears four times an hour."""
TITLE = "photo-assist"
GRACE_S = 1.0
"""A choice: the last note, which tells that a watch has ended, takes a few hundredths of a second."""


class DesktopNotes(WatchListener):
    """Gathers what happens and tells it in a few notes. `tell` gets what hinders that, once, in the thread that watches."""

    def __init__(
        self,
        notifier: Notifier,
        tell: Callable[[str], None],
        commands: SideCommands,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._notifier = notifier
        self._tell = tell
        self._commands = commands
        self._clock = clock
        self._is_off = False
        self._clear()

    def started(self, watched: Sequence[object]) -> None:  # noqa: ARG002 - as all listeners are called
        """Says at once where no note can ever be shown."""
        if not self._notifier.is_there:
            self._give_up(f"no notifications: {self._notifier.program} is not installed; {self._notifier.hint}")

    def scored(self, arrived: ArrivedPhoto) -> None:
        """One more of this lot."""
        self._lot[arrived.photo.path] = self._lot.get(arrived.photo.path)
        self._heard()

    def revised(self, revisions: Sequence[Revision]) -> None:
        """What is advised of this lot; what is advised of earlier photos is no reason for a note."""
        for revision in revisions:
            if revision.path in self._lot:
                self._lot[revision.path] = revision.now

    def unread(self, photo: UnreadablePhoto, retry_in_s: float | None) -> None:
        """One that could not be read, once it is given up."""
        if retry_in_s is None:
            self._unread[photo.path] = photo.message
            self._heard()

    def folder_gone(self, folder: Path) -> None:
        """Told at once: somebody may want to put the card back."""
        self._show(f"{folder} is gone; waiting for it to come back")

    def folder_back(self, folder: Path) -> None:
        """Told at once."""
        self._show(f"{folder} is back")

    def tick(self, totals: Totals) -> None:  # noqa: ARG002 - as above
        """Tells the lot when nothing more comes, or when it grows for too long."""
        now_s = self._clock()
        if self._first_s is not None and (now_s - self._last_s >= QUIET_S or now_s - self._first_s >= LONGEST_S):
            self._show_lot()
        for failure in self._commands.failures():
            self._give_up(f"no notifications: {self._notifier.program} {failure.words}")

    def ended(self, totals: Totals, unread: Sequence[UnreadablePhoto]) -> None:  # noqa: ARG002 - as above
        """The last lot is not lost."""
        if self._first_s is not None:
            self._show_lot()
        self._commands.end(GRACE_S)

    def _clear(self) -> None:
        self._lot: dict[Path, Decision | None] = {}
        self._unread: dict[Path, str] = {}
        self._first_s: float | None = None
        self._last_s = 0.0

    def _heard(self) -> None:
        self._last_s = self._clock()
        self._first_s = self._last_s if self._first_s is None else self._first_s

    def _show_lot(self) -> None:
        self._show(lot_words(self._lot, self._unread))
        self._clear()

    def _show(self, body: str) -> None:
        if not self._is_off:
            self._commands.put(body, self._notifier.command(TITLE, body))

    def _give_up(self, words: str) -> None:
        if not self._is_off:
            self._is_off = True
            self._tell(words)


def lot_words(lot: dict[Path, Decision | None], unread: dict[Path, str]) -> str:
    """`500 photos scored: 310 to keep, 14 reject candidates` and what could not be read; a single one by its name."""
    lines = []
    if lot:
        told = Counter(lot.values())
        keep, rejects = told[Decision.KEEPER], told[Decision.REJECT_CANDIDATE]
        advice = f": {keep} to keep" if keep else ""
        if rejects:
            advice += f"{', ' if advice else ': '}{rejects} reject candidate{'s' if rejects > 1 else ''}"
        lines.append(f"{_counted(list(lot))} scored{advice}")
    if unread:
        why = f": {next(iter(unread.values()))}" if len(unread) == 1 else ""
        lines.append(f"{_counted(list(unread))} could not be read{why}")
    return "\n".join(lines)


def _counted(paths: Sequence[Path]) -> str:
    return paths[0].name if len(paths) == 1 else f"{len(paths):,} photos"
