"""A screen of words: a title, lines that scroll where there are too many, and at the foot the keys that work here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.screen import Screen
from textual.widgets import Static

from assist_cli.render.palette import QUIET
from assist_cli.screens.desk import Desk
from assist_cli.screens.signs import TROUBLE

MARGIN = 2


class PageScreen(Screen[None], inherit_bindings=False):
    """Subclasses say what stands there in `lines`, and what keys do in `press`."""

    AUTO_FOCUS: ClassVar[str | None] = ""
    TITLE_LINE: ClassVar[str] = ""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.body = Static()
        self.top = 0
        self.title_line = self.TITLE_LINE
        self.said = ""
        """Trouble with the last key."""

    def compose(self) -> ComposeResult:
        """One widget: the page is drawn anew after every key."""
        yield self.body

    def lines(self, width: int) -> Sequence[Text]:
        """What stands below the title."""
        raise NotImplementedError

    def foot(self) -> str:
        """The keys that work here."""
        raise NotImplementedError

    def press(self, key: str) -> None:
        """What a key does."""
        raise NotImplementedError

    def on_key(self, event: events.Key) -> None:
        """Every key comes here."""
        event.stop()
        event.prevent_default()
        self.take(event.key)

    def take(self, key: str) -> None:
        """A key that is meant for this screen; once it was left, for the one that comes."""
        if self.desk.holds_back(key):
            return
        self.said = ""
        before = self.top
        if not self.scrolled(key):
            self.press(key)
            self.show()
            return
        self.show()
        if self.top == before:
            self.said = "There is no more to scroll here"
            self.show()

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Back to the photos; what is typed from now on is for them."""
        self.desk.is_changing = True
        return super().dismiss(result)

    def scrolled(self, key: str) -> bool:
        """Whether the key moved the page."""
        page = max(1, self.app.size.height - 4)
        step = {"down": 1, "up": -1, "j": 1, "k": -1, "pagedown": page, "pageup": -page, "space": page}.get(key)
        if step is None:
            return False
        self.top += step
        return True

    def on_screen_resume(self) -> None:
        """Shown, or shown again."""
        self.desk.is_changed(self.take)
        self.show()

    def on_resize(self) -> None:
        """Wrapped anew."""
        self.show()

    def show(self) -> None:
        """Everything as it is now."""
        width, height = self.app.size
        margin = MARGIN if width > 40 else 0
        indent = " " * margin
        inner = max(8, width - 2 * margin)
        head = [Text(f"{indent}{self.title_line}", style="bold"), *([Text()] if height >= 10 else [])]
        foot = Text(f"{indent}{self.said}", style=TROUBLE) if self.said else Text(f"{indent}{self.foot()}", style=QUIET)
        room = max(1, height - len(head) - 1)
        lines = [Text.assemble(indent, line) for line in self.lines(inner)]
        self.top = max(0, min(self.top, len(lines) - room))
        shown = lines[self.top : self.top + room]
        shown += [Text()] * (room - len(shown))
        for line in (*head, *shown, foot):
            line.truncate(width, overflow="ellipsis")
        self.body.update(Text("\n", no_wrap=True).join([*head, *shown, foot]))
