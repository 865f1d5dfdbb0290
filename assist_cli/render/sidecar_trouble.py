"""A sidecar that was left as it is, and why."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.text import Text

from assist_cli.render.plain_text import printable
from assist_cli.workflows.marked_places import UnreadableSidecar

MOST_NAMED = 8
"""Files named under one reason before the rest is counted; a choice. JSON lines name all."""


def unreadable_line(sidecar: UnreadableSidecar) -> Text:
    """`IMG_0412.xmp: the XML is not well-formed (what to do)`."""
    return trouble_line(sidecar.path, sidecar.message, sidecar.hint)


def trouble_line(path: Path, message: str, hint: str = "") -> Text:
    """As `unreadable_line`, of any trouble with a file."""
    line = Text(f"{printable(path)}: ", style="bold yellow").append(printable(message), style="not bold")
    return line.append(f" ({printable(hint)})", style="dim") if hint else line


def some_named(paths: Sequence[Path]) -> str:
    """`A.jpg, B.jpg and 12 more`."""
    names = ", ".join(printable(path.name) for path in paths[:MOST_NAMED])
    more = len(paths) - MOST_NAMED
    return f"{names} and {more:,} more" if more > 0 else names
