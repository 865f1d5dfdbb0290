"""Tells the overlays that we wrote from photos: they may lie in a shoot's folder, and are none of it."""

from __future__ import annotations

from pathlib import Path

MARK = ("Software", "photo-assist overlay")
"""Written into every file (PNG's tEXt keyword for the program that made it, W3C PNG 11.3.3), so that we know ours again."""
HEAD_BYTES = 256
"""The mark comes first: after 8 bytes of signature and 25 of header."""
SUFFIXES = 2
"""`IMG_0412.focus.png`: photos hardly ever have two, so that few files are opened for this."""


def is_own_overlay(path: Path) -> bool:
    """Whether `path` is an overlay of ours, by its name and its mark; False where it cannot be read."""
    if path.suffix != ".png" or len(path.suffixes) < SUFFIXES:
        return False
    try:
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
    except OSError:
        return False
    return b"tEXt" + "\0".join(MARK).encode() in head
