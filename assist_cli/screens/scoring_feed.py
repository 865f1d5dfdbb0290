"""Scores from the background, handed to the app as messages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assist_cli.screens.cull_app import CullApp
from assist_cli.screens.messages import AdviceArrived, ScoresArrived, ScoringEnded
from assist_cli.workflows.cull.scoring_thread import Listener
from assist_cli.workflows.cull.shoot_advice import ShootAdvice
from assist_cli.workflows.cull.what_if import WhatIf
from assist_cli.workflows.photo_outcome import PhotoOutcome
from assist_cli.workflows.progress import Progress


def feed(app: CullApp) -> Listener:
    """For `ScoringThread`; all is called in its thread, and none of it waits."""

    def outcomes(told: Sequence[PhotoOutcome], progress: Progress) -> None:
        app.post_message(ScoresArrived(tuple(told), replace(progress)))

    def advice(made: ShootAdvice) -> None:
        app.post_message(AdviceArrived(made, WhatIf(made)))

    return Listener(outcomes, advice, lambda error: _end(app, error))


def _end(app: CullApp, error: Exception | None) -> None:
    app.post_message(ScoringEnded(error))
