"""Screens in which one can look closer: `z` shows 1:1, arrows then move over the photo."""

from __future__ import annotations

from dataclasses import replace

from assist_cli.pictures.picture_key import Zoom
from assist_cli.pictures.protocol import Protocol
from assist_cli.screens.cull_screen import CullScreen
from assist_cli.screens.desk import Desk
from assist_cli.screens.key_names import key_name
from assist_cli.screens.picture_shelf import Shown
from assist_cli.screens.said import Said
from assist_cli.screens.zoom_words import first_zoom, zoom_words
from assist_cli.workflows.cull.actions import Action

PAN = {Action.NEXT: (1, 0), Action.PREVIOUS: (-1, 0), Action.UP: (0, -1), Action.DOWN: (0, 1)}
PAN_SHARE = 0.33
"""Of what is seen, a key: a choice; two thirds stay to be recognised."""
SCALES = {Protocol.HALF: (4.0, 1.0)}
"""Photo pixels a point, one step after the other. In block characters 1:1 shows 160 x 80 pixels: first a step between."""
PICTURES_OFF = Said("Pictures are off: the numbers and words beside them are what there is")
STEPS = frozenset({"space", "backspace"})
"""Keys that go from photo to photo in the zoom too, where arrows pan."""


class ZoomScreen(CullScreen):
    """Zoom stays on from photo to photo, until it is taken off."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._zoom: Zoom | None = None
        self._scales: tuple[float, ...] = SCALES.get(desk.shelf.terminal.protocol, (1.0,))
        self._zoomed_path = desk.session.current.path

    def seen(self) -> Shown | None:
        """What is shown of the current photo."""
        raise NotImplementedError

    def keeps_point(self) -> bool:
        """Whether another photo is shown at the same point."""
        return False

    def zoom_now(self) -> Zoom | None:
        """What is to be seen of the current photo; None: all of it."""
        if not self.desk.is_zoomed:
            self._zoom = None
            return None
        photo = self.desk.session.current
        if self._zoom is None or (self._zoomed_path != photo.path and not self.keeps_point()):
            self._zoom = first_zoom(photo)
        self._zoomed_path = photo.path
        self._zoom = replace(self._zoom, scale=self.desk.zoom_scale)
        return self._zoom

    def see(self, action: Action, key: str) -> None:
        """Zoom; the same key takes it off again."""
        if action is not Action.ZOOM:
            super().see(action, key)
            return
        desk = self.desk
        if not desk.shelf.draws:
            desk.said = PICTURES_OFF
            return
        desk.overlay = None
        steps = [scale for scale in self._scales if not desk.is_zoomed or scale < desk.zoom_scale]
        desk.is_zoomed, desk.zoom_scale = bool(steps), steps[0] if steps else 1.0
        if not steps:
            desk.said = Said("The whole photo")
            return
        is_close = desk.zoom_scale == 1.0
        size, again = ("1:1", "the whole photo") if is_close else (f"1:{desk.zoom_scale:.0f}", "closer")
        where = f"{size}: {zoom_words(desk.session.current)}"
        desk.said = Said(f"{where} · {key_name(key)} again: {again} · arrows move · Space: next photo")

    def do(self, action: Action, key: str) -> None:
        """In the zoom, arrows move over the photo."""
        if self.desk.is_zoomed and action in PAN and key not in STEPS:
            self._pan(*PAN[action])
        else:
            super().do(action, key)

    def _pan(self, right: int, down: int) -> None:
        shown, now = self.seen(), self.zoom_now()
        if shown is None or now is None or shown.prepared.key.zoom is None or shown.prepared.trouble:
            self.desk.said = Said("It is still being read")
            return
        moved = now.panned(shown.prepared.seen, right * PAN_SHARE, down * PAN_SHARE)
        if moved == now.panned(shown.prepared.seen, 0, 0):
            self.desk.said = Said("This is the edge of the photo")
        self._zoom = moved
