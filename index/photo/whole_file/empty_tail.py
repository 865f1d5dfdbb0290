"""Whether the end of a file has no bytes yet: some copiers give a file its full size first and fill it from the front."""

from __future__ import annotations

import os

from index.photo.file_window import FileWindow

TAIL_BYTES = 16
"""A choice: coded picture data that ends in so many zeros is rare, and is only waited for a little longer."""


def is_empty_before(window: FileWindow, end: int) -> bool:
    """Whether the last bytes before `end` are all zero. Raises ValueError where `end` lies past the end of the file."""
    size_bytes = min(TAIL_BYTES, end)
    return not any(window.at(end - size_bytes, size_bytes))


def has_hole(window: FileWindow) -> bool:
    """Whether the file system says that a part was never written (lseek(2), SEEK_HOLE); False where it cannot say."""
    if not hasattr(os, "SEEK_HOLE"):
        return False
    try:
        return os.lseek(window.file.fileno(), 0, os.SEEK_HOLE) < window.size_bytes
    except OSError:  # a file system that does not know, or a file that was cut meanwhile
        return False
