"""Writes a file that appears or changes only once it is whole."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` beside `path` and rename; raises `OSError` that names `path`, and leaves nothing half-written."""
    write_whole_pieces(path, (data,))


def write_whole_pieces(path: Path, pieces: Iterable[bytes]) -> None:
    """As `write_whole`, of what is made piece by piece; where making one fails, nothing is left either."""
    # Beside the target, because a rename is atomic only within one file system.
    part = None
    try:
        descriptor, name = tempfile.mkstemp(prefix=".assist-", suffix=".part", dir=path.parent)
        part = Path(name)
        with os.fdopen(descriptor, "wb") as stream:
            stream.writelines(pieces)
        part.chmod(0o666 & ~current_umask())
        part.replace(path)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
    finally:
        if part is not None:
            with suppress(FileNotFoundError):
                part.unlink()


def current_umask() -> int:
    """What new files may not be, by the person's wish; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
