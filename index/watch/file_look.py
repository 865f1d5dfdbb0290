"""How a file looks from outside: equal looks mean that nobody wrote to it meanwhile."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from index.photo.file_bytes import NOT_THERE


@dataclass(frozen=True, slots=True)
class FileLook:
    """Size, times and number of a file, as `stat` tells them."""

    size_bytes: int
    mtime_ns: int
    ctime_ns: int
    inode: int


def look_at(path: Path) -> FileLook | None:
    """The looks of the file that the path leads to; None where there is no regular file.

    Raises OSError where the system does not say: permission taken away, drive pulled out.
    """
    try:
        facts = path.stat()
    except OSError as error:
        if error.errno in NOT_THERE:
            return None
        raise
    return look_of(facts) if stat.S_ISREG(facts.st_mode) else None


def look_of(facts: os.stat_result) -> FileLook:
    """The same from facts that are at hand."""
    return FileLook(facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns, facts.st_ino)
