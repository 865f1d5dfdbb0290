"""Lines of the screen of which it is known what to write.

Textual's segments, thousands of a picture, are made for those only who cut a line, or save the screen as a picture.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Self

from rich.console import Console
from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class WrittenStrip(Strip):
    """`write` tells its text with control sequences, `split` makes segments that show the same."""

    __slots__ = ("_made", "_split", "_write")

    def __init__(self, cells: int, write: Callable[[Console], str], split: Callable[[], Iterable[Segment]]) -> None:
        self._write, self._split = write, split
        self._made: list[Segment] | None = None
        super().__init__((), cells)

    @property
    def _segments(self) -> list[Segment]:
        if self._made is None:
            self._made = list(self._split())
        return self._made

    @_segments.setter
    def _segments(self, segments: list[Segment]) -> None:
        """Textual begins with none; they are made when somebody looks."""

    def render(self, console: Console) -> str:
        """See `Strip`."""
        return self._write(console)


class JoinedStrip(WrittenStrip):
    """Strips side by side; cut between them, each stays as it is."""

    __slots__ = ("parts",)

    def __init__(self, parts: Sequence[Strip]) -> None:
        self.parts = parts
        super().__init__(
            sum(part.cell_length for part in parts),
            lambda console: "".join(part.render(console) for part in parts),
            lambda: (segment for part in parts for segment in part),
        )

    def crop(self, start: int, end: int | None = None) -> Strip:
        """See `Strip`."""
        stop = self.cell_length if end is None else end
        if start <= 0 and stop >= self.cell_length:
            return self
        kept, at = [], 0
        for part in self.parts:
            left, at = at, at + part.cell_length
            if start <= left and at <= stop:
                kept.append(part)
            elif start < at and left < stop:
                kept.append(part.crop(max(0, start - left), min(at, stop) - left))
        return JoinedStrip(kept)


def beside(strips: Iterable[Strip]) -> Strip:
    """From left to right."""
    return JoinedStrip(
        [part for strip in strips for part in (strip.parts if isinstance(strip, JoinedStrip) else (strip,))]
    )


def in_middle(line: Strip, width: int) -> Sequence[Strip]:
    """With blanks on both sides."""
    left = (width - line.cell_length) // 2
    return (Strip.blank(left), line, Strip.blank(width - left - line.cell_length))


class WrittenLines(Widget):
    """A widget whose lines are drawn as `render_line` tells them, once until it is refreshed. Textual would take them apart to put
    borders and colours around them, of which it has none."""

    def __init__(self) -> None:
        super().__init__()
        self._kept: dict[int, Strip] = {}
        self._kept_size = self.size

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """See `Widget`."""
        if regions:
            for y in (y for region in regions for y in region.line_range):
                self._kept.pop(y, None)
        else:
            self._kept.clear()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_lines(self, crop: Region) -> list[Strip]:
        """See `Widget`."""
        if self.get_line_filters():
            return super().render_lines(crop)
        if self._kept_size != self.size:
            self._kept, self._kept_size = {}, self.size
        return [self._kept_line(y).crop(crop.x, crop.right) for y in crop.line_range]

    def _kept_line(self, y: int) -> Strip:
        if y not in self._kept:
            self._kept[y] = self.render_line(y)
        return self._kept[y]
