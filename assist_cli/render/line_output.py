"""Puts finished lines on a console: as they are, never wrapped, in letters that its stream can carry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.segment import Segment, Segments
from rich.text import Text

Line = Sequence[tuple[str, str]]
"""Pieces of a line, each with its style; empty for none."""

LINES_AT_ONCE = 200
"""A choice: what one call to rich costs is then nothing beside the lines."""


def print_line(console: Console, line: Text) -> None:
    """Print one line, without blanks at its end; each letter that cannot be written becomes `?`, so widths stay."""
    line.rstrip()
    line.plain = line.plain.encode(console.encoding, "replace").decode(console.encoding)
    console.print(line, soft_wrap=True)


def print_lines(console: Console, lines: Iterable[Line], cells: int | None = None) -> None:
    """As `print_line`, of very many lines, each cut to so many cells where they may be wider: a hundred thousand of rich's texts
    take over a minute.
    """
    rest = iter(lines)
    while some := list(islice(rest, LINES_AT_ONCE)):
        console.print(Segments(_segments(console, some, cells)), soft_wrap=True, end="")


def _segments(console: Console, lines: Iterable[Line], cells: int | None) -> Iterator[Segment]:
    encoding = console.encoding
    for line in lines:
        plain = "".join([text for text, _ in line])
        if cells is not None and cell_len(plain) > cells:
            plain = set_cell_size(plain, cells)
        shown = plain.rstrip().encode(encoding, "replace").decode(encoding)
        yield from _styled(console, shown, line) if console.color_system else [Segment(shown)]
        yield Segment.line()


def _styled(console: Console, shown: str, line: Line) -> Iterator[Segment]:
    """The letters that are shown, in the styles of the line's pieces."""
    start = 0
    for text, style in line:
        if piece := shown[start : start + len(text)]:
            yield Segment(piece, console.get_style(style) if style else None)
        start += len(text)
