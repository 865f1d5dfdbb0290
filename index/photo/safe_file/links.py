"""Where a sidecar that is a symbolic link really lies, and whether that is any business of ours."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from pathlib import Path

from index.photo.file_bytes import NOT_THERE
from index.photo.safe_file.errors import FileRefusedError, FileTrouble, told


def real_trees(folders: Iterable[Path]) -> tuple[Path, ...]:
    """These folders where they really lie, in their order, each once: found out once for many calls of `real_place`."""
    real = (Path(os.path.realpath(folder)) for folder in dict.fromkeys(folders))
    return tuple(dict.fromkeys(real))


def real_place(path: Path, trees: Iterable[Path]) -> Path:
    """The path at which the bytes of the sidecar `path` lie, or would, without any link: one name a file, for the journal too.

    A link, be it the file or a folder on the way, is followed only to what lies in one of `trees`, the folders that a person
    named, as `real_trees` gives them, the likeliest first. Raises `FileRefusedError` LINK_OUTSIDE, or LINK where it leads nowhere.
    """
    with told(path):
        real = Path(os.path.realpath(path))
        if _is_link(path) and not os.path.lexists(real):
            raise FileRefusedError(path, FileTrouble.LINK, "it is a link that leads nowhere")
        if _is_link(real):
            raise FileRefusedError(path, FileTrouble.LINK, "it is a link that leads round in circles")
    if not any(real.is_relative_to(tree) for tree in trees):
        words = f"it is a link to {real}, outside of the folders that you named"
        raise FileRefusedError(path, FileTrouble.LINK_OUTSIDE, words)
    return real


def is_there(path: Path) -> bool:
    """Whether the path leads to anything that can be seen: no disk pulled out, no folder forbidden."""
    try:
        return path.exists()
    except OSError:
        return False


def _is_link(path: Path) -> bool:
    try:
        return stat.S_ISLNK(path.lstat().st_mode)
    except OSError as error:
        if error.errno in NOT_THERE:
            return False
        raise
