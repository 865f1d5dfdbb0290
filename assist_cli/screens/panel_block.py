"""Parts of the panel, and which of them go first where there is little room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.text import Text


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together. What has the lowest `worth` goes first: lines from its end, down to `least`, then all of it.
    `gap`: an empty line before it, where there is room for all. `flows`: one text, which ends in an ellipsis where it is cut.
    """

    lines: Sequence[Text]
    worth: int
    least: int = 1
    gap: bool = False
    flows: bool = False


def laid_out(blocks: Sequence[Block], height: int) -> list[Text]:
    """At most `height` lines."""
    kept = [[*block.lines] for block in blocks]
    for place in sorted(range(len(blocks)), key=lambda one: blocks[one].worth):
        over = sum(map(len, kept)) - height
        if over > 0:
            kept[place] = _cut(blocks[place], over)
    room = height - sum(map(len, kept))
    lines: list[Text] = []
    for block, rows in zip(blocks, kept, strict=True):
        if block.gap and rows and lines and room > 0:
            lines.append(Text())
            room -= 1
        lines += rows
    return lines[:height]


def _cut(block: Block, over: int) -> list[Text]:
    """Without so many lines, or without any where fewer than `least` would stay."""
    count = max(len(block.lines) - over, block.least)
    if count >= len(block.lines) or len(block.lines) - count < over:
        return []
    rows = [line.copy() for line in block.lines[:count]]
    if block.flows:
        rows[-1].append("…")
    return rows
