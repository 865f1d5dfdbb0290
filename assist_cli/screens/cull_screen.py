"""What the loupe, the grid and the comparison have in common: the same keys do the same, and none is silent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import events
from textual.screen import Screen

from assist_cli.pictures.picture_key import Overlay, PictureKey
from assist_cli.screens.desk import Desk
from assist_cli.screens.key_names import first_key, key_name
from assist_cli.screens.marking import is_marking, mark, undo
from assist_cli.screens.messages import Wanted, WantedScreen
from assist_cli.screens.moving import MOVING, move
from assist_cli.screens.picture_view import PictureView
from assist_cli.screens.placement import Placement
from assist_cli.screens.said import Said
from assist_cli.screens.status_bar import StatusBar
from assist_cli.screens.status_lines import Hint
from assist_cli.screens.tile import Tile
from assist_cli.screens.tile_wall import TileWall
from assist_cli.workflows.cull.actions import Action
from assist_cli.workflows.cull.cull_photo import CullPhoto

AHEAD = 8
"""Neighbours each way that are prepared (issue "Culling in the terminal")."""
OVERLAYS = {
    Action.FOCUS_OVERLAY: Overlay.FOCUS,
    Action.EXPOSURE_OVERLAY: Overlay.CLIPPING,
    Action.CROP_OVERLAY: Overlay.CROP,
}
OTHER_SCREENS = {
    Action.LOUPE: Wanted.LOUPE,
    Action.GRID: Wanted.GRID,
    Action.COMPARE: Wanted.COMPARE,
    Action.WHAT_IF: Wanted.WHAT_IF,
    Action.FILTER: Wanted.FILTER,
    Action.SORT: Wanted.SORT,
    Action.HELP: Wanted.HELP,
    Action.QUIT: Wanted.SUMMARY,
}


class CullScreen(Screen[None], inherit_bindings=False):
    """Subclasses say what is seen in `show_photos`, and which pictures in `keys_wanted`."""

    AUTO_FOCUS: ClassVar[str | None] = ""
    HINTS: ClassVar[Sequence[Hint]] = ()
    columns = 1
    page = 10
    """Photos a row, and a page."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.status = StatusBar(desk, self.HINTS)
        self._is_due = False
        self._repaints: dict[TileWall, int] = {}

    # What is seen

    def show(self) -> None:
        """Everything as it is now."""
        if self.is_mounted and min(self.size) > 0:
            self.show_photos()
            self.status.show()
            self.desk.shelf.want(self.keys_wanted())
            self.call_after_refresh(self.place_pictures)

    def show_soon(self) -> None:
        """Once all keys that wait are done: while one is held, the screen follows as fast as it can, and no photo is asked for
        that is passed already.
        """
        if not self._is_due:
            self._is_due = True
            self.call_later(self._show_due)

    def _show_due(self) -> None:
        self._is_due = False
        self.show()

    def show_photos(self) -> None:
        """What is above the foot."""
        raise NotImplementedError

    def keys_wanted(self) -> list[PictureKey]:
        """What is seen, then what may be next."""
        raise NotImplementedError

    def on_screen_resume(self) -> None:
        """Others may have changed what is shown."""
        self._clear_pictures()
        self.desk.count_again()
        self.desk.is_changed(self.take)
        self.call_after_refresh(self.show)

    def on_resize(self) -> None:
        """Once everything has its new size."""
        self._clear_pictures()
        self.call_after_refresh(self.show)

    def on_screen_suspend(self) -> None:
        """Another screen has no use for them."""
        self._clear_pictures()

    def _clear_pictures(self) -> None:
        if self.desk.layer is not None:
            self.desk.layer.clear()

    def picture_ready(self, key: PictureKey) -> bool:
        """Hands the news to whoever shows it; says whether anybody does."""
        parts: list[PictureView | TileWall] = [*self.views(), *self.walls()]
        is_shown = True in [part.picture_ready(key) for part in parts]
        if is_shown:
            self.call_after_refresh(self.place_pictures)
        return is_shown

    def views(self) -> Iterable[PictureView]:
        """Large pictures; screens that know theirs need not look for them, which takes as long as all else with a picture."""
        return self.query(PictureView)

    def walls(self) -> Iterable[TileWall]:
        """Small ones."""
        return self.query(TileWall)

    def place_pictures(self) -> None:
        """Has the terminal draw what it draws itself."""
        layer = self.desk.layer
        if layer is None or self.app.screen is not self:
            return
        walls = self.walls()
        wanted = self.placements()
        repainted = [
            one.picture for wall in walls if self._repaints.get(wall) != wall.repaints for one in wall.placements()
        ]
        self._repaints = {wall: wall.repaints for wall in walls}
        layer.show(wanted, repainted)

    def placements(self) -> list[Placement]:
        """What the terminal is to draw itself on this screen."""
        parts: list[PictureView | TileWall] = [*self.views(), *self.walls()]
        return [one for part in parts if part.display for one in part.placements()]

    def neighbours(self, reach: int = AHEAD) -> list[CullPhoto]:
        """The visible photos around the current one, the nearest first, those ahead before those behind."""
        visible, place = self.desk.session.visible, self.desk.session.cursor
        steps = [sign * step for step in range(1, reach + 1) for sign in (1, -1)]
        return [visible[place + step] for step in steps if 0 <= place + step < len(visible)]

    # Keys

    def on_key(self, event: events.Key) -> None:
        """Every key comes here."""
        event.stop()
        event.prevent_default()
        self.take("ctrl+q" if event.key == "ctrl+c" else event.key)

    def take(self, key: str) -> None:
        """A key that is meant for this screen, or for the one that was asked for."""
        if not self.desk.holds_back(key):
            self.press(key)

    def want(self, wanted: Wanted) -> None:
        """Asks for another screen; what is typed from now on is for that one."""
        self.desk.is_changing = True
        self.post_message(WantedScreen(wanted))

    def press(self, key: str) -> None:
        """Does what the key is for; says so where it is for nothing."""
        if key == "ctrl+q":
            action: Action | None = Action.QUIT
        else:
            action = self.desk.keymap.action_for(key)
        self.desk.said = Said("")
        if action not in MOVING:
            self.desk.count_again()
        if key == "escape":
            self.back()
        elif action is None:
            self.unknown(key)
        else:
            self.do(action, key)
        self.show_soon()

    def unknown(self, key: str) -> None:
        """No key is silent."""
        shows = first_key(self.desk.keymap, Action.HELP)
        self.desk.said = Said(f"{key_name(key)} does nothing here; {shows} shows the keys")

    def do(self, action: Action, key: str) -> None:
        """What an action does on any screen."""
        desk = self.desk
        if is_marking(action):
            desk.said = mark(desk.session, action)
        elif action in MOVING:
            desk.said = move(desk.session, action, self.columns, self.page) or Said("")
        elif action is Action.UNDO:
            desk.said = undo(desk.session)
        elif action is Action.TOGGLE_ADVANCE:
            desk.session.auto_advance = not desk.session.auto_advance
            desk.said = Said("Marking goes on to the next photo" if desk.session.auto_advance else "Marking stays")
        elif action is Action.COMPARE and self.is_alone():
            desk.said = self.alone()
        elif action in OTHER_SCREENS:
            self.want(OTHER_SCREENS[action])
        else:
            self.see(action, key)

    def is_alone(self) -> bool:
        """Whether the current photo is in no group of which frames are known."""
        session = self.desk.session
        return len(session.group_of(session.current.path)) < 2

    def alone(self) -> Said:
        """Why there is nothing to compare."""
        from assist_cli.screens.compared_frames import alone_words

        return Said(alone_words(self.desk.session.current, is_known=self.desk.what_if is not None))

    def see(self, action: Action, key: str) -> None:  # noqa: ARG002 - the loupe looks at both
        """Zoom and overlays; here there are none."""
        self.desk.said = Said(
            f"{key_name(key)} works on one photo: {first_key(self.desk.keymap, Action.LOUPE)} shows it"
        )

    def back(self) -> None:
        """Escape: to the loupe."""
        self.want(Wanted.LOUPE)

    # Pointing

    def on_tile_wall_clicked(self, event: TileWall.Clicked) -> None:
        """A photo that is pointed at is the current one."""
        self.go_to_tile(event.tile)
        self.show_soon()

    def go_to_tile(self, tile: Tile) -> None:
        """Puts the cursor there."""
        photo = self.desk.session.photo(tile.path)
        if photo is not None:
            self.desk.session.go_to(photo.path)
