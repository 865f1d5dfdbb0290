"""What each factor says of a photo: a bar, a number, a level, how sure, and why, as the width allows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from rich.cells import cell_len
from rich.text import Text

from assist_cli.render.bars import Glyphs, bar
from assist_cli.render.line_fill import wrapped
from assist_cli.render.palette import LOW, QUIET, factor_style
from scoring.assessment import Assessment

GAP = 2
NUMBER_CELLS = 4
"""A space and a number up to 100."""
SURE_CELLS = len("100 % sure")
MAX_BAR_CELLS = 20
MIN_BAR_CELLS = 8
"""Below this many a bar says less than the words it would push onto another line."""
READING_CELLS = 96
"""Longer lines of text are hard to follow from end to start."""
ENOUGH_REASON_CELLS = 44
"""Reasons stand beside their factor where they get so many; most then take one or two lines."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Widths in cells, gaps not counted."""

    total: int
    name: int
    bar: int
    level: int
    """0 puts level and certainty on a line of their own."""
    reason: int
    """0 puts reasons below their factor."""


def factor_lines(assessments: Mapping[str, Assessment], width: int, glyphs: Glyphs) -> Iterator[Text]:
    """Lines of at most `width` cells; reasons beside their factor, below it, or below with level and certainty."""
    columns = _columns(assessments, width)
    for name, said in assessments.items():
        yield from _factor(name, said, columns, glyphs)


def _columns(assessments: Mapping[str, Assessment], width: int) -> Columns:
    name = max((cell_len(name) for name in assessments), default=0)
    level = max((cell_len(said.level) for said in assessments.values()), default=0)
    fixed = name + GAP + NUMBER_CELLS + GAP
    beside = width - fixed - level - GAP - SURE_CELLS
    if beside < MIN_BAR_CELLS:
        return Columns(width, name, max(1, min(MAX_BAR_CELLS, width - fixed + GAP)), 0, 0)
    reason = min(READING_CELLS, beside - MAX_BAR_CELLS - GAP - 1)
    return Columns(width, name, min(MAX_BAR_CELLS, beside), level, reason if reason >= ENOUGH_REASON_CELLS else 0)


def _factor(name: str, said: Assessment, columns: Columns, glyphs: Glyphs) -> Iterator[Text]:
    line = Text.assemble((name.ljust(columns.name), "bold"), " " * GAP, _measure(said, columns.bar, glyphs))
    reasons = [glyphs.spelled(reason) for reason in said.reasons]
    sure = "" if said.abstained else f"{said.confidence * 100:.0f} % sure"
    if columns.level:
        line.append(" " * GAP + said.level.ljust(columns.level) + " " * GAP).append(sure.rjust(SURE_CELLS), style=QUIET)
    if columns.reason:
        yield from _beside(line, reasons, columns.reason, _reason_style(said))
        return
    yield line
    if not columns.level:
        yield from _indented(", ".join(filter(None, (said.level, sure))), columns.total, "default")
    for reason in reasons:
        yield from _indented(reason, columns.total, _reason_style(said))


def _measure(said: Assessment, cells: int, glyphs: Glyphs) -> Text:
    if said.abstained:
        return Text(glyphs.nothing.ljust(cells + NUMBER_CELLS), style=QUIET)
    drawn = bar(said.value, cells, glyphs)
    return Text.assemble((drawn, factor_style(said.value)), (f"{said.value * 100:{NUMBER_CELLS}.0f}", "bold"))


def _beside(line: Text, reasons: Sequence[str], cells: int, style: str) -> Iterator[Text]:
    gap = " " * (GAP + 1)
    blank = Text(" " * line.cell_len)
    rows = [row for reason in reasons for row in wrapped(reason, cells, GAP)]
    for left, row in zip_longest([line], rows, fillvalue=None):
        yield Text.assemble(left or blank, gap, (row or "", style))


def _reason_style(said: Assessment) -> str:
    # Why a factor is low must be read; why it is fine may be.
    return "default" if said.value < LOW and not said.abstained else QUIET


def _indented(text: str, width: int, style: str) -> Iterator[Text]:
    for row in wrapped(text, min(READING_CELLS, width - GAP), GAP):
        yield Text(" " * GAP + row, style=style)
