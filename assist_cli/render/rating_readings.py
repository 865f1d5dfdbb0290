"""The three readings of a rating distribution as lines: a label each, and its words beside it or below."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from assist_cli.render.bars import Glyphs
from assist_cli.render.line_fill import filled, wrapped
from assist_cli.render.opinion_words import moment_words, score_words, shape_words, two_class_words
from assist_cli.render.palette import QUIET
from scoring.rating_distribution import Quality

LABELS = ("two classes", "one score", "distribution")
GAP = 2
LABEL_CELLS = max(map(len, LABELS)) + GAP
ENOUGH_WORDS_CELLS = 24
"""Words stand beside their label where they get so many; narrower, below it."""
READING_CELLS = 72
"""Longer lines of text are hard to follow from end to start."""


def reading_lines(quality: Quality, width: int, glyphs: Glyphs) -> Iterator[Text]:
    """Lines of at most `width` cells."""
    beside = width - LABEL_CELLS >= ENOUGH_WORDS_CELLS
    indent = LABEL_CELLS if beside else GAP
    for label, rows in zip(LABELS, _readings(quality, min(READING_CELLS, width - indent), glyphs), strict=True):
        if not beside:
            yield Text(label, style="bold")
        for number, (row, style) in enumerate(rows):
            head = label if beside and number == 0 else ""
            yield Text.assemble((head.ljust(indent), "bold"), (row, style))


def _readings(quality: Quality, width: int, glyphs: Glyphs) -> Iterator[list[tuple[str, str]]]:
    yield [(row, "default") for row in wrapped(two_class_words(quality), width)]
    yield [(row, "default") for row in filled(score_words(quality), glyphs.separator, width, 0)]
    moments = filled(moment_words(quality), glyphs.separator, width, 0)
    meaning = wrapped(" ".join(shape_words(quality)), width)
    yield [*((row, "default") for row in moments), *((row, QUIET) for row in meaning)]
