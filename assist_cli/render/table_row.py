"""What the table says of one photo: a few short facts, so that a table of many thousands stays small in memory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from assist_cli.render.plain_text import printable
from assist_cli.workflows.photo_outcome import ScoredPhoto
from assist_cli.workflows.weakest_reason import weakest_reason
from scoring.ranking.problems import problem_words


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


def table_row(photo: ScoredPhoto) -> TableRow:
    """The short facts of one photo."""
    return TableRow(
        photo.path,
        photo.score.value,
        {name: None if said.abstained else said.value for name, said in photo.assessments.items()},
        problem_words(photo.assessments, photo.score.profile),
        weakest_reason(photo),
        tuple(printable(path.suffix[1:].upper()) for path in photo.record.companions),
    )
