"""The page of one photo: how people would rate it, and what each factor says, how surely and why."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from assist_cli.render.bars import Glyphs, glyphs_for
from assist_cli.render.blend_lines import blend_lines
from assist_cli.render.factor_lines import factor_lines
from assist_cli.render.line_fill import wrapped
from assist_cli.render.line_output import print_line
from assist_cli.render.page_head import head_lines
from assist_cli.render.palette import ALARM
from assist_cli.render.rating_histogram import rating_lines
from assist_cli.workflows.photo_outcome import ScoredPhoto
from scoring.frame import SMALLEST_EDGE_PX
from scoring.ranking.exposure_counterfactual import with_counterfactual
from scoring.ranking.unexplained import low_rating_words

MIN_CELLS = 24
"""Narrower than any terminal that people read in; the terminal itself breaks our lines there."""


def print_page(console: Console, photo: ScoredPhoto) -> None:
    """Print the page as wide as the terminal is; lines end after whole words and facts."""
    for line in _lines(photo, max(MIN_CELLS, console.width), glyphs_for(console.encoding)):
        print_line(console, line)


def _lines(photo: ScoredPhoto, width: int, glyphs: Glyphs) -> Iterator[Text]:
    yield from head_lines(photo, width, glyphs)
    yield Text()
    yield from _too_small(photo, width)
    yield from rating_lines(photo.quality, width, glyphs)
    yield Text()
    yield Text("What each factor says, 0 to 100" if width >= 32 else "The factors, 0 to 100", style="bold")
    yield from factor_lines(with_counterfactual(photo.assessments), width, glyphs)
    yield from _unexplained(photo, width)
    yield Text()
    yield from blend_lines(photo.score, width, glyphs)


def _unexplained(photo: ScoredPhoto, width: int) -> Iterator[Text]:
    told = low_rating_words(photo.quality, photo.assessments, photo.score.profile)
    if told is not None:
        yield Text()
        yield from (Text(row) for row in wrapped(told, width))


def _too_small(photo: ScoredPhoto, width: int) -> Iterator[Text]:
    if min(photo.record.size_px) < SMALLEST_EDGE_PX:
        warning = f"Under {SMALLEST_EDGE_PX} px along its short edge it is hardly a photo: its rating means little."
        yield from (Text(row, style=ALARM) for row in wrapped(warning, width))
        yield Text()
