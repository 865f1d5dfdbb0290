"""Puts finished lines on a console: as they are, never wrapped, in letters that its stream can carry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from rich.cells import set_cell_size
from rich.console import Console
from rich.segment import Segment, Segments
from rich.text import Text

from assist_cli.render.cell_count import cell_len

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
        shown = _shown(console, some, cells)
        segments = _segments(console, shown, some) if console.color_system else [Segment("\n".join([*shown, ""]))]
        console.print(Segments(segments), soft_wrap=True, end="")


def _shown(console: Console, lines: Iterable[Line], cells: int | None) -> list[str]:
    """The letters of each line that are seen."""
    plain = ["".join([text for text, _ in line]) for line in lines]
    if cells is not None:
        plain = [set_cell_size(line, cells) if cell_len(line) > cells else line for line in plain]
    # A line of ours has no line break: all are encoded at once.
    seen = "\n".join([line.rstrip() for line in plain]).encode(console.encoding, "replace").decode(console.encoding)
    return seen.split("\n")


def _segments(console: Console, shown: Iterable[str], lines: Iterable[Line]) -> Iterator[Segment]:
    for letters, line in zip(shown, lines, strict=True):
        yield from _styled(console, letters, line)
        yield Segment.line()


def _styled(console: Console, shown: str, line: Line) -> Iterator[Segment]:
    """The letters that are shown, in the styles of the line's pieces."""
    start = 0
    for text, style in line:
        if piece := shown[start : start + len(text)]:
            yield Segment(piece, console.get_style(style) if style else None)
        start += len(text)
