"""How people would rate a photo: a bar for each rating, and the numbers of the distribution."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from assist_cli.render.bars import Glyphs, bar
from assist_cli.render.line_fill import filled
from assist_cli.render.palette import CALM, QUIET
from scoring.rating_distribution import HIGH_RATING, Quality

MAX_BAR_CELLS = 40
INDENT = 2
RATING_CELLS = INDENT + 3
SHARE_CELLS = 7
"""`100.0 %`; every smaller share brings its own space before it."""


def rating_lines(quality: Quality, width: int, glyphs: Glyphs) -> Iterator[Text]:
    """Heading, ten bars from the highest rating down, and the numbers, in lines of at most `width` cells."""
    yield from _heading(quality.weights, width)
    cells = max(1, min(MAX_BAR_CELLS, width - RATING_CELLS - SHARE_CELLS))
    highest = max(quality.rating_dist)
    for rating, share in reversed(list(enumerate(quality.rating_dist, start=1))):
        drawn = bar(share / highest, cells, glyphs)
        yield Text.assemble(f"{rating:4d} ", (drawn, CALM), (f"{share * 100:5.1f} %", QUIET))
    yield from (Text(" " * INDENT + row) for row in filled(_numbers(quality), glyphs.separator, width - INDENT, 0))


def _heading(weights: str, width: int) -> Iterator[Text]:
    title, source = "How people would rate it, 1 to 10", f"({weights})"
    if len(title) > width:
        title = "Ratings, 1 to 10"
    if len(title) + INDENT + len(source) <= width:
        yield Text.assemble((title, "bold"), " " * INDENT, (source, QUIET))
    else:
        yield Text(title, style="bold")
        yield from (Text(" " * INDENT + row, style=QUIET) for row in filled([source], "", width - INDENT, 0))


def _numbers(quality: Quality) -> Iterator[str]:
    yield f"{quality.p_high * 100:.0f} % would rate it {HIGH_RATING} or higher"
    yield f"mean {quality.mean:.1f}"
    yield f"median {quality.median:.1f}"
    yield f"spread {quality.sd:.1f}"
    yield f"skewness {_signed(quality.skewness)}"
    yield f"kurtosis {_signed(quality.kurtosis)}"


def _signed(value: float) -> str:
    return f"{round(value, 1) + 0.0:+.1f}"  # adding 0 turns -0.0 into 0.0
