"""The head of a photo's page: its name and score, its files, and how it was taken."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from rich.text import Text

from assist_cli.render.bars import Glyphs, stars
from assist_cli.render.exif_text import gear, moment_text, settings
from assist_cli.render.line_fill import filled, wrapped
from assist_cli.render.palette import CALM, QUIET
from assist_cli.render.plain_text import printable
from assist_cli.workflows.photo_outcome import ScoredPhoto
from index.photo.record import PhotoRecord, PixelSource
from scoring.ranking.stars import printed_score

GAP = 2

PIXEL_SOURCES = {
    PixelSource.EMBEDDED_PREVIEW: "Judged from the preview inside the RAW file.",
    PixelSource.HALF_SIZE_DEVELOPMENT: "Judged from the RAW file developed at half size, because its preview is too small.",
}


def head_lines(photo: ScoredPhoto, width: int, glyphs: Glyphs) -> Iterator[Text]:
    """Lines of at most `width` cells; nothing is left out, however narrow."""
    yield from _title(photo, width, glyphs)
    yield from (Text(row, style=QUIET) for row in _path_rows(photo.path, width))
    if photo.record.companions:
        names = " and ".join(printable(path.name) for path in photo.record.companions)
        yield from map(Text, wrapped(f"with {names}", width, GAP))
    for facts in _facts(photo.record):
        yield from (Text(row, style=QUIET) for row in filled(map(printable, facts), glyphs.separator, width))
    if source := PIXEL_SOURCES.get(photo.record.pixel_source):
        yield from map(Text, wrapped(source, width))


def _title(photo: ScoredPhoto, width: int, glyphs: Glyphs) -> Iterator[Text]:
    score, percentile = photo.score.value, photo.score.percentile
    parts = [
        *(Text(row, style="bold") for row in wrapped(printable(photo.path.name), width)),
        Text.assemble((stars(score, glyphs), CALM), "  ", (f"{printed_score(score)} of 100", "bold")),
    ]
    if percentile is not None:
        parts += map(Text, wrapped(f"rated above {percentile * 100:.0f} % of photos", width))
    line = parts[0]
    for part in parts[1:]:
        if line.cell_len + GAP + part.cell_len <= width:
            line = Text.assemble(line, " " * GAP, part)
        else:
            yield line
            line = part
    yield line


def _path_rows(path: Path, width: int) -> list[str]:
    """The whole path, so that it can be copied; one too long for a line goes on after a folder."""
    folders = [part if part == path.anchor else printable(part) + os.sep for part in path.parts[:-1]]
    return filled([*folders, printable(path.name)], "", width)


def _facts(record: PhotoRecord) -> Iterator[list[str]]:
    width_px, height_px = record.size_px
    size = f"{width_px} x {height_px}, {width_px * height_px / 1e6:.1f} MP"
    moment = record.exif.capture_time
    yield list(gear(record.exif))
    yield list(settings(record.exif))
    yield [size, moment_text(moment)] if moment else [size]
