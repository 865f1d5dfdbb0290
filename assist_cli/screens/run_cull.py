"""Opens the screens over a session and comes back when a person is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assist_cli.collection import collect_again
from assist_cli.interrupts import STOP_SIGNALS, Interrupted
from assist_cli.pictures.picture_key import PictureKey
from assist_cli.pictures.protocol import Protocol
from assist_cli.screens.cull_app import CullApp
from assist_cli.screens.desk import Desk
from assist_cli.screens.driver_after import driver_after
from assist_cli.screens.first_picture import BegunPictures
from assist_cli.screens.key_names import typed_keys
from assist_cli.screens.messages import PictureReady
from assist_cli.screens.other_culls_feed import OtherCullsFeed
from assist_cli.screens.picture_layer import PictureLayer
from assist_cli.screens.picture_shelf import PictureShelf
from assist_cli.screens.reading_feed import BackgroundReading
from assist_cli.screens.saving import WRITE_LATER, Saving
from assist_cli.screens.saving_feed import BackgroundSaving
from assist_cli.screens.scoring_feed import BackgroundScoring
from assist_cli.screens.screen_size import follow_the_terminal
from assist_cli.workflows.cull.keymap import Keymap
from assist_cli.workflows.cull.other_culls import OtherCulls
from assist_cli.workflows.cull.session import CullSession

if TYPE_CHECKING:
    from assist_cli.workflows.cull.save_request import SaveRequest
    from assist_cli.workflows.see_shoot import ShootRequest

KEPT = f"every mark is in the catalogue; assist cull goes on, {WRITE_LATER} puts marks beside the photos"
CHARACTERS_ALONE = (Protocol.HALF, Protocol.NONE)


@dataclass(frozen=True, slots=True)
class CullRequest:
    """How photos are judged, and where marks go."""

    keymap: Keymap
    shoot: Callable[[], ShootRequest]
    """Made where it is needed: what judges photos takes longer to import than the first one to be shown."""
    save: SaveRequest
    is_live: bool = False


def cull_app(session: CullSession, request: CullRequest, pictures: BegunPictures) -> CullApp:
    """The app, ready to run."""
    glimpse = pictures.glimpse
    app = CullApp(None if glimpse is None else driver_after(glimpse))

    def notify(key: PictureKey) -> None:
        app.post_message(PictureReady(key))

    shelf = PictureShelf(pictures, notify)
    app.desk = Desk(session, request.keymap, shelf, Saving(request.save, request.is_live))
    app.background_saving = BackgroundSaving(app, app.desk)
    app.desk.typed_ahead = typed_keys(pictures.terminal.typed)
    if pictures.terminal.protocol not in CHARACTERS_ALONE:
        app.desk.layer = PictureLayer(
            pictures.terminal, app.write_to_terminal, None if glimpse is None else glimpse.placer
        )
    return app


def run_cull(session: CullSession, request: CullRequest, pictures: BegunPictures) -> Saving:
    """Returns once a person is done, with what became of the marks. Raises `Interrupted` where something outside ended it."""
    follow_the_terminal()
    app = cull_app(session, request, pictures)
    scoring = BackgroundScoring(app, request.shoot)
    reading = BackgroundReading(app, request.save.paths, request.save.catalog)

    def shown() -> None:
        collect_again()
        reading.start()
        scoring.start()

    app.on_shown, app.desk.is_reading = shown, True
    try:
        with OtherCulls(request.save.catalog, request.save.paths) as others:
            app.others = OtherCullsFeed(others)
            app.run()
    finally:
        STOP_SIGNALS.install()  # the screen had them
        reading.stop()
        scoring.stop()
        put_away(app)
    if app.was_stopped:
        raise Interrupted(KEPT)
    return app.desk.saving


def put_away(app: CullApp) -> None:
    """Once its screens are closed and its writing has ended, in the thread of the session."""
    app.background_saving.take_last()
    app.desk.shelf.close()
    app.desk.saving.close()
