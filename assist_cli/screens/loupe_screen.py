"""The loupe: one photo as large as the terminal allows, what is said of it, and its neighbours."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from assist_cli.pictures.picture_key import Overlay, PictureKey
from assist_cli.screens.cull_screen import OVERLAYS
from assist_cli.screens.desk import Desk
from assist_cli.screens.film_strip import strip_tiles
from assist_cli.screens.loupe_layout import loupe_layout, status_rows, strip_tile
from assist_cli.screens.panel_lines import PanelFacts, headline, panel_lines
from assist_cli.screens.picture_shelf import Shown
from assist_cli.screens.picture_view import PictureView
from assist_cli.screens.said import Said
from assist_cli.screens.status_lines import Hint
from assist_cli.screens.tile import Tile
from assist_cli.screens.tile_wall import TileWall
from assist_cli.screens.zoom_screen import PICTURES_OFF, ZoomScreen
from assist_cli.workflows.cull.actions import Action

OVERLAY_WORDS = {
    Overlay.FOCUS: "Where it is sharp: yellow crisp, green in focus, blue soft, grey no edges",
    Overlay.CLIPPING: "What is clipped: white all channels, orange one or two, blue black",
    Overlay.CROP: "Outlined is the crop that we suggest, where one is clearly better",
}
"""What the colours mean is told in words of lightness too: yellow is the brightest, blue the darkest."""

PANEL_MARGIN = 1


class LoupeScreen(ZoomScreen):
    """Zoom and overlay stay on from photo to photo, until they are taken off."""

    HINTS: ClassVar[tuple[Hint, ...]] = (
        ((Action.PICK,), "pick"),
        ((Action.REJECT,), "reject"),
        ((Action.RATE_1, Action.RATE_5), "stars"),
        ((Action.UNDO,), "undo"),
        ((Action.ZOOM,), "1:1"),
        ((Action.COMPARE,), "compare"),
        ((Action.GRID,), "grid"),
        ((Action.NEXT_SET,), "next moment"),
        ((Action.QUIT,), "done"),
        ((Action.FILTER,), "filter"),
        ((Action.WHAT_IF,), "what if"),
        ((Action.FOCUS_OVERLAY,), "focus"),
    )
    DEFAULT_CSS = """
    LoupeScreen { layout: vertical; }
    LoupeScreen #headline { height: 1; }
    LoupeScreen #photo-and-panel { height: 1fr; }
    LoupeScreen #panel { height: 100%; padding: 0 1; }
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.picture = PictureView(desk.shelf)
        self.panel = Static(id="panel")
        self.strip = TileWall(desk.shelf)
        self.head = Static(id="headline")
        self.has_begun = False
        """Whether the first photo was drawn; until then nothing is prepared but that, so that it waits for nothing."""

    def compose(self) -> ComposeResult:
        """The photo, the panel beside it, the strip below, each in its size at once: a picture of another is made in vain."""
        self._share_out()
        self.status.share_out(self.app.size.height)
        yield self.head
        with Vertical():
            with Horizontal(id="photo-and-panel"):
                yield self.picture
                yield self.panel
            yield self.strip
        yield self.status

    def show(self) -> None:
        """Everything as it is now, once each part has its size."""
        self._share_out()
        super().show()

    def show_photos(self) -> None:
        """The photo, the panel, the strip."""
        session = self.desk.session
        photo = session.current
        zoom = self.zoom_now()
        self.picture.show(photo.picture, zoom, None if zoom else self.desk.overlay)
        layout = loupe_layout(*self.app.size)
        self.strip.has_pictures = self.has_begun
        self.strip.show(self._tiles(layout.strip), len(session.visible), strip_tile(layout.strip))
        self._show_words()
        if self.picture.key is None or not self.desk.shelf.draws:
            self.has_begun = True  # there is none to wait for

    def keys_wanted(self) -> list[PictureKey]:
        """The photo and its neighbours, each as large as the photo and then as in the strip: a file is read once for both."""
        if not self.has_begun:
            return [self.picture.key] if self.picture.key else []
        large = [self.picture.key, *(self.picture.key_for(photo.picture) for photo in self.neighbours())]
        tiles = {key.path: key for key in self.strip.wanted()}
        keys = [one for key in large if key for one in (key, tiles.pop(key.path, None)) if one]
        return [*keys, *tiles.values()]

    def picture_ready(self, key: PictureKey) -> bool:
        """An overlay says in words what it shows."""
        is_shown = super().picture_ready(key)
        if key == self.picture.key and (key.overlay or key.zoom):
            self._show_words()
        return is_shown

    def views(self) -> list[PictureView]:
        """The one."""
        return [self.picture]

    def walls(self) -> list[TileWall]:
        """The strip."""
        return [self.strip]

    def on_picture_view_drawn(self) -> None:
        """The first photo is to be seen: now the others."""
        self._begin()

    def _begin(self) -> None:
        if not self.has_begun:
            self.has_begun = True
            self.show()

    # Zoom and overlays

    def seen(self) -> Shown | None:
        """What is shown of the photo; where one looks closer, not what stands in for it."""
        shown = self.picture.shown
        return None if shown and self.desk.is_zoomed and shown.prepared.key.zoom is None else shown

    def see(self, action: Action, key: str) -> None:
        """Overlays too: the same key takes them off again."""
        if action not in OVERLAYS:
            super().see(action, key)
            return
        desk, overlay = self.desk, OVERLAYS[action]
        if not desk.shelf.draws:
            desk.said = PICTURES_OFF
            return
        desk.overlay = None if desk.overlay is overlay else overlay
        desk.is_zoomed = False
        desk.said = Said(OVERLAY_WORDS[overlay] if desk.overlay else "The photo as it is")

    def back(self) -> None:
        """Escape takes off the zoom and overlays."""
        if not self.desk.is_zoomed and self.desk.overlay is None:
            self.unknown("escape")
        self.desk.is_zoomed, self.desk.overlay = False, None

    # Parts

    def _share_out(self) -> None:
        layout = loupe_layout(*self.app.size)
        self.panel.styles.width = layout.panel
        self.panel.display = layout.panel > 0
        self.strip.styles.height = layout.strip
        self.strip.styles.margin = (layout.gap, 0, 0, 0)
        self.strip.display = layout.strip > 0
        self.head.display = layout.headline > 0

    def _tiles(self, rows: int) -> list[Tile]:
        if not rows:
            return []
        columns = strip_tile(rows)[0]
        return strip_tiles(self.desk.session, max(1, self.app.size.width // columns), columns - 2)

    def _show_words(self) -> None:
        self._tell_crop()
        facts = self._facts()
        # Not the panel's own size, which it has only after the next refresh.
        columns, rows = self.app.size
        layout = loupe_layout(columns, rows)
        if layout.panel:
            height = max(1, rows - layout.strip - layout.gap - layout.headline - status_rows(rows))
            lines = panel_lines(facts, layout.panel - 2 * PANEL_MARGIN, height, self.desk.glyphs)
            self.panel.update(Text("\n", no_wrap=True).join(lines), layout=False)
        self.head.update(headline(facts, columns, self.desk.glyphs), layout=False)

    def _tell_crop(self) -> None:
        """What became of looking for a crop, in the place of what its outline would mean."""
        shown = self.picture.shown
        is_there = shown is not None and shown.prepared.key.overlay is Overlay.CROP and shown.prepared.caption
        if shown and is_there and self.desk.said.text == OVERLAY_WORDS[Overlay.CROP]:
            self.desk.said = Said(shown.prepared.caption)
            self.status.show()

    def _facts(self) -> PanelFacts:
        session = self.desk.session
        photo, group = session.current, [one.path for one in session.group_of(session.current.path)]
        shown = self.picture.shown
        progress = self.desk.progress
        return PanelFacts(
            photo,
            session.cursor + 1,
            len(session.visible),
            len(group),
            group.index(photo.path) + 1,
            is_scoring=progress is not None and progress.done < progress.total,
            caption=shown.prepared.caption if shown and shown.prepared.key.overlay else "",
            better=session.photo(photo.advice.better) if photo.advice and photo.advice.better else None,
            says_why=shown is not None and shown.prepared.trouble is not None,
        )
