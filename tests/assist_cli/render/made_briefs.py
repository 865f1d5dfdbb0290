"""Photos in brief as the table gets them: what it does not tell is left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from assist_cli.workflows.photo_in_brief import PhotoInBrief


def photo_in_brief(
    path: Path,
    factors: Mapping[str, float | None],
    reason: str = "",
    *,
    score: float = 50.0,
    problems: Sequence[str] = (),
    partners: Sequence[str] = (),
) -> PhotoInBrief:
    """`partners`: the kinds of the files that belong to it, such as `NEF`."""
    companions = tuple(path.with_suffix(f".{kind}") for kind in partners)
    return PhotoInBrief(
        path, companions, False, score, 5.0, None, factors, tuple(problems), reason, genres=(), spots=None
    )
