"""What a sidecar holds at this moment; only regular files of a sensible size are opened at all."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field
from pathlib import Path

from index.photo.file_bytes import kind_of_file
from index.photo.safe_file.errors import FileRefusedError, FileTrouble, told
from index.photo.safe_file.folder import open_folder
from index.photo.safe_file.likeness import Attributes, attributes_of

SIDECAR_BYTES = 32 * 1024 * 1024
"""Issue "Ratings that every editor reads": a sidecar of 50 MB is bad input. darktable's with many drawn masks hold a few."""


@dataclass(frozen=True, slots=True)
class SidecarNow:
    """A regular file as it is now: its bytes, and what is to be the same after it was written."""

    data: bytes
    mode: int
    """Permission bits."""
    mtime_ns: int
    links: int = 1
    """How many names it has (hard links). Writing gives this name a file of its own; the others keep the old bytes."""
    owner: tuple[int, int] = (-1, -1)
    attributes: Attributes = field(default_factory=dict, compare=False)


def read_sidecar(path: Path) -> bytes:
    """The bytes of the file at `path`, at most `SIDECAR_BYTES`.

    Raises `FileRefusedError`: not there, no regular file (a link too: see `links.real_place`), too large, not to be read.
    """
    found = sidecar_now(path)
    if found is None:
        raise FileRefusedError(path, FileTrouble.GONE, "it is not there")
    return found.data


def sidecar_now(path: Path) -> SidecarNow | None:
    """The file at `path`, or nothing where its folder holds no such name; raises as `read_sidecar`."""
    with told(path), open_folder(path.parent) as folder:
        return look(folder, path)


def look(folder: int, path: Path) -> SidecarNow | None:
    """As `sidecar_now`, in the open folder of `path`; raises `OSError` too."""
    try:
        # Opening a device can do things, and opening a pipe would wait for ever.
        _check_regular(path, os.stat(path.name, dir_fd=folder, follow_symlinks=False))
        descriptor = os.open(path.name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=folder)
    except FileNotFoundError:
        return None
    with os.fdopen(descriptor, "rb") as file:
        facts = os.fstat(descriptor)
        _check_regular(path, facts)
        data = file.read(SIDECAR_BYTES + 1)
        if len(data) > SIDECAR_BYTES:
            raise _too_large(path, max(len(data), facts.st_size))
        owner = facts.st_uid, facts.st_gid
        attributes = attributes_of(descriptor)
    return SidecarNow(data, stat.S_IMODE(facts.st_mode), facts.st_mtime_ns, facts.st_nlink, owner, attributes)


def _check_regular(path: Path, facts: os.stat_result) -> None:
    if stat.S_ISLNK(facts.st_mode):
        raise FileRefusedError(path, FileTrouble.LINK, "it is a symbolic link")
    if not stat.S_ISREG(facts.st_mode):
        raise FileRefusedError(path, FileTrouble.NOT_A_FILE, f"it is {kind_of_file(facts.st_mode)}, not a file")
    if facts.st_size > SIDECAR_BYTES:
        raise _too_large(path, facts.st_size)


def _too_large(path: Path, size_bytes: int) -> FileRefusedError:
    most_mb = SIDECAR_BYTES // 1024**2
    words = f"it holds {size_bytes / 1024**2:.0f} MB; sidecars of up to {most_mb} MB are read"
    return FileRefusedError(path, FileTrouble.TOO_LARGE, words)
