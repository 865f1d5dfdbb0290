"""File names in the catalogue: bytes, since a name on disk need not be text; and what lies under a folder."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

_SEPARATOR = os.fsencode(os.sep)
_AFTER_SEPARATOR = bytes([_SEPARATOR[0] + 1])

PathRange = tuple[bytes, bytes]


def to_bytes(path: Path) -> bytes:
    """The name as the file system has it, lossless for names that are not UTF-8 (PEP 383)."""
    return os.fsencode(path)


@lru_cache(maxsize=1 << 14)
def from_bytes(name: bytes) -> Path:
    """The path back from `to_bytes`. Kept for a while: several tables name the same file, and making a Path of a name is most of
    what reading thousands of rows takes."""
    return Path(os.fsdecode(name))


def readable(path: Path | str) -> str:
    r"""A name, or words with names in them, for a person's eyes: bytes that are not UTF-8 appear as `\xff`."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def ranges_of(path: Path) -> tuple[PathRange, PathRange]:
    """Two half-open ranges of names, `low <= name < high`: the file at `path` itself, and all that lies below it."""
    name = to_bytes(path)
    below = name.removesuffix(_SEPARATOR)
    return (name, name + b"\0"), (below + _SEPARATOR, below + _AFTER_SEPARATOR)
