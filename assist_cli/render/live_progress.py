"""How a long run is going, on stderr: a live line on a terminal, a plain line now and then in a log."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console

from assist_cli.workflows.progress import Progress

if TYPE_CHECKING:
    from rich.progress import Progress as Live

Report = Callable[[Progress], None]

LOG_EVERY_S = 30.0
"""Often enough to see that a run is alive, seldom enough for a log to stay readable."""


@contextmanager
def live_progress(console: Console, *, quiet: bool) -> Iterator[Report]:
    """Give it to a workflow as `report`."""
    if quiet:
        yield lambda _progress: None
    elif console.is_terminal:
        with _bar(console) as report:
            yield report
    else:
        yield _Log(console)


def progress_line(progress: Progress) -> str:
    """`412 of 2,000 · 7.9 photos/s · 3 min 20 s left · 2 unreadable`."""
    parts = [f"{progress.done:,} of {progress.total:,}"]
    if progress.seconds_left is not None:
        parts += [f"{progress.photos_per_s:.1f} photos/s", f"{duration(progress.seconds_left)} left"]
    if progress.failed:
        parts.append(f"{progress.failed} unreadable")
    return " · ".join(parts)


def duration(seconds: float) -> str:
    """`40 s`, `3 min 20 s`, `1 h 5 min`."""
    minutes, rest = divmod(round(seconds), 60)
    if minutes < 1:
        return f"{rest} s"
    hours, minutes_left = divmod(minutes, 60)
    return f"{hours} h {minutes_left} min" if hours else f"{minutes} min {rest} s"


@contextmanager
def _bar(console: Console) -> Iterator[Report]:
    from rich.progress import BarColumn, TextColumn
    from rich.progress import Progress as Live

    columns = (BarColumn(bar_width=24), TextColumn("{task.description}"))
    # Not redirecting stdout: it may be a file, and rich would put what is meant for it on stderr.
    with Live(*columns, console=console, transient=True, redirect_stdout=False) as live:
        yield _Bar(live)


class _Bar:
    """Told of every photo, and drawn now and then: known ones come by thousands a second."""

    def __init__(self, live: Live) -> None:
        self._live = live
        self._task = live.add_task("looking for photos", total=None)
        self._next_s = 0.0

    def __call__(self, progress: Progress) -> None:
        if (now_s := time.monotonic()) < self._next_s and progress.done < progress.total:
            return
        self._next_s = now_s + 1 / self._live.live.refresh_per_second
        line = progress_line(progress)
        self._live.update(self._task, total=progress.total, completed=progress.done, description=line)


class _Log:
    def __init__(self, console: Console) -> None:
        self._console = console
        self._next_s = time.monotonic() + LOG_EVERY_S

    def __call__(self, progress: Progress) -> None:
        if time.monotonic() >= self._next_s:
            self._next_s = time.monotonic() + LOG_EVERY_S
            self._console.print(progress_line(progress))
