"""Makes one picture: read as small as will do, cut or drawn over, then drawn for the terminal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING

from assist_cli.pictures.block_glyphs import ACROSS, DOWN
from assist_cli.pictures.drawing import Drawing, draw
from assist_cli.pictures.fit import Size
from assist_cli.pictures.picture_key import Box, PictureKey, Zoom
from assist_cli.pictures.protocol import Protocol
from assist_cli.pictures.sources import Sources, Stamp
from assist_cli.pictures.terminal import Terminal
from index.photo.errors import UnreadablePhoto
from index.photo.thumbnail import read_thumbnail
from index.photo.trouble_as_value import trouble_as_value

if TYPE_CHECKING:
    from scoring.assessment import Assessment

SaidOf = Callable[[Path], Mapping[str, "Assessment"]]
WHOLE: Box = (0.0, 0.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Made:
    """See `Prepared`."""

    drawing: Drawing
    photo_px: Size
    seen: Box = WHOLE
    caption: str = ""


def make_picture(
    key: PictureKey, stamp: Stamp, terminal: Terminal, sources: Sources, said_of: SaidOf
) -> Made | UnreadablePhoto:
    """The picture that `key` names, for this terminal; or why the photo cannot be read. A bug becomes trouble as well."""
    return trouble_as_value(key.path, lambda: _made(key, stamp, terminal, sources, said_of))


def draft_picture(key: PictureKey, terminal: Terminal) -> Made | None:
    """The picture as the camera's own thumbnail shows it, in a few milliseconds; None where there is none."""
    if key.zoom or key.overlay:
        return None
    made = trouble_as_value(key.path, lambda: _drafted(key, terminal))
    return made if isinstance(made, Made) else None


def _drafted(key: PictureKey, terminal: Terminal) -> Made | None:
    rgb = read_thumbnail(key.path)
    if rgb is None:
        return None
    # It has no more detail than halves of cells can show, and these take a tenth of the time.
    return Made(draw(rgb, key.box, replace(terminal, only_halves=True)), (rgb.shape[1], rgb.shape[0]))


def _made(
    key: PictureKey, stamp: Stamp, terminal: Terminal, sources: Sources, said_of: SaidOf
) -> Made | UnreadablePhoto:
    if key.zoom:
        return _zoomed(key, key.zoom, stamp, terminal, sources)
    edge_px = max(sample_size(key.box, terminal))
    if key.overlay:
        # Late: it knows all that is judged, and whoever asks for no overlay need not wait for that.
        from assist_cli.pictures.overlay_picture import overlay_picture

        painted = overlay_picture(key.path, key.overlay, said_of(key.path), edge_px)
        if isinstance(painted, UnreadablePhoto):
            return painted
        height, width = painted.rgb.shape[:2]
        return Made(draw(painted.rgb, key.box, terminal), (width, height), caption=painted.caption)
    rgb = sources.whole(key.path, stamp, edge_px)
    if isinstance(rgb, UnreadablePhoto):
        return rgb
    return Made(draw(rgb, key.box, terminal), (rgb.shape[1], rgb.shape[0]))


def _zoomed(key: PictureKey, zoom: Zoom, stamp: Stamp, terminal: Terminal, sources: Sources) -> Made | UnreadablePhoto:
    across, down = (1, 2) if terminal.protocol is Protocol.HALF else terminal.cell_px
    window_px = (ceil(key.box[0] * across * zoom.scale), ceil(key.box[1] * down * zoom.scale))
    cut = sources.part(key.path, stamp, zoom, window_px)
    if isinstance(cut, UnreadablePhoto):
        return cut
    rgb, seen, photo_px = cut
    # A photo smaller than the window keeps its scale.
    box = (ceil(rgb.shape[1] / zoom.scale / across), ceil(rgb.shape[0] / zoom.scale / down))
    return Made(draw(rgb, (min(box[0], key.box[0]), min(box[1], key.box[1])), terminal), photo_px, seen)


def sample_size(box: Size, terminal: Terminal) -> Size:
    """(width, height) in pixels of what can be told apart in a box of cells."""
    across, down = (ACROSS, DOWN) if terminal.protocol is Protocol.HALF else terminal.cell_px
    return box[0] * across, box[1] * down
