"""The pixels that pictures are made of, kept for a while: a strip's small pictures come from the large one beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assist_cli.pictures.byte_cache import ByteCache
from assist_cli.pictures.fit import Size
from assist_cli.pictures.picture_key import Box, Zoom
from assist_cli.pictures.whole_photo import one_whole_photo
from index.photo.errors import UnreadablePhoto
from index.photo.read_small import read_small
from index.photo.record import Asset

U8 = npt.NDArray[np.uint8]
Stamp = tuple[int, int] | None
"""Size and modification time of a file; None where it cannot be looked at."""

WHOLE_BYTES = 32_000_000
"""Five pictures of a screen of 1,920 x 1,080 pixels: those around the one that is shown."""
PART_BYTES = 64_000_000
"""The neighbourhood of a zoomed screen (56 MB at 1,920 x 1,080), or of four smaller ones that are compared."""
NEIGHBOURHOOD = 3
"""Screens each way that are kept of a zoomed photo, so that panning decodes nothing for a while."""


@dataclass(frozen=True, slots=True)
class Part:
    """`rgb`: (h, w, 3) uint8; `left`, `top`: where it lies in the photo of `photo_px`."""

    rgb: U8
    left: int
    top: int
    photo_px: Size


def stamp_of(path: Path) -> Stamp:
    """Tells whether a file was replaced."""
    try:
        info = path.stat()
    except OSError:  # reading it will tell why
        return None
    return info.st_size, info.st_mtime_ns


class Sources:
    """Safe from many threads. `read_whole` takes a path and the long edge that is needed."""

    def __init__(self, read_whole: Callable[[Path, int], U8 | UnreadablePhoto] = read_small) -> None:
        self._read_whole = read_whole
        self._wholes: ByteCache[tuple[Path, Stamp], tuple[int, U8]] = ByteCache(
            WHOLE_BYTES, lambda kept: kept[1].nbytes
        )
        self._parts: ByteCache[tuple[Path, Stamp], Part] = ByteCache(PART_BYTES, lambda part: part.rgb.nbytes)

    def whole(self, path: Path, stamp: Stamp, edge_px: int) -> U8 | UnreadablePhoto:
        """(H, W, 3) uint8 sRGB upright; its long edge is at least `edge_px`, or the photo's own."""
        kept = self._wholes.get((path, stamp))
        if kept is not None and kept[0] >= edge_px:
            return kept[1]
        rgb = self._read_whole(path, edge_px)
        if not isinstance(rgb, UnreadablePhoto):
            self._wholes.put((path, stamp), (edge_px, rgb))
        return rgb

    def part(self, path: Path, stamp: Stamp, zoom: Zoom, window_px: Size) -> tuple[U8, Box, Size] | UnreadablePhoto:
        """The photo's own pixels of a window around a point, moved inside the photo: (h, w, 3) uint8 sRGB; where it lies, and
        (width, height) of the pixels there are."""
        kept = self._kept_part(path, stamp, zoom, window_px) or self._read_part(path, stamp, zoom, window_px)
        if isinstance(kept, UnreadablePhoto):
            return kept
        left, top, right, bottom = _window(zoom, window_px, kept.photo_px)
        rgb = kept.rgb[top - kept.top : bottom - kept.top, left - kept.left : right - kept.left]
        width, height = kept.photo_px
        return rgb, (left / width, top / height, right / width, bottom / height), kept.photo_px

    def _kept_part(self, path: Path, stamp: Stamp, zoom: Zoom, window_px: Size) -> Part | None:
        kept = self._parts.get((path, stamp))
        return kept if kept is not None and _holds(kept, _window(zoom, window_px, kept.photo_px)) else None

    def _read_part(self, path: Path, stamp: Stamp, zoom: Zoom, window_px: Size) -> Part | UnreadablePhoto:
        from index.photo.read import read_photo  # late: it knows every format, and the first picture needs one

        with one_whole_photo():
            if kept := self._kept_part(path, stamp, zoom, window_px):  # another thread read it meanwhile
                return kept
            read = read_photo(Asset(path))
            if isinstance(read, UnreadablePhoto):
                return read
            part = _neighbourhood(read[1], zoom, window_px)
        self._parts.put((path, stamp), part)
        return part

    def forget(self, path: Path) -> None:
        """Keep nothing of a photo any more."""
        self._wholes.discard_where(lambda key: key[0] == path)
        self._parts.discard_where(lambda key: key[0] == path)


def _window(zoom: Zoom, window_px: Size, photo_px: Size) -> tuple[int, int, int, int]:
    """left, top, right, bottom in pixels, inside the photo."""
    width, height = min(window_px[0], photo_px[0]), min(window_px[1], photo_px[1])
    left = min(max(0, round(zoom.x * photo_px[0] - width / 2)), photo_px[0] - width)
    top = min(max(0, round(zoom.y * photo_px[1] - height / 2)), photo_px[1] - height)
    return left, top, left + width, top + height


def _holds(part: Part, window: tuple[int, int, int, int]) -> bool:
    height, width = part.rgb.shape[:2]
    left, top, right, bottom = window
    return left >= part.left and top >= part.top and right <= part.left + width and bottom <= part.top + height


def _neighbourhood(rgb: U8, zoom: Zoom, window_px: Size) -> Part:
    photo_px = (rgb.shape[1], rgb.shape[0])
    around = (window_px[0] * NEIGHBOURHOOD, window_px[1] * NEIGHBOURHOOD)
    left, top, right, bottom = _window(zoom, around, photo_px)
    return Part(rgb[top:bottom, left:right].copy(), left, top, photo_px)
