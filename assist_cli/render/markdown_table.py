"""A Markdown table whose columns line up, so that it reads well as plain text too."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len


def markdown_table(rows: Sequence[Sequence[str]]) -> list[str]:
    """Lines of a table of `rows`, the first of which names the columns; all columns but the first to the right."""
    cells = [[cell.replace("|", "\\|") for cell in row] for row in rows]
    widths = [max(3, *(cell_len(cell) for cell in column)) for column in zip(*cells, strict=True)]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    return [
        f"| {' | '.join(line)} |" for line in (padded(cells[0], widths), rule, *(padded(r, widths) for r in cells[1:]))
    ]


def padded(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    """The cells, each as wide as its column."""
    blanks = [" " * (width - cell_len(cell)) for cell, width in zip(cells, widths, strict=True)]
    return [cells[0] + blanks[0], *(blank + cell for cell, blank in zip(cells[1:], blanks[1:], strict=True))]
