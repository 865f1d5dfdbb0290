"""Scoring in the background: begun once the screen is there, and handed to the app as messages."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assist_cli.screens.messages import AdviceArrived, ScoresArrived, ScoringEnded

if TYPE_CHECKING:
    from assist_cli.screens.cull_app import CullApp
    from assist_cli.workflows.cull.scoring_thread import Listener, ScoringThread
    from assist_cli.workflows.cull.shoot_advice import ShootAdvice
    from assist_cli.workflows.photo_outcome import PhotoOutcome
    from assist_cli.workflows.progress import Progress
    from assist_cli.workflows.see_shoot import ShootRequest


class BackgroundScoring:
    """Imports what judges photos in a thread too: it takes longer than showing the first one."""

    def __init__(self, app: CullApp, request: Callable[[], ShootRequest]) -> None:
        self._app, self._request = app, request
        self._thread: ScoringThread | None = None
        self._lock = threading.Lock()
        self._is_stopped = False

    def start(self) -> None:
        """Returns at once."""
        threading.Thread(target=self._start, name="cull-scoring-start", daemon=True).start()

    def stop(self) -> None:
        """Nothing is heard of it any more; returns within a second or so."""
        with self._lock:
            self._is_stopped = True
        if self._thread is not None:
            self._thread.stop()

    def _start(self) -> None:
        try:
            from assist_cli.workflows.cull.scoring_thread import ScoringThread

            with self._lock:
                if self._is_stopped:
                    return
                self._thread = ScoringThread(self._request(), feed(self._app))
                self._thread.start()
        except Exception as error:  # whatever it was: a thread has nobody above it, and the person is told
            self._app.post_message(ScoringEnded(error))


def feed(app: CullApp) -> Listener:
    """For `ScoringThread`; all is called in its thread, and none of it waits."""
    from assist_cli.workflows.cull.scoring_thread import Listener
    from assist_cli.workflows.cull.what_if import WhatIf

    def outcomes(told: Sequence[PhotoOutcome], progress: Progress) -> None:
        app.post_message(ScoresArrived(tuple(told), replace(progress)))

    def advice(made: ShootAdvice) -> None:
        app.post_message(AdviceArrived(made, WhatIf(made)))

    def ended(error: Exception | None) -> None:
        app.post_message(ScoringEnded(error))

    return Listener(outcomes, advice, ended)
