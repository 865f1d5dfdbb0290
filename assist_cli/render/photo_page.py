"""The page of one photo: how people would rate it, and what each factor says, how surely and why."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from assist_cli.render.bars import Glyphs, bar, glyphs_for, printed_score, stars
from assist_cli.render.exif_text import gear, moment_text, settings
from assist_cli.render.plain_text import printable
from assist_cli.render.score_table import ALARM, CALM, LOW, QUIET
from assist_cli.workflows.photo_outcome import ScoredPhoto
from index.photo.record import PhotoRecord, PixelSource
from scoring.assessment import Assessment
from scoring.rating_distribution import Quality

RATING_BAR_CELLS = 40
FACTOR_BAR_CELLS = 20
NAME_CELLS = 13
LEVEL_CELLS = 26
INDENT = 2
MIN_REASON_CELLS = 20

PIXEL_SOURCES = {
    PixelSource.EMBEDDED_PREVIEW: "judged from the preview inside the RAW file",
    PixelSource.HALF_SIZE_DEVELOPMENT: "judged from the RAW file developed at half size, its preview is too small",
}


def print_page(console: Console, photo: ScoredPhoto) -> None:
    """Print the page; reasons wrap at the width of the terminal."""
    glyphs = glyphs_for(console.encoding)
    for line in _head(photo, glyphs):
        console.print(line, soft_wrap=True)
    console.print()
    for line in _rating(photo.quality, glyphs):
        console.print(line, soft_wrap=True)
    console.print()
    for name, said in photo.assessments.items():
        console.print(_factor(name, said, glyphs), soft_wrap=True)
        for reason in said.reasons:
            for row in textwrap.wrap(reason, max(MIN_REASON_CELLS, console.width - INDENT)):
                console.print(Text(" " * INDENT + row, style=QUIET), soft_wrap=True)


def _head(photo: ScoredPhoto, glyphs: Glyphs) -> Iterator[Text]:
    line = Text(printable(photo.path.name), style="bold")
    line.append(f"  {stars(photo.score.value, glyphs)}", style=CALM)
    line.append(f"  {printed_score(photo.score.value)} of 100", style="bold")
    if photo.score.percentile is not None:
        line.append(f"{glyphs.separator}rated above {photo.score.percentile * 100:.0f} % of photos", style="not bold")
    yield line
    yield Text(printable(photo.path), style=QUIET)
    yield Text(glyphs.separator.join(_facts(photo.record)), style=QUIET)


def _facts(record: PhotoRecord) -> Iterator[str]:
    exif, (width_px, height_px) = record.exif, record.size_px
    told = (
        *gear(exif),
        *settings(exif),
        exif.capture_time and moment_text(exif.capture_time),
        f"{width_px} x {height_px}, {width_px * height_px / 1e6:.1f} MP",
        PIXEL_SOURCES.get(record.pixel_source),
    )
    return (printable(fact) for fact in told if fact)


def _rating(quality: Quality, glyphs: Glyphs) -> Iterator[Text]:
    line = Text("How people would rate it, 1 to 10", style="bold")
    line.append(f"  ({quality.weights})", style="not bold dim")
    yield line
    highest = max(quality.rating_dist)
    for rating, share in reversed(list(enumerate(quality.rating_dist, start=1))):
        line = Text(f"  {rating:2d} ")
        line.append(bar(share / highest, RATING_BAR_CELLS, glyphs), style=CALM)
        line.append(f" {share * 100:4.1f} %", style=QUIET)
        yield line
    yield Text(
        f"  mean {quality.mean:.1f}, median {quality.median:.1f}, spread {quality.sd:.1f}, "
        f"skewness {_signed(quality.skewness)}, kurtosis {_signed(quality.kurtosis)}; "
        f"{quality.p_high * 100:.0f} % would rate it high"
    )


def _signed(value: float) -> str:
    return f"{round(value, 1) + 0.0:+.1f}"  # adding 0 turns -0.0 into 0.0


def _factor(name: str, said: Assessment, glyphs: Glyphs) -> Text:
    line = Text(name.ljust(NAME_CELLS), style="bold")
    if said.abstained:
        line.append(glyphs.nothing.ljust(FACTOR_BAR_CELLS + 5), style=QUIET)
        line.append(said.level, style="not bold")
        return line
    line.append(bar(said.value, FACTOR_BAR_CELLS, glyphs), style=ALARM if said.value < LOW else CALM)
    line.append(f" {said.value * 100:3.0f} ", style="bold")
    line.append(said.level.ljust(LEVEL_CELLS), style="not bold")
    line.append(f" {said.confidence * 100:.0f} % sure", style="not bold dim")
    return line
