"""The app around the screens of a cull: opens the loupe, brings news from threads, changes screens, writes sidecars."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import App
from textual.driver import Driver
from textual.screen import Screen

from assist_cli.failures import told
from assist_cli.screens.cull_screen import CullScreen
from assist_cli.screens.desk import Desk
from assist_cli.screens.live_saving import LIVE_AFTER_S, LiveSaving
from assist_cli.screens.loupe_screen import LoupeScreen
from assist_cli.screens.marking import not_kept
from assist_cli.screens.messages import (
    AdviceArrived,
    MarksArrived,
    PictureReady,
    ScoresArrived,
    ScoringEnded,
    SidecarsSaved,
    Wanted,
    WantedScreen,
)
from assist_cli.screens.news_words import marked_elsewhere, marks_read
from assist_cli.screens.other_culls_feed import EVERY_S, OtherCullsFeed
from assist_cli.screens.polite_end import heed_signals
from assist_cli.screens.said import Said
from assist_cli.screens.saving_feed import BackgroundSaving
from assist_cli.screens.summary_screen import SummaryScreen
from index.catalog.errors import CatalogError

THEME = "ansi-dark"
"""The terminal's own colours: right for light and dark ones alike."""
SHOWN_BY_S = 0.5
"""Until the background begins, if the first photo is there by then: judging takes the processor from decoding it. A choice."""
SHOWN_AT_LATEST_S = 3.0
"""From a slow disk it may take longer, and the background begins all the same: a choice."""


