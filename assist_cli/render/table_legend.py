"""The dim lines below the table that tell a new reader what its short names and signs mean."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from assist_cli.render.bars import Glyphs
from assist_cli.render.line_fill import filled
from assist_cli.render.table_layout import GAP, Layout
from assist_cli.workflows.photo_in_brief import PhotoInBrief


def legend_lines(rows: Sequence[PhotoInBrief], layout: Layout, glyphs: Glyphs) -> list[str]:
    """One line, two where it is narrow; none where the table shows no factors."""
    names, whole = layout.factors.names, layout.factors.whole
    if not names:
        return []
    facts = ["0 to 100, higher is better" if whole else f"Bars: {', '.join(names)}"]
    if any(row.factors.get(name) is None for row in rows for name in names):
        facts.append(f"{glyphs.nothing} cannot judge")
    lines = filled(facts, glyphs.separator, layout.total, GAP)
    better = f"{glyphs.separator}longer is better"
    if not whole and cell_len(lines[-1] + better) <= layout.total:
        lines[-1] += better
    return lines
