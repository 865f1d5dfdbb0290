"""The user's own weights: one folder an entry, which appears whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

FOLDER_VARIABLE = "ASSIST_WEIGHTS"
"""Environment variable that names another folder."""


def weights_folder() -> Path:
    """Where pulled and added weights lie: `$ASSIST_WEIGHTS`, else a folder among the user's data. It need not be there."""
    named = os.environ.get(FOLDER_VARIABLE)
    if named:
        return Path(named)
    return _users_folder()


@cache
def _users_folder() -> Path:
    """Asked for with every photo that is judged, and platformdirs works it out anew each time."""
    import platformdirs

    return platformdirs.user_data_path("photo-assist") / "weights"


def downloads_folder(name: str) -> Path:
    """Where files of `name` are kept while they arrive and until they are converted."""
    return weights_folder() / "downloads" / name


def entry_file(name: str) -> Path:
    """Where the entry of the user's weights called `name` is, or would be."""
    return weights_folder() / name / f"{name}.toml"


def entry_files() -> list[Path]:
    """The `entry_file` of every user's weights."""
    return sorted(path for path in weights_folder().glob("*/*.toml") if path.stem == path.parent.name)


@contextmanager
def staged(name: str) -> Iterator[Path]:
    """An empty folder to write into; it becomes `<weights folder>/<name>` when the block ends well, and vanishes otherwise."""
    folder = weights_folder()
    folder.mkdir(parents=True, exist_ok=True)
    part = Path(tempfile.mkdtemp(prefix=f".{name}-", suffix=".part", dir=folder))
    try:
        yield part
        _put(part, folder / name)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def require_room(folder: Path, wanted_bytes: int) -> None:
    """Raises `OSError` (ENOSPC) where the disk of `folder`, which must be there, has less room than that."""
    if shutil.disk_usage(folder).free < wanted_bytes:
        raise OSError(
            errno.ENOSPC, f"{os.strerror(errno.ENOSPC)} ({wanted_bytes / 1e6:,.0f} MB are needed)", str(folder)
        )


def _put(part: Path, target: Path) -> None:
    """Rename `part` to `target`; what was there before, damaged or older, goes."""
    # A temporary folder is its maker's alone; this one becomes an ordinary one.
    part.chmod(0o777 & ~_umask())
    if target.exists():
        target.rename(part.with_suffix(".old"))
    part.rename(target)
    shutil.rmtree(part.with_suffix(".old"), ignore_errors=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
