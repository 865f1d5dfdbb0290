"""Opens the screens over a session and comes back when a person is done."""

from __future__ import annotations

from assist_cli.pictures.terminal import Terminal
from assist_cli.screens.cull_app import CullApp
from assist_cli.screens.desk import Desk, said_of
from assist_cli.screens.messages import PictureReady
from assist_cli.screens.picture_shelf import PictureShelf
from assist_cli.workflows.cull.keymap import Keymap
from assist_cli.workflows.cull.session import CullSession


def cull_app(session: CullSession, keymap: Keymap, terminal: Terminal) -> CullApp:
    """The app, ready to run."""
    app = CullApp()
    shelf = PictureShelf(terminal, lambda key: app.post_message(PictureReady(key)), lambda path: said_of(session, path))
    app.desk = Desk(session, keymap, shelf)
    return app


def run_cull(session: CullSession, keymap: Keymap, terminal: Terminal) -> None:
    """Returns once a person quits."""
    app = cull_app(session, keymap, terminal)
    try:
        app.run()
    finally:
        app.desk.shelf.close()
