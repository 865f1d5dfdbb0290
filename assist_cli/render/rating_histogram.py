"""How people would rate a photo: a bar for each rating, and three ways to read them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from rich.text import Text

from assist_cli.render.bars import Glyphs, bar
from assist_cli.render.line_fill import filled
from assist_cli.render.palette import CALM, QUIET
from assist_cli.render.rating_readings import reading_lines
from scoring.rating_distribution import HIGH_RATING, Quality

MAX_BAR_CELLS = 40
INDENT = 2
RATING_CELLS = INDENT + 3
SHARE_CELLS = 7
"""`100.0 %`; every smaller share brings its own space before it."""
BARS_CELLS = RATING_CELLS + MAX_BAR_CELLS + SHARE_CELLS
GAP = 4
ENOUGH_READING_CELLS = 54
"""The readings stand beside the bars where they get so many: none then takes more than the ten lines of the bars."""
LOW_CALM = f"dim {CALM}"
"""Of the ratings below the cut, so that the eye sees both classes; the words tell them too."""


def rating_lines(quality: Quality, width: int, glyphs: Glyphs) -> Iterator[Text]:
    """Heading, ten bars from the highest rating down, and the readings, in lines of at most `width` cells."""
    yield from _heading(quality.weights, width)
    beside = width - BARS_CELLS - GAP
    if beside >= ENOUGH_READING_CELLS:
        yield from _side_by_side(
            list(_bars(quality, MAX_BAR_CELLS, glyphs)), list(reading_lines(quality, beside, glyphs))
        )
        return
    yield from _bars(quality, max(1, min(MAX_BAR_CELLS, width - RATING_CELLS - SHARE_CELLS)), glyphs)
    for line in reading_lines(quality, width - INDENT, glyphs):
        yield Text(" " * INDENT).append_text(line)


def _bars(quality: Quality, cells: int, glyphs: Glyphs) -> Iterator[Text]:
    highest = max(quality.rating_dist)
    for rating, share in reversed(list(enumerate(quality.rating_dist, start=1))):
        drawn = bar(share / highest, cells, glyphs)
        style = CALM if rating >= HIGH_RATING else LOW_CALM
        yield Text.assemble(f"{rating:4d} ", (drawn, style), (f"{share * 100:5.1f} %", QUIET))


def _side_by_side(bars: list[Text], readings: list[Text]) -> Iterator[Text]:
    for left, right in zip_longest(bars, readings):
        line = left or Text(" " * BARS_CELLS)
        yield line.append(" " * GAP).append_text(right) if right else line


def _heading(weights: str, width: int) -> Iterator[Text]:
    title, source = "How people would rate it, 1 to 10", f"({weights})"
    if len(title) > width:
        title = "Ratings, 1 to 10"
    if len(title) + INDENT + len(source) <= width:
        yield Text.assemble((title, "bold"), " " * INDENT, (source, QUIET))
    else:
        yield Text(title, style="bold")
        yield from (Text(" " * INDENT + row, style=QUIET) for row in filled([source], "", width - INDENT, 0))
