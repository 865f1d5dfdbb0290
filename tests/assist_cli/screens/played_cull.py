"""A cull that a test drives with keys, and whose screen it reads as text."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from time import monotonic

from textual import events
from textual.pilot import Pilot

from assist_cli.screens.cull_app import CullApp
from assist_cli.screens.run_cull import put_away
from assist_cli.workflows.cull.session import CullSession

PATIENCE_S = 20.0
BLOCKS = frozenset("▀▄▌▐▖▗▘▝▚▞█▁▂▃▅▆▇▊▎")


def picture_cells(text: str) -> int:
    """How many cells of a screen show a photo in blocks."""
    return sum(letter in BLOCKS for letter in text)


class PlayedCull:
    """The app and its pilot."""

    def __init__(self, app: CullApp, pilot: Pilot) -> None:
        self.app, self.pilot = app, pilot

    @property
    def session(self) -> CullSession:
        return self.app.desk.session

    @property
    def text(self) -> str:
        """What the screen shows."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text for strip in strips)

    @property
    def current(self) -> str:
        return self.session.current.path.name

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            await self.pilot.pause()

    async def type_fast(self, *keys: str) -> None:
        """All at once, as a burst from a terminal: no screen has time to change in between."""
        for key in keys:
            self.app.screen.post_message(events.Key(key, key if len(key) == 1 else None))
        await self.pilot.pause(0.2)

    async def until(self, holds: Callable[[], bool], patience_s: float = PATIENCE_S) -> None:
        """Waits for threads, and fails where nothing comes."""
        end = monotonic() + patience_s
        while not holds():
            assert monotonic() < end, f"it never came; the screen shows:\n{self.text}"
            await self.pilot.pause(0.02)

    async def resize(self, width: int, height: int) -> None:
        await self.pilot.resize_terminal(width, height)
        await self.pilot.pause(0.1)


def play(app: CullApp, steps: Callable[[PlayedCull], Awaitable[None]], size: tuple[int, int] = (120, 40)) -> None:
    """Runs the app on a screen of `size` (columns, rows) that nobody sees."""

    async def whole() -> None:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await steps(PlayedCull(app, pilot))

    try:
        asyncio.run(whole())
    finally:
        put_away(app)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())
