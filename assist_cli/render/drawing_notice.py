"""Says on a terminal that pictures are being drawn: that takes seconds, in which nothing else is seen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console


@contextmanager
def drawing_notice(console: Console, *, quiet: bool) -> Iterator[None]:
    """A live line while the block runs, and nothing of it afterwards; nothing at all in a log."""
    if quiet or not console.is_terminal:
        yield
        return
    with console.status("drawing the pictures ..."):
        yield
