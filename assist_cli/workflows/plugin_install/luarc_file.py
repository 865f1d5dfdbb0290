"""The file `luarc`, read and written: whole or not at all, with its permissions; a link to it stays a link."""

from __future__ import annotations

import errno
import os
import tempfile
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

from assist_cli.workflows.plugin_install.luarc import (
    ends_with_return,
    has_script_manager,
    loads_plugin,
    with_line,
    without_line,
)

NEW_FILE_MODE = 0o644
"""A choice: as darktable's own settings."""


class LuarcDone(StrEnum):
    """What became of our line."""

    ADDED = "added"
    THERE = "there"
    MANAGED = "managed"
    """lua-scripts' script manager loads scripts: a person switches ours on there."""
    REFUSED = "refused"
    """The file ends with a return: nothing can follow that."""
    REMOVED = "removed"
    NOT_THERE = "not there"
    THEIRS = "theirs"
    """A person wrote it in another way: it stays."""


def read_luarc(luarc: Path) -> bytes | None:
    """None where there is none. Raises `OSError`."""
    try:
        return luarc.read_bytes()
    except FileNotFoundError:
        return None


def add_line(luarc: Path, *, dry_run: bool) -> LuarcDone:
    """Raises `OSError`."""
    was = read_luarc(luarc) or b""
    if loads_plugin(was):
        return LuarcDone.THERE
    if has_script_manager(was):
        return LuarcDone.MANAGED
    if ends_with_return(was):
        return LuarcDone.REFUSED
    if not dry_run:
        _check_may_write(luarc)
        _replace(luarc, with_line(was))
    return LuarcDone.ADDED


def remove_line(luarc: Path, *, made: bool, dry_run: bool) -> LuarcDone:
    """`made`: whether it was ours alone; then it goes away once it is empty. Raises `OSError`."""
    was = read_luarc(luarc) or b""
    now = without_line(was)
    if now == was:
        return LuarcDone.THEIRS if loads_plugin(was) else LuarcDone.NOT_THERE
    if not dry_run:
        _check_may_write(luarc)
        if made and not now and not luarc.is_symlink():
            luarc.unlink()
        else:
            _replace(luarc, now)
    return LuarcDone.THEIRS if loads_plugin(now) else LuarcDone.REMOVED


def _check_may_write(luarc: Path) -> None:
    """Neither a rename nor a removal would ask."""
    if luarc.exists() and not (luarc.stat().st_mode & 0o222 and os.access(luarc, os.W_OK)):
        raise PermissionError(errno.EACCES, "write-protected", str(luarc))


def _replace(luarc: Path, data: bytes) -> None:
    real = Path(os.path.realpath(luarc))
    mode = real.stat().st_mode if real.exists() else None
    part = None
    try:
        descriptor, name = tempfile.mkstemp(prefix=".luarc-", suffix=".part", dir=real.parent)
        part = Path(name)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(descriptor)
        part.chmod(NEW_FILE_MODE if mode is None else mode & 0o7777)
        part.replace(real)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(luarc)) from error
    finally:
        if part is not None:
            with suppress(FileNotFoundError):
                part.unlink()
