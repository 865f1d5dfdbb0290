"""File names in the catalogue: bytes, since a name on disk need not be text; and what lies under a folder."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

_SEPARATOR = os.fsencode(os.sep)
_AFTER_SEPARATOR = bytes([_SEPARATOR[0] + 1])

PathRange = tuple[bytes, bytes]


def to_bytes(path: Path) -> bytes:
    """The name as the file system has it, lossless for names that are not UTF-8 (PEP 383)."""
    return os.fsencode(path)


MOST_KEPT = 1 << 14
"""Names that `from_bytes` keeps; a choice: some shoots of thousands, in a few megabytes."""

_kept: dict[bytes, Path] = {}


def from_bytes(name: bytes) -> Path:
    """The path back from `to_bytes`. Kept for a while: several tables name the same file, and making a Path of a name is most of
    what reading thousands of rows takes."""
    path = _kept.get(name)
    if path is None:
        path = Path(os.fsdecode(name))
        remember([path])
    return path


def remember(paths: Iterable[Path]) -> None:
    """Lets `from_bytes` answer with these very paths, which costs nothing, and nothing to compare them afterwards."""
    for path in paths:
        if len(_kept) >= MOST_KEPT:
            _kept.clear()
        _kept[to_bytes(path)] = path


def readable(path: Path | str) -> str:
    r"""A name, or words with names in them, for a person's eyes: bytes that are not UTF-8 appear as `\xff`."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def ranges_of(path: Path) -> tuple[PathRange, PathRange]:
    """Two half-open ranges of names, `low <= name < high`: the file at `path` itself, and all that lies below it."""
    name = to_bytes(path)
    below = name.removesuffix(_SEPARATOR)
    return (name, name + b"\0"), (below + _SEPARATOR, below + _AFTER_SEPARATOR)
