"""How a download is going, on stderr: a bar on a terminal, a plain line now and then in a log."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console

Report = Callable[[int, int | None], None]

LOG_EVERY_S = 30.0
"""Often enough to see that a run is alive, seldom enough for a log to stay readable."""


@contextmanager
def download_progress(console: Console, *, quiet: bool) -> Iterator[Report]:
    """Give it to a download as `report`."""
    if quiet:
        yield lambda _done, _total: None
    elif console.is_terminal:
        with _bar(console) as report:
            yield report
    else:
        yield _Log(console)


def download_line(done: int, total: int | None) -> str:
    """`12.4 of 58.9 MB`, or `12.4 MB` where nobody knows how much there is."""
    return f"{done / 1e6:,.1f} MB" if total is None else f"{done / 1e6:,.1f} of {total / 1e6:,.1f} MB"


@contextmanager
def _bar(console: Console) -> Iterator[Report]:
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn, TransferSpeedColumn

    columns = (BarColumn(bar_width=24), TextColumn("{task.description}"), TransferSpeedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as live:
        task = live.add_task("asking the publisher", total=None)
        yield lambda done, total: live.update(task, total=total, completed=done, description=download_line(done, total))


class _Log:
    def __init__(self, console: Console) -> None:
        self._console = console
        self._next_s = time.monotonic() + LOG_EVERY_S

    def __call__(self, done: int, total: int | None) -> None:
        if time.monotonic() >= self._next_s:
            self._next_s = time.monotonic() + LOG_EVERY_S
            self._console.print(download_line(done, total))
