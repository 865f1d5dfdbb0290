"""The pictures of a contact sheet: each photo as a small JPEG that holds nothing but the picture."""

from __future__ import annotations

from pathlib import Path

import simplejpeg

from index.photo.errors import UnreadablePhoto
from index.photo.read_small import read_small

EDGE_PX = 360
"""A choice: about 20 kB a photo, and sharp at the size of a contact sheet."""
QUALITY = 80
"""A choice: at this size no difference is seen."""


def sheet_picture(path: Path, edge_px: int = EDGE_PX) -> bytes | None:
    """The photo upright as an sRGB JPEG without metadata, long edge at most `edge_px`; None where it cannot be read.

    Safe to call from many threads.
    """
    rgb = read_small(path, edge_px)
    if isinstance(rgb, UnreadablePhoto):
        return None
    return bytes(simplejpeg.encode_jpeg(rgb, quality=QUALITY, colorspace="RGB", colorsubsampling="420"))
