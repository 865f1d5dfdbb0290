"""Puts finished lines on a console: as they are, never wrapped, in letters that its stream can carry."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text


def print_line(console: Console, line: Text) -> None:
    """Print one line, without blanks at its end; each letter that cannot be written becomes `?`, so widths stay."""
    line.rstrip()
    line.plain = line.plain.encode(console.encoding, "replace").decode(console.encoding)
    console.print(line, soft_wrap=True)
