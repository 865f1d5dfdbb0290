"""Many photos as one CSV or one JSON document, written as they come."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO

from assist_cli.render.photo_csv import PhotoCsv
from assist_cli.render.photo_json import json_text, photo_json
from assist_cli.workflows.photo_outcome import ScoredPhoto
from scoring.registry import ASSESSORS


def write_csv(stream: IO[str], photos: Iterable[ScoredPhoto]) -> int:
    """Heading and rows; returns how many photos were written."""
    table = PhotoCsv(stream, [assessor.name for assessor in ASSESSORS])
    count = 0
    for photo in photos:
        table.write(table.row(photo))
        count += 1
    return count


def write_json(stream: IO[str], photos: Iterable[ScoredPhoto]) -> int:
    """One JSON list; returns how many photos were written."""
    stream.write("[")
    count = 0
    for photo in photos:
        stream.write(("," if count else "") + "\n" + json_text(photo_json(photo)))
        count += 1
    stream.write("\n]\n")
    return count
