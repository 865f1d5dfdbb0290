"""The foot of a screen as a widget: one line where there is little room, else two."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text
from textual.widgets import Static

from assist_cli.screens.desk import Desk
from assist_cli.screens.loupe_layout import status_rows
from assist_cli.screens.status_lines import Hint, hint_line, status_line, trouble_lines


class StatusBar(Static, can_focus=False):
    """Redrawn by `show` after every key."""

    DEFAULT_CSS = "StatusBar { dock: bottom; width: 100%; height: 2; }"

    def __init__(self, desk: Desk, hints: Sequence[Hint]) -> None:
        super().__init__()
        self._desk, self._hints = desk, hints

    def share_out(self, height: int) -> int:
        """Takes its lines of a screen of so many; how many they are."""
        rows = status_rows(height)
        self.styles.height = rows
        return rows

    def show(self) -> None:
        """What is so now."""
        width, height = self.app.size
        rows = self.share_out(height)
        if self._desk.said.is_trouble:
            self.update(trouble_lines(self._desk.said.text, width, rows), layout=False)
            return
        lines = [status_line(self._desk, width), hint_line(self._desk, self._hints, width)]
        if rows == 1 and not self._desk.said.text:
            lines.reverse()
        self.update(Text("\n", no_wrap=True).join(lines[:rows]), layout=False)
