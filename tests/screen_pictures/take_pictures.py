"""Plays the cull and saves what its screens show."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.terminal_theme import TerminalTheme

from assist_cli.pictures.terminal import Terminal
from assist_cli.screens.cull_screen import CullScreen
from assist_cli.screens.first_picture import begin_pictures
from assist_cli.screens.run_cull import CullRequest, cull_app
from assist_cli.screens.scoring_feed import BackgroundScoring
from assist_cli.workflows.cull.keymap import load_keymap
from assist_cli.workflows.cull.open_session import open_session
from assist_cli.workflows.cull.save_request import SaveRequest
from assist_cli.workflows.see_shoot import ShootRequest
from tests.assist_cli.screens.played_cull import PlayedCull, play
from tests.screen_pictures.screen_svg import screen_svg
from tests.screen_pictures.takes import BEFORE_SCORES, TAKES, Take

PATIENCE_S = 600.0
"""For judging a folder of full-size photos on a small machine."""


@dataclass(frozen=True, slots=True)
class Wish:
    """`size`: columns, rows. `start`: the photo to begin at. `only`: the takes that are saved; none: all."""

    size: tuple[int, int]
    terminal: Terminal
    theme: TerminalTheme
    start: str = ""
    only: frozenset[str] = frozenset()


def take_pictures(photos: Path, out: Path, wish: Wish) -> None:
    """One SVG a take. The catalogue is a new one, which nobody sees; marks go nowhere else."""
    out.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        open_session([photos], catalog := Path(folder, "catalog.db")) as session,
    ):
        save = SaveRequest([photos], catalog, "assist cull")
        request = CullRequest(load_keymap(), lambda: ShootRequest([photos], catalog), save)
        app = cull_app(session, request, begin_pictures(session, wish.terminal, wish.size))
        scoring = BackgroundScoring(app, request.shoot)

        async def steps(played: PlayedCull) -> None:
            if wish.start:
                session.go_to(next(photo.path for photo in session.photos if photo.path.name == wish.start))
                played.app.screen.show()
            await _take(played, BEFORE_SCORES, out, wish)
            if wish.only and wish.only.isdisjoint(take.name for take in TAKES):
                return
            await played.press("escape")
            scoring.start()
            await played.until(lambda: app.desk.what_if is not None and app.desk.progress is None, PATIENCE_S)
            await _take(played, TAKES, out, wish)

        try:
            play(app, steps, wish.size)
        finally:
            scoring.stop()


async def _take(played: PlayedCull, takes: Sequence[Take], out: Path, wish: Wish) -> None:
    for take in takes:
        await played.press(*take.keys)
        if not wish.only or take.name in wish.only:
            await played.until(lambda: _is_drawn(played), PATIENCE_S)
            (out / f"{take.name}.svg").write_text(_svg(played, wish), "utf-8")


def _is_drawn(played: PlayedCull) -> bool:
    """Whether every picture that is wanted is there, and is no draft."""
    screen = played.app.screen
    if not isinstance(screen, CullScreen) or not played.app.desk.shelf.draws:
        return True
    shown = [played.app.desk.shelf.get(key) for key in screen.keys_wanted()]
    return all(one is not None and not one.prepared.is_draft for one in shown)


def _svg(played: PlayedCull, wish: Wish) -> str:
    screen = played.app.screen
    placed = screen.placements() if isinstance(screen, CullScreen) else []
    return screen_svg(screen._compositor.render_strips(), placed, wish.theme)
