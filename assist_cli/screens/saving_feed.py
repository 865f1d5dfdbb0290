"""Sidecars are written in a thread, one writing at a time; the app hears of each in a message, or looks once it is closed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assist_cli.screens.desk import Desk
from assist_cli.screens.messages import SidecarsSaved
from assist_cli.screens.saved_news import take_saved
from assist_cli.workflows.cull.unsaved_marks import Unsaved

if TYPE_CHECKING:
    from textual.app import App


class BackgroundSaving:
    """To be used in the app's thread."""

    def __init__(self, app: App[None], desk: Desk) -> None:
        self._app, self._desk = app, desk
        self.is_busy = False
        self._unheard: SidecarsSaved | None = None

    def begin(self, unsaved: Sequence[Unsaved]) -> None:
        """Returns at once; only where it `is_busy` no more."""
        self.is_busy = True
        saving = self._desk.saving

        def save() -> None:
            try:
                news = SidecarsSaved(saving.save(unsaved))
            except Exception as error:  # whatever it was: a thread has nobody above it, and the person is told
                news = SidecarsSaved(None, error)
            self._unheard = news
            self._app.post_message(news)

        self._app.run_worker(save, thread=True, exit_on_error=False)

    def take(self, news: SidecarsSaved) -> bool:
        """Notes what became of it; whether all went well."""
        self.is_busy, self._unheard = False, None
        return take_saved(self._desk, news)

    def take_last(self) -> None:
        """Once the app has ended, and its threads. Whoever leaves while `--live` writes hears no message: unnoted, the next cull
        would take those marks for never written, and nobody be told how to take them back.
        """
        if self._unheard is not None:
            self.take(self._unheard)
