"""Parts of the panel, and which of them go first where there is little room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.text import Text


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together. What has the lowest `worth` is left out first, one line at a time from its end, down to `least`
    lines and then the whole of it; `gap`: an empty line before it, where there is room for all.
    """

    lines: Sequence[Text]
    worth: int
    least: int = 1
    gap: bool = False


def laid_out(blocks: Sequence[Block], height: int) -> list[Text]:
    """At most `height` lines."""
    kept = [[*block.lines] for block in blocks]
    for place in sorted(range(len(blocks)), key=lambda one: blocks[one].worth):
        while len(kept[place]) > blocks[place].least and _sum(kept) > height:
            kept[place].pop()
    for place in sorted(range(len(blocks)), key=lambda one: blocks[one].worth):
        if _sum(kept) > height:
            kept[place].clear()
    room = height - _sum(kept)
    lines: list[Text] = []
    for block, rows in zip(blocks, kept, strict=True):
        if block.gap and rows and lines and room > 0:
            lines.append(Text())
            room -= 1
        lines += rows
    return lines[:height]


def _sum(kept: Sequence[Sequence[Text]]) -> int:
    return sum(map(len, kept))
