"""Sidecars are read in the background once the screen is there; the app hears of it once, in a message."""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from assist_cli.screens.messages import MarksArrived

if TYPE_CHECKING:
    from assist_cli.screens.cull_app import CullApp

log = logging.getLogger(__name__)

STOP_WITHIN_S = 1.0
"""After this long nobody waits any more: a choice, as for scoring. A batch of sidecars takes a few hundredths of it."""


class BackgroundReading:
    """Imports what reads sidecars in its thread too."""

    def __init__(self, app: CullApp, paths: Sequence[Path], catalog: Path) -> None:
        self._app, self._paths, self._catalog = app, paths, catalog
        self._is_stopped = threading.Event()
        # A daemon: a disk that does not answer must not keep the program from ending.
        self._thread = threading.Thread(target=self._read, name="cull-reading", daemon=True)

    def start(self) -> None:
        """Returns at once; call it in the thread of the session."""
        self._photos = [*self._app.desk.session.photos]
        self._thread.start()

    def stop(self) -> None:
        """Nothing is heard of it any more."""
        self._is_stopped.set()
        if self._thread.is_alive():
            self._thread.join(STOP_WITHIN_S)

    def _read(self) -> None:
        try:
            from assist_cli.workflows.cull.read_marks import read_marks

            told = read_marks(self._photos, self._paths, self._catalog, lambda: not self._is_stopped.is_set())
        except Exception as error:  # whatever it was: a thread has nobody above it, and the person is told
            log.info("reading sidecars in the background failed", exc_info=error)
            news = MarksArrived(None, error)
        else:
            news = MarksArrived(told)
        if not self._is_stopped.is_set():
            self._app.post_message(news)
