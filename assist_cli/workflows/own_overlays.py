"""Tells the overlays that we wrote from photos: they may lie in a shoot's folder, and are none of it."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from index.photo.record import PhotoRecord

MARK = ("Software", "photo-assist overlay")
"""Written into every file (PNG's tEXt keyword for the program that made it, W3C PNG 11.3.3), so that we know ours again."""
PHOTO = "Photo"
"""Keyword of the second mark: whose overlay it is."""
HEAD_BYTES = 256
"""The marks come first: after 8 bytes of signature and 25 of header, and are 41 and 82 bytes long."""
PATH_DIGITS = 16
"""Of a path's sha256: enough to tell photos apart, and nobody reads a folder's name from a picture that was passed on."""
SUFFIXES = 2
"""`IMG_0412.focus.png`: photos hardly ever have two, so that few files are opened for this."""


def is_own_overlay(path: Path) -> bool:
    """Whether `path` is an overlay of ours, by its name and its mark; False where it cannot be read."""
    if not path.name.endswith(".png") or len(path.suffixes) < SUFFIXES:
        return False
    try:
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
    except OSError:
        return False
    return b"tEXt" + "\0".join(MARK).encode() in head


def photo_mark(record: PhotoRecord) -> str:
    """Names the photo by its picture and by its place, for either may change: it is edited, or moved."""
    place = hashlib.sha256(os.fsencode(record.path)).hexdigest()[:PATH_DIGITS]
    return f"{record.asset_id} {place}"


def is_overlay_of(path: Path, mark: str) -> bool:
    """Whether `path` is an overlay of ours that shows the photo of this `photo_mark`."""
    if not is_own_overlay(path):
        return False
    text = path.read_bytes()[:HEAD_BYTES].partition(f"tEXt{PHOTO}\0".encode())[2]
    return any(name in text[: len(mark)] for name in mark.encode().split())
