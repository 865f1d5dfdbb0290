"""How a score adds up: what each factor gives, of what it could."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from assist_cli.render.bars import Glyphs
from assist_cli.render.line_fill import filled, wrapped
from assist_cli.render.palette import QUIET
from assist_cli.render.plain_text import printable
from scoring.ranking.blend import Score
from scoring.ranking.stars import printed_score

NAMES = {"quality": "rating"}
"""What the factors are called here; the others by their own names."""


def blend_lines(score: Score, width: int, glyphs: Glyphs) -> Iterator[Text]:
    """Lines of at most `width` cells; nothing for a score without parts."""
    if not score.shares:
        return
    # Whole points that add up to the printed score: the largest remainders are rounded up (Hamilton's method).
    shares, printed = score.shares.values(), printed_score(score.value)
    points = whole_parts([share.points for share in shares], printed)
    lost = whole_parts([share.most - share.points for share in shares], 100 - printed)
    parts = [
        f"{NAMES.get(name, name)} {got} of {got + missed}"
        for name, got, missed in zip(score.shares, points, lost, strict=True)
        if got + missed
    ]
    title = f"How {printed_score(score.value)} of 100 adds up ({printable(score.profile.name)})"
    yield from (Text(row, style="bold") for row in wrapped(title, width))
    yield from (Text(row, style=QUIET) for row in filled(parts, glyphs.separator, width))


def whole_parts(parts: list[float], total: int) -> list[int]:
    """Whole numbers next to `parts` that add up to `total`, which is their sum rounded."""
    whole = [int(part) for part in parts]
    by_remainder = sorted(range(len(parts)), key=lambda index: whole[index] - parts[index])
    for index in by_remainder[: total - sum(whole)]:
        whole[index] += 1
    return whole
