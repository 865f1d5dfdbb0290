"""Two to four frames of a moment side by side; a digit keeps one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult

from assist_cli.pictures.picture_key import PictureKey
from assist_cli.render.plain_text import printable
from assist_cli.screens.compared_frames import (
    compared_frames,
    kept_flags,
    more_frames,
    points_of,
    telling_factors,
    wall_columns,
)
from assist_cli.screens.desk import Desk
from assist_cli.screens.film_strip import CURRENT_STYLE
from assist_cli.screens.key_names import first_key
from assist_cli.screens.marking import not_kept
from assist_cli.screens.messages import Wanted
from assist_cli.screens.picture_shelf import Shown
from assist_cli.screens.said import Said
from assist_cli.screens.signs import advice_line, marks_signs
from assist_cli.screens.status_lines import Hint
from assist_cli.screens.tile import Tile
from assist_cli.screens.tile_wall import TileWall
from assist_cli.screens.zoom_screen import ZoomScreen
from assist_cli.workflows.cull.actions import Action
from assist_cli.workflows.cull.cull_photo import CullPhoto
from index.catalog.errors import CatalogError
from index.photo.marks import Flag

CAPTIONS_FROM = 14
"""Rows of the screen from which frames have a second and a third line below them; a choice."""
AIRY_FROM = 40
"""Rows of the screen from which one below the captions stays empty; a choice."""
BEST = "▴"
"""After the highest number of the frames: to be seen without bold type."""
PAGES = {Action.PAGE_UP: -1, Action.PAGE_DOWN: 1}
BESIDE = {Action.NEXT: 1, Action.DOWN: 1, Action.PREVIOUS: -1, Action.UP: -1}


class CompareScreen(ZoomScreen):
    """Zoom shows the same part of all of them."""

    HINTS: ClassVar[tuple[Hint, ...]] = (
        ((Action.PREVIOUS, Action.NEXT), "frame"),
        (("1-4",), "keep one"),
        ((Action.PICK,), "pick"),
        ((Action.REJECT,), "reject"),
        ((Action.ZOOM,), "1:1 in all"),
        ((Action.UNDO,), "undo"),
        ((Action.PAGE_UP, Action.PAGE_DOWN), "other frames"),
        ((Action.NEXT_SET,), "next moment"),
        ((Action.LOUPE,), "loupe"),
        ((Action.QUIT,), "done"),
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.wall = TileWall(desk.shelf)
        self._compared: list[Path] = []

    def compose(self) -> ComposeResult:
        """The frames and the foot."""
        yield self.wall
        yield self.status

    @property
    def frames(self) -> list[CullPhoto]:
        """What is compared now."""
        found = compared_frames(self.desk.session, self._compared)
        self._compared = [photo.path for photo in found]
        return found

    def on_screen_resume(self) -> None:
        """Chosen anew each time."""
        self._compared = []
        if self._not_shown([photo.path for photo in self.frames]) and not self.desk.said.text:
            self.desk.said = self._paged()
        super().on_screen_resume()

    def show_photos(self) -> None:
        """The frames, the differing factors below each."""
        frames, (width, height) = self.frames, self.wall.size
        if width < 1 or height < 1:
            return
        columns = wall_columns(len(frames), width, height)
        rows = -(-len(frames) // columns)
        zoom, current = self.zoom_now(), self.desk.session.current.path
        telling = telling_factors(frames)
        tiles = [
            Tile(photo.picture, self._captions(number, frames, telling), photo.path == current, zoom=zoom)
            for number, photo in enumerate(frames, 1)
        ]
        self.wall.show(tiles, columns, (max(3, width // columns), max(1, height // rows)))

    def keys_wanted(self) -> list[PictureKey]:
        """The frames whole too, for when the zoom is taken off."""
        keys = self.wall.wanted()
        return keys + [replace(key, zoom=None) for key in keys if key.zoom]

    def seen(self) -> Shown | None:
        """What is shown of the current frame."""
        return self.wall.shown_of(self.desk.session.current.picture)

    def keeps_point(self) -> bool:
        """All frames are looked at in the same point."""
        return self.desk.session.current.path in self._compared

    def press(self, key: str) -> None:
        """A digit keeps a frame; everything else as everywhere."""
        frames = self.frames
        if key.isdecimal() and 1 <= int(key) <= len(frames):
            self.desk.count_again()
            if self.is_alone():
                self.desk.said = self.alone()
                self.show_soon()
                return
            self._keep(frames, frames[int(key) - 1])
            self.show_soon()
        else:
            super().press(key)

    def do(self, action: Action, key: str) -> None:
        """Arrows go from frame to frame, and stay among them."""
        if action in BESIDE and not (self.desk.is_zoomed and key not in ("space", "backspace")):
            self._beside(BESIDE[action])
        elif action in PAGES:
            self._page(PAGES[action])
        elif action is Action.COMPARE:
            self.back()
        else:
            super().do(action, key)

    def back(self) -> None:
        """Escape takes the zoom off, then leads to the loupe."""
        if self.desk.is_zoomed:
            self.desk.is_zoomed = False
        else:
            super().back()

    def _beside(self, step: int) -> None:
        paths = [photo.path for photo in self.frames]
        place = paths.index(self.desk.session.current.path) + step
        if not 0 <= place < len(paths):
            self._page(step)
        elif not self.desk.session.go_to(paths[place]):
            self.desk.said = Said(f"The filter {self.desk.session.filter.name} hides that frame")

    def _page(self, step: int) -> None:
        """The next frames of the moment, or those before."""
        session = self.desk.session
        frames = more_frames(session.group_of(session.current.path), [photo.path for photo in self.frames], step)
        if not frames:
            self.desk.said = Said(f"This is the {'last' if step > 0 else 'first'} frame of this moment")
        elif not any(map(session.go_to, _nearest_first(frames, self._compared, step))):
            self.desk.said = Said(f"The filter {session.filter.name} hides the other frames")
        else:
            self._compared = [photo.path for photo in frames]
            self.desk.said = self._paged()

    def _paged(self) -> Said:
        """Which frames of how many are seen, and how to see the others."""
        group = [photo.path for photo in self.desk.session.group_of(self.desk.session.current.path)]
        places = [group.index(photo.path) + 1 for photo in self.frames]
        keys = " ".join(filter(None, (first_key(self.desk.keymap, action) for action in PAGES)))
        is_run = places[-1] - places[0] == len(places) - 1
        told = f"{places[0]} to {places[-1]}" if is_run else ", ".join(map(str, places))
        return Said(f"Frames {told} of {len(group)}; {keys or 'arrows'}: the others")

    def _keep(self, frames: Sequence[CullPhoto], kept: CullPhoto) -> None:
        desk, flags = self.desk, kept_flags(frames, kept)
        try:
            changes = desk.session.set_flags(flags)
        except CatalogError as error:
            desk.said = not_kept(error)
            return
        lost = [printable(path.stem) for path, flag in flags.items() if flag is Flag.REJECT]
        others = f", rejected: {', '.join(lost)}" if lost else ""
        left = sum(photo.marks.flag is None for photo in self._not_shown([photo.path for photo in frames]))
        open_ones = f" ({left} more of the moment undecided)" if left else ""
        desk.said = Said(
            f"Picked: {printable(kept.path.stem)}{open_ones}{others}"
            if changes
            else f"{printable(kept.path.stem)} is picked already{others}"
        )
        if desk.session.auto_advance and desk.session.next_set(1, [photo.path for photo in frames]):
            self._compared = []
            if len(desk.session.group_of(desk.session.current.path)) == 1:
                self.want(Wanted.LOUPE)

    def _not_shown(self, shown: Sequence[Path]) -> list[CullPhoto]:
        """Frames of the moment that had no room."""
        group = self.desk.session.group_of(self.desk.session.current.path)
        return [photo for photo in group if photo.path not in shown]

    def _captions(self, number: int, frames: Sequence[CullPhoto], telling: Sequence[str]) -> tuple[Text, ...]:
        photo = frames[number - 1]
        signs = marks_signs(photo, ours=False)
        style = CURRENT_STYLE if photo.path == self.desk.session.current.path else "bold"
        head = Text.assemble(f"{number}  ", (printable(photo.path.stem), style), "  " if signs else "", signs)
        if self.app.size.height < CAPTIONS_FROM:
            return (head,)
        advised = advice_line(photo.advice, len(self.desk.session.group_of(photo.path))) if photo.advice else Text()
        told = Text("  ").join(_told(name, photo, frames) for name in telling)
        gap = (Text(),) if self.app.size.height >= AIRY_FROM else ()
        return head, advised, told, *gap


def _nearest_first(frames: Sequence[CullPhoto], shown: Sequence[Path], step: int) -> list[Path]:
    """Those that were not seen before those that were."""
    paths = [photo.path for photo in frames][:: 1 if step > 0 else -1]
    return sorted(paths, key=lambda path: path in shown)


def _told(name: str, photo: CullPhoto, frames: Sequence[CullPhoto]) -> Text:
    """`focus 92`; the best of the frames catches the eye."""
    value = points_of(photo, name)
    best = max((points for one in frames if (points := points_of(one, name)) is not None), default=None)
    is_best = value is not None and value == best
    shown = "-" if value is None else f"{value}"
    return Text.assemble(f"{name} ", (f"{shown}{BEST if is_best else ''}", "bold" if is_best else ""))
