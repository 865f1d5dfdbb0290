"""The app around the screens of a cull: opens the loupe, brings news from threads, changes screens."""

from __future__ import annotations

from typing import ClassVar

from textual.app import App
from textual.screen import Screen

from assist_cli.screens.cull_screen import CullScreen
from assist_cli.screens.desk import Desk
from assist_cli.screens.grid_screen import GridScreen
from assist_cli.screens.loupe_screen import LoupeScreen
from assist_cli.screens.messages import PictureReady, Wanted, WantedScreen
from assist_cli.screens.said import Said

THEME = "ansi-dark"
"""The terminal's own colours: right for light and dark ones alike."""


class CullApp(App[None], inherit_bindings=False):
    """`desk` is filled in before it runs."""

    ENABLE_COMMAND_PALETTE = False
    CSS: ClassVar[str] = "Screen { background: ansi_default; color: ansi_default; overflow: hidden hidden; }"

    def __init__(self) -> None:
        super().__init__()
        self.desk: Desk
        self.theme = THEME

    def on_mount(self) -> None:
        """The loupe first."""
        self.install_screen(LoupeScreen(self.desk), Wanted.LOUPE)
        self.install_screen(GridScreen(self.desk), Wanted.GRID)
        self.push_screen(Wanted.LOUPE)

    def on_picture_ready(self, news: PictureReady) -> None:
        """Only the screen on top is seen."""
        if isinstance(self.screen, CullScreen):
            self.screen.picture_ready(news.key)

    def on_wanted_screen(self, message: WantedScreen) -> None:
        """Another screen."""
        match message.wanted:
            case Wanted.SUMMARY:
                self.exit()
            case Wanted.LOUPE | Wanted.GRID:
                self._change_to(message.wanted)
            case _:
                self._say(f"{message.wanted} is not here yet")

    def _change_to(self, name: str) -> None:
        wanted: Screen[None] = self.get_screen(name)
        if self.screen is not wanted:
            self.switch_screen(wanted)

    def _say(self, words: str) -> None:
        self.desk.said = Said(words)
        if isinstance(self.screen, CullScreen):
            self.screen.show()
