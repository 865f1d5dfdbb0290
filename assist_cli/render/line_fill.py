"""Fills lines up to a width in cells with words, or with facts that should stay whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from rich.cells import chop_cells

from assist_cli.render.cell_count import cell_len

BETWEEN_WORDS = re.compile(r"(?<!ISO)(?:(?<=\D) | (?!%|(?:mm|EV|MP|px|s)\b))")
"""Spaces where a line may end: not between a number and its unit."""


def wrapped(text: str, width: int, hang: int = 0) -> list[str]:
    """Lines of whole words, those after the first indented by `hang`; only a word longer than a line is broken."""
    words = [word for word in BETWEEN_WORDS.split(text) if word]
    return _filled(words, " ", width, hang, chop_cells)


def filled(facts: Iterable[str], joint: str, width: int, hang: int = 2) -> list[str]:
    """Lines of whole facts with `joint` between them; a fact longer than a line wraps at its words."""
    return _filled(list(facts), joint, width, hang, wrapped)


def _filled(
    parts: Sequence[str], joint: str, width: int, hang: int, broken: Callable[[str, int], list[str]]
) -> list[str]:
    lines: list[str] = []
    for part in parts:
        indent = " " * hang if lines else ""
        if lines and cell_len(lines[-1] + joint + part) <= width:
            lines[-1] += joint + part
        elif cell_len(indent + part) <= width:
            lines.append(indent + part)
        else:
            first, *rest = broken(part, max(1, width - hang))
            lines += [indent + first, *(" " * hang + row for row in rest)]
    return lines
