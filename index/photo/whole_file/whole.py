"""Whether a photo's file ends where its own structure says, read from its head and its tail without decoding."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path

from index.photo.errors import PhotoReadError
from index.photo.file_window import FileWindow, window_on
from index.photo.formats import Container, container_of
from index.photo.whole_file.empty_tail import has_hole
from index.photo.whole_file.isobmff_end import how_whole_isobmff
from index.photo.whole_file.jpeg_end import how_whole_jpeg
from index.photo.whole_file.png_end import how_whole_png
from index.photo.whole_file.raf_end import how_whole_raf
from index.photo.whole_file.riff_end import how_whole_webp
from index.photo.whole_file.tiff_end import how_whole_tiff
from index.photo.whole_file.wholeness import NotWhole, Unknown, Whole, Wholeness

ENDS: dict[Container, Callable[[FileWindow], Wholeness]] = {
    Container.JPEG: how_whole_jpeg,
    Container.PNG: how_whole_png,
    Container.WEBP: how_whole_webp,
    Container.ISOBMFF: how_whole_isobmff,
    Container.TIFF: how_whole_tiff,
    Container.RAF: how_whole_raf,
}
HEAD_BYTES = 16
"""As `container_of` wants."""


def how_whole(path: Path) -> Wholeness:
    """Whether all of the photo at `path` is there. Never raises: what cannot be read is `Unknown`, and says why.

    A file that gets its full size first and its bytes later is not called whole while its end is zeros, or while the file
    system says that a part of it was never written. Bytes that come out of order and leave no such trace cannot be told.
    """
    try:
        with window_on(path) as window:
            return _how_whole(window)
    except PhotoReadError as error:
        return Unknown(error.message)


def _how_whole(window: FileWindow) -> Wholeness:
    head = window.head(HEAD_BYTES)
    if not any(head):
        return NotWhole("it is empty so far" if not head else "its beginning is not written yet")
    end = ENDS.get(container_of(head))
    if end is None:
        return Unknown("it does not begin like a photo")
    try:
        wholeness = end(window)
    except (ValueError, LookupError, struct.error, OverflowError):
        return Unknown("its structure is damaged, or not all there")
    if isinstance(wholeness, Whole) and has_hole(window):
        return Unknown("a part of it is not written yet")
    return wholeness
