"""The tiles of the strip below the loupe: the photos around the current one, those of its group told apart."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from assist_cli.render.plain_text import printable
from assist_cli.screens.signs import marks_signs
from assist_cli.screens.tile import Tile
from assist_cli.workflows.cull.cull_photo import CullPhoto
from assist_cli.workflows.cull.session import CullSession

CURRENT_STYLE = "bold reverse"
"""Of the current photo's name; not of its signs, which keep their colours."""


def strip_tiles(session: CullSession, count: int, width: int) -> list[Tile]:
    """At most `count`, with `width` cells for captions, the current one in the middle where there are enough on both sides."""
    visible, place = session.visible, session.cursor
    start = max(0, min(place - count // 2, len(visible) - count))
    group = {photo.path for photo in session.group_of(session.current.path)}
    return [
        photo_tile(photo, width, is_current=start + at == place, belongs=len(group) > 1 and photo.path in group)
        for at, photo in enumerate(visible[start : start + count])
    ]


def photo_tile(photo: CullPhoto, width: int, *, is_current: bool, belongs: bool) -> Tile:
    """Marks and name below the picture."""
    signs, name = marks_signs(photo), printable(photo.path.stem)
    room = width - signs.cell_len - bool(signs)
    named = (name_end(name, room), CURRENT_STYLE if is_current else "")
    return Tile(photo.picture, (Text.assemble(signs, " " if signs else "", named),), is_current, belongs)


def name_end(name: str, width: int) -> str:
    """The end of a name that is too long: numbers tell photos apart."""
    return (
        name
        if cell_len(name) <= width
        else f"…{set_cell_size(name[::-1], width - 1)[::-1].lstrip()}"
        if width > 1
        else ""
    )
