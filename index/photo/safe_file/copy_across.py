"""Copies a file to another disk: whole, read again from there and compared, and under a name that nobody has."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

from index.photo.safe_file.errors import FileChangedError, FileRefusedError, FileTrouble
from index.photo.safe_file.file_look import FileLook, look_in
from index.photo.safe_file.likeness import attributes_of, give_attributes, give_mode, give_owner
from index.photo.safe_file.new_name import give_new_name
from index.photo.safe_file.part_file import busy, is_still, new_part

CHUNK_BYTES = 1 << 20
"""Read and written at a time; a choice."""


def copy_across(here: int, source: Path, there: int, target: Path) -> None:
    """Makes `target` in the open folder `there` a copy of `source` in `here`, with its times, permissions and attributes.

    The bytes are on the disk, and were read back from it, before the name is there. Raises `FileExistsError` where the name is
    taken, a `SafeFileError`, and `OSError`; no part file survives.
    """
    original = os.open(source.name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=here)
    try:
        facts = os.fstat(original)
        with new_part(there, target, 0o600) as (part, descriptor):
            digest = _copied(original, descriptor)
            _liken(original, descriptor, facts)
            os.fsync(descriptor)
            if _read_back(there, part) != digest:
                words = "the disk does not give back what was written to it"
                raise FileRefusedError(target, FileTrouble.DRIVE, words)
            if look_in(here, source) != FileLook(facts.st_size, facts.st_mtime_ns):
                raise FileChangedError(source, FileTrouble.CHANGED, "it was changed while it was copied")
            if not is_still(there, part, descriptor):
                raise busy(target)
            give_new_name(there, part, target.name)
    finally:
        os.close(original)


def same_bytes(one: Path, other: Path) -> bool:
    """Whether two files hold the same; read through, a chunk at a time. Raises `OSError`."""
    with one.open("rb") as first, other.open("rb") as second:
        if os.fstat(first.fileno()).st_size != os.fstat(second.fileno()).st_size:
            return False
        while chunk := first.read(CHUNK_BYTES):
            if second.read(len(chunk)) != chunk:
                return False
        return not second.read(1)


def _copied(original: int, descriptor: int) -> bytes:
    digest = hashlib.sha256()
    while chunk := os.read(original, CHUNK_BYTES):
        digest.update(chunk)
        rest = memoryview(chunk)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
    return digest.digest()


def _liken(original: int, descriptor: int, facts: os.stat_result) -> None:
    give_owner(descriptor, (facts.st_uid, facts.st_gid))
    give_attributes(descriptor, attributes_of(original))
    give_mode(descriptor, stat.S_IMODE(facts.st_mode))
    os.utime(descriptor, ns=(facts.st_atime_ns, facts.st_mtime_ns))


def _read_back(folder: int, part: str) -> bytes:
    descriptor = os.open(part, os.O_RDONLY | os.O_NOFOLLOW, dir_fd=folder)
    try:
        if hasattr(os, "posix_fadvise"):  # from the disk, not from memory, where the system lets us ask for that
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        digest = hashlib.sha256()
        while chunk := os.read(descriptor, CHUNK_BYTES):
            digest.update(chunk)
        return digest.digest()
    finally:
        os.close(descriptor)
