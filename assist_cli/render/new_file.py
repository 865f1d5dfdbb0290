"""Writes a file that was not there before: whole or not at all, and never in the place of another."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from assist_cli.render.whole_file import current_umask


def write_new(path: Path, data: bytes) -> tuple[Path, bool]:
    """Write to `path`, or where that is taken to the first free of its names with -2, -3 and so on.

    A file of such a name that already holds these bytes is left as it is. Returns the file that holds them, and whether it is
    new; raises `OSError` that names `path`.
    """
    try:
        descriptor, name = tempfile.mkstemp(prefix=".assist-", suffix=".part", dir=path.parent)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
    part = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
        part.chmod(0o666 & ~current_umask())
        return _placed(part, path, data)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
    finally:
        with suppress(FileNotFoundError):
            part.unlink()


def _placed(part: Path, path: Path, data: bytes) -> tuple[Path, bool]:
    number, target = 1, path
    while True:
        try:
            _place(part, target)
        except FileExistsError:
            if _holds(target, data):
                return target, False
            number += 1
            target = path.with_name(f"{path.stem}-{number}{path.suffix}")
        else:
            return target, True


def _place(part: Path, target: Path) -> None:
    """Give the part its name; raises `FileExistsError` where anything has it, even if it came this moment."""
    try:
        target.hardlink_to(part)
    except FileExistsError:
        raise
    except OSError:
        # A card's file system knows no links (FAT, exFAT): the name is taken first, and what replaces it is our own empty file.
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        try:
            part.replace(target)
        except BaseException:
            target.unlink()
            raise


def _holds(target: Path, data: bytes) -> bool:
    return (
        target.is_file()
        and not target.is_symlink()
        and target.stat().st_size == len(data)
        and target.read_bytes() == data
    )
