"""The live screen of a watch: drawn at most four times a second, in whatever size the terminal has just now."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from rich.console import Console, ConsoleOptions, RenderResult
from rich.live import Live
from rich.segment import Segment

from assist_cli.render.bars import UNICODE, glyphs_for
from assist_cli.render.watch_blocks import Drawn
from assist_cli.render.watch_end import end_lines
from assist_cli.render.watch_facts import WatchFacts
from assist_cli.render.watch_layout import MARGIN, screen_lines
from assist_cli.render.watch_picture import LastPicture, colours_of
from assist_cli.workflows.watch.totals import Totals
from assist_cli.workflows.watch.watch_request import ArrivedPhoto, Revision, WatchedBy
from assist_cli.workflows.write_sidecars import WrittenShoot
from index.photo.errors import UnreadablePhoto

LEAST_PAUSE_S = 0.25
"""Four times a second: more would flicker over a slow line, and take time from the photos."""


class WatchScreen(WatchFacts):
    """Takes the whole terminal once the watch has started, until it is left; at the end it says what a log would."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._picture = LastPicture(colours_of(console) if glyphs_for(console.encoding) is UNICODE else None)
        # Its own alternate screen: a size that changes leaves nothing behind. We refresh it ourselves, in this thread.
        self._live = Live(
            self, console=console, screen=True, auto_refresh=False, redirect_stdout=False, redirect_stderr=False
        )
        self._drawn_s = 0.0
        self._run: str | None = None

    def __enter__(self) -> WatchScreen:
        self._console.print("loading the networks; Ctrl-C ends a watch", style="dim")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._live.stop()

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Exactly the terminal's size, so that nothing scrolls."""
        width, rows = options.max_width, options.height or console.height
        on = Drawn(self, max(1, width - 2 * MARGIN), glyphs_for(console.encoding))
        for place, line in enumerate(screen_lines(on, rows, self._picture)):
            # Segments as they are: every line fits already, and wrapping them again would take half of the time.
            yield Segment("\n" if place else "")
            yield Segment(" " * MARGIN)
            yield from line.picture
            yield from line.words.render(console)

    def started(self, watched: Sequence[WatchedBy]) -> None:
        """Which folders, and how."""
        super().started(watched)
        self._live.start(refresh=True)

    def scored(self, arrived: ArrivedPhoto) -> None:
        """The latest photo."""
        super().scored(arrived)
        self._draw()

    def revised(self, revisions: Sequence[Revision]) -> None:
        """The latest advice."""
        super().revised(revisions)
        self._draw()

    def written(self, shoot: WrittenShoot) -> None:
        """Remembers how sidecars are taken back."""
        super().written(shoot)
        if shoot.run is not None and shoot.written:
            self._run = shoot.run.name

    def folder_gone(self, folder: Path) -> None:
        """Shown at once."""
        super().folder_gone(folder)
        self._draw()

    def tick(self, totals: Totals) -> None:
        """Time goes by, and the size may have changed."""
        super().tick(totals)
        self._draw(is_idle=not (totals.waiting or totals.arriving))

    def ended(self, totals: Totals, unread: Sequence[UnreadablePhoto]) -> None:
        """Back on the screen that was there before: what went wrong, what could not be read, and the counts."""
        self._live.stop()
        told_below = {str(photo.path) for photo in unread}
        for key, problem in self.problems.items():
            if key not in told_below:
                self._console.print(f"{problem.at:%H:%M:%S}  {problem.words}", style="yellow", markup=False)
        for line in end_lines(totals, unread, self._run, quiet=False):
            self._console.print(line)

    def _draw(self, *, is_idle: bool = False) -> None:
        now_s = self.clock()
        if not self._live.is_started or now_s - self._drawn_s < LEAST_PAUSE_S:
            return
        self._drawn_s = now_s
        if self.last is not None:
            self._picture.look(self.last.path, is_idle=is_idle)
        self._live.refresh()
