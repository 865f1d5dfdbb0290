"""Tells that the same photos are culled elsewhere too, and brings in what is marked there."""

from __future__ import annotations

from assist_cli.screens.said import Said
from assist_cli.workflows.cull.other_culls import OtherCulls

EVERY_S = 2.0
"""A choice: soon enough to follow, seldom enough to cost nothing."""
ALSO_OPEN = Said(
    "Another cull of these photos is open. Both keep every mark; of one photo's same mark the later one stays",
    is_trouble=True,
)


class OtherCullsFeed:
    """Asked every `EVERY_S`."""

    def __init__(self, others: OtherCulls) -> None:
        self._others = others
        self.are_open = False

    def news(self) -> Said | None:
        """What to say where another one was opened since."""
        before, self.are_open = self.are_open, self._others.are_open()
        return ALSO_OPEN if self.are_open and not before else None
