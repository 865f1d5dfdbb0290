"""Opens the screens over a session and comes back when a person is done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assist_cli.interrupts import STOP_SIGNALS, Interrupted
from assist_cli.pictures.picture_key import PictureKey
from assist_cli.pictures.protocol import Protocol
from assist_cli.pictures.terminal import Terminal
from assist_cli.screens.cull_app import CullApp
from assist_cli.screens.desk import Desk, said_of
from assist_cli.screens.messages import PictureReady
from assist_cli.screens.picture_layer import PictureLayer
from assist_cli.screens.picture_shelf import PictureShelf
from assist_cli.screens.saving import Saving
from assist_cli.screens.scoring_feed import BackgroundScoring
from assist_cli.workflows.cull.keymap import Keymap
from assist_cli.workflows.cull.session import CullSession

if TYPE_CHECKING:
    from assist_cli.workflows.cull.save_marks import SaveRequest
    from assist_cli.workflows.see_shoot import ShootRequest

KEPT = "every mark is in the catalogue; assist cull goes on, assist sidecars write puts marks beside the photos"
CHARACTERS_ALONE = (Protocol.HALF, Protocol.NONE)


@dataclass(frozen=True, slots=True)
class CullRequest:
    """How photos are drawn and judged, and where marks go."""

    keymap: Keymap
    terminal: Terminal
    shoot: ShootRequest
    save: SaveRequest
    is_live: bool = False


def cull_app(session: CullSession, request: CullRequest) -> CullApp:
    """The app, ready to run."""
    app = CullApp()

    def notify(key: PictureKey) -> None:
        app.post_message(PictureReady(key))

    shelf = PictureShelf(request.terminal, notify, lambda path: said_of(session, path))
    app.desk = Desk(session, request.keymap, shelf, Saving(request.save, request.is_live))
    if request.terminal.protocol not in CHARACTERS_ALONE:
        app.desk.layer = PictureLayer(request.terminal, app.write_to_terminal)
    return app


def run_cull(session: CullSession, request: CullRequest) -> Saving:
    """Returns once a person is done, with what became of the marks. Raises `Interrupted` where something outside ended it."""
    app = cull_app(session, request)
    scoring = BackgroundScoring(app, request.shoot)
    app.on_shown = scoring.start
    try:
        app.run()
    finally:
        STOP_SIGNALS.install()  # the screen had them
        scoring.stop()
        app.desk.shelf.close()
        app.desk.saving.close()
    if app.was_stopped:
        raise Interrupted(KEPT)
    return app.desk.saving
