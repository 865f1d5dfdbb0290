"""How far a training run is, on stderr: a live line under the lines that stay, and nothing more in a log."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console

from assist_cli.render.live_progress import duration

Step = Callable[[str, int, int], None]


@contextmanager
def training_progress(console: Console, *, quiet: bool) -> Iterator[Step]:
    """Give it to a training run as `step`. A log already gets a line for each epoch."""
    if quiet or not console.is_terminal:
        yield lambda _stage, _done, _total: None
        return
    from rich.progress import BarColumn, Progress, TextColumn

    columns = (BarColumn(bar_width=24), TextColumn("{task.description}"))
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as live:
        task = live.add_task("starting", total=None)
        stages = Stages()
        yield lambda stage, done, total: live.update(
            task, total=total, completed=done, description=stages.line(stage, done, total)
        )


class Stages:
    """Words for a step; the pace is that of its own stage, from where it was taken up."""

    def __init__(self) -> None:
        self._stage, self._first, self._since_s = "", 0, 0.0

    def line(self, stage: str, done: int, total: int) -> str:
        """`training · 1,200 of 10,080 photos · 17.3 photos/s · 8 min 33 s left`."""
        now_s = time.monotonic()
        if stage != self._stage:
            self._stage, self._first, self._since_s = stage, done, now_s
        parts = [stage, f"{done:,} of {total:,} photos"]
        pace = (done - self._first) / max(now_s - self._since_s, 1e-9)
        if done > self._first:
            parts += [f"{pace:.1f} photos/s", f"{duration((total - done) / pace)} left"]
        return " · ".join(parts)
