"""What is said when a watch has ended: what could not be read, the counts, and how to take sidecars back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from assist_cli.render.run_summary import failure_lines
from assist_cli.render.watch_words import counts
from assist_cli.workflows.watch.totals import Totals
from index.photo.errors import UnreadablePhoto


def end_lines(totals: Totals, unread: Sequence[UnreadablePhoto], run: str | None, *, quiet: bool) -> Iterator[Text]:
    """`run`: the journal's name for the sidecars of this watch, if there are any; `quiet`: only what could not be read."""
    yield from failure_lines(unread)
    if quiet:
        return
    yield Text(counts(totals), style="dim")
    if run is not None:
        yield Text(f"take the sidecars back with: assist undo --run {run}", style="dim")