class CullApp(App[None], inherit_bindings=False):
    """`desk` and `background_saving` are filled in before it runs."""

    ENABLE_COMMAND_PALETTE = False
    TITLE = "assist cull"
    CSS: ClassVar[str] = "Screen { background: ansi_default; color: ansi_default; overflow: hidden hidden; }"

    def __init__(self, driver_class: type[Driver] | None = None) -> None:
        # Said at once: by this Textual chooses what NO_COLOR does.
        super().__init__(driver_class, ansi_color=True)
        self.desk: Desk
        self.background_saving: BackgroundSaving
        self.theme = THEME
        self.on_shown: Callable[[], None] | None = None
        """Called a moment after the first screen is there."""
        self.others: OtherCullsFeed | None = None
        """Culls of the same photos; None: nobody looks for them."""
        self.was_stopped = False
        """Whether something outside ended it."""
        self._leaves = False
        self._loupe: LoupeScreen
        self._waited_s = 0.0
        self._live = LiveSaving()
        self._saves_again = False
        """Whether `--live` was still at it when somebody wanted to leave: marks given since are not in it."""

    def on_mount(self) -> None:
        """The loupe first."""
        self._loupe = LoupeScreen(self.desk)
        self.install_screen(self._loupe, Wanted.LOUPE)
        self.push_screen(Wanted.LOUPE)
        heed_signals(self._stop)
        if self.desk.saving.is_live:
            self.set_interval(LIVE_AFTER_S, self._save_live)
        if (others := self.others) is not None:
            self._look_for_others(others)
            self.set_interval(EVERY_S, lambda: self._look_for_others(others))
        self._until_shown = self.set_interval(SHOWN_BY_S, self._look_whether_shown)

    def _stop(self) -> None:
        self.was_stopped = True
        self.exit()

    def _look_whether_shown(self) -> None:
        self._waited_s += SHOWN_BY_S
        if self._loupe.has_begun or self._waited_s >= SHOWN_AT_LATEST_S:
            self._until_shown.stop()
            if self.on_shown is not None:
                self.on_shown()

    def _look_for_others(self, others: OtherCullsFeed) -> None:
        if (said := others.news()) is not None:
            self._say(said)
        elif others.are_open:
            self.on_app_focus()

    def on_app_focus(self) -> None:
        """Who comes back to this window may have marked photos in another."""
        try:
            if news := self.desk.session.look_again():
                self._say(marked_elsewhere(len(news)))
        except CatalogError as error:
            self._say(not_kept(error))

    def write_to_terminal(self, sequences: str) -> None:
        """After what Textual wrote, which has no way of its own to place pictures."""
        if self._driver is not None:
            self._driver.write(sequences)
            self._driver.flush()

    def on_unmount(self) -> None:
        """The terminal forgets its pictures."""
        if self.desk.layer is not None:
            self.desk.layer.close()

    # Screens

    def on_wanted_screen(self, message: WantedScreen) -> None:
        """Another screen, over this one or in its place."""
        match message.wanted:
            case Wanted.LOUPE | Wanted.GRID | Wanted.COMPARE:
                self._change_to(message.wanted)
            case _:
                # Late, as the grid and the comparison: nobody needs them for the first photo.
                from assist_cli.screens.other_screens import screen_over

                self.push_screen(screen_over(message.wanted, self.desk))

    def _change_to(self, name: Wanted) -> None:
        if not self.is_screen_installed(name):
            from assist_cli.screens.other_screens import screen_beside

            self.install_screen(screen_beside(name, self.desk), name)
        wanted: Screen[None] = self.get_screen(name)
        if self.screen is wanted and isinstance(wanted, CullScreen):
            self._say(Said(f"This is the {name} already"))
            self.desk.is_changed(wanted.take)
        else:
            self.switch_screen(wanted)

    def _say(self, said: Said) -> None:
        self.desk.said = said
        self._show()

    def _show(self) -> None:
        self.desk.count_again()
        if isinstance(self._top, CullScreen):
            self._top.show_soon()

    @property
    def _top(self) -> Screen[object] | None:
        """The screen that is seen; None while everything is being closed, when threads may still bring news."""
        stack = self.screen_stack
        return stack[-1] if stack else None

    # News

    def on_picture_ready(self, news: PictureReady) -> None:
        """Only the screen on top is seen."""
        if isinstance(self._top, CullScreen):
            self._top.picture_ready(news.key)

    def on_marks_arrived(self, news: MarksArrived) -> None:
        """What sidecars said before anybody read them here; the cursor stays where it is."""
        self.desk.is_reading = False
        try:
            if news.read is not None and news.read.news:
                self.desk.session.look_again()
            if news.read is not None:
                self.desk.session.beside.note_compared(news.read.compared)
        except CatalogError as error:
            news = MarksArrived(None, error)
        said = marks_read(news.read, news.error)
        if said is not None and not self.desk.said.is_trouble:
            self.desk.said = said
        self._show()

    def on_scores_arrived(self, news: ScoresArrived) -> None:
        """The cursor stays where it is."""
        desk = self.desk
        desk.progress = news.progress
        changed = {photo.path for photo in desk.session.take_in(news.outcomes)}
        if desk.overlay is not None and desk.session.current.path in changed:
            desk.shelf.forget(desk.session.current.picture)
        self._show()

    def on_advice_arrived(self, news: AdviceArrived) -> None:
        """Groups and decisions, and the slider."""
        self.desk.session.take_in_advice(news.advice.by_photo())
        self.desk.what_if, self.desk.strictness = news.what_if, None
        self._show()

    def on_scoring_ended(self, news: ScoringEnded) -> None:
        """Why there will be no more scores, if that is so."""
        self.desk.progress = None
        if news.error is not None:
            trouble = told(news.error)
            self.desk.said = Said(f"Not all could be judged: {trouble.message}; {trouble.hint}", is_trouble=True)
        self._show()

    # Sidecars

    def on_save_now(self) -> None:
        """From the summary: and then leave, if all went well."""
        self._leaves = True
        self._saves_again = self.background_saving.is_busy
        if not self.background_saving.is_busy:
            self.background_saving.begin(self.desk.session.unsaved())

    def _save_live(self) -> None:
        if self.background_saving.is_busy or isinstance(self._top, SummaryScreen):
            return
        unsaved = [one for one in self.desk.session.unsaved() if not one.was_there]
        if self._live.is_due(unsaved):
            self.background_saving.begin(unsaved)

    def on_sidecars_saved(self, news: SidecarsSaved) -> None:
        """What became of it; after the summary's, nothing is left to do."""
        went_well = self.background_saving.take(news)
        if not self._leaves:
            self._show()
        elif went_well and self._saves_again and self.desk.session.unsaved():
            self._saves_again = False
            self.background_saving.begin(self.desk.session.unsaved())
        elif went_well and not self.desk.session.unsaved():
            self.exit()
        elif isinstance(self._top, SummaryScreen):
            self._leaves = False
            self._top.saved()

    def on_leave_cull(self) -> None:
        """A person is done."""
        self.exit()
