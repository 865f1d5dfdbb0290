"""What the table says of one photo: a few short facts, so that a table of many thousands stays small in memory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from assist_cli.render.plain_text import printable
from assist_cli.workflows.photo_in_brief import PhotoInBrief


@dataclass(frozen=True, slots=True)
class TableRow:
    """One line of the table."""

    path: Path
    score: float
    """0..100."""
    factors: Mapping[str, float | None]
    """Name -> value in [0, 1]; `None` where the assessor could not judge."""
    problems: tuple[str, ...]
    """A word each, in the order of the assessors."""
    reason: str
    """Why the lowest factor is low; empty when nothing is worth telling."""
    partners: tuple[str, ...] = ()
    """The kinds of the files that belong to it, such as `NEF`."""


def table_row(photo: PhotoInBrief) -> TableRow:
    """The short facts of one photo."""
    partners = tuple(printable(path.suffix[1:].upper()) for path in photo.companions)
    return TableRow(photo.path, photo.score, photo.factors, photo.problems, photo.reason, partners)
