"""How a watch is shown: a live screen on a terminal, plain lines elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from assist_cli.workflows.watch.watch_request import WatchListener


@contextmanager
def watch_view(stream: IO[str], *, jsonl: bool, quiet: bool) -> Iterator[list[WatchListener]]:
    """Photos go to `stream`, all else to stderr. The screen takes the terminal, unless JSON lines run over it."""
    from assist_cli.console import talk
    from assist_cli.render.watch_lines import WatchLines, WatchObjects
    from assist_cli.render.watch_log import WatchLog
    from assist_cli.render.watch_screen import WatchScreen

    console = talk()
    lines = WatchObjects(stream) if jsonl else WatchLines(stream)
    if quiet or not console.is_terminal or console.is_dumb_terminal or (jsonl and stream.isatty()):
        yield [lines, WatchLog(console, quiet=quiet)]
        return
    with WatchScreen(console) as screen:
        yield [screen] if stream.isatty() else [lines, screen]
