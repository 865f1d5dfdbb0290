"""Writes, makes or takes away one file: whole or not at all, and only while it is what was read."""

from __future__ import annotations

import logging
import os
from pathlib import Path

from index.photo.safe_file.errors import FileChangedError, FileRefusedError, FileTrouble, UnsureWriteError, told
from index.photo.safe_file.folder import make_names_durable, open_folder
from index.photo.safe_file.likeness import give_attributes, give_mode, give_owner
from index.photo.safe_file.new_name import give_new_name
from index.photo.safe_file.part_file import busy, is_still, new_part
from index.photo.safe_file.read import SidecarNow, look

log = logging.getLogger(__name__)

NEW_FILE_MODE = 0o666
"""Less what the person's umask takes away, as every program makes files."""

_WRITE_BITS = 0o222


def replace_file(
    path: Path, data: bytes, *, was: bytes | None, mode: int | None = None, mtime_ns: int | None = None
) -> None:
    """Gives the file at `path` the bytes `data` while it still holds exactly `was`; `None`: it is not there, and is made.

    Whatever happens meanwhile, the old file or the new one is there, whole; no part file survives a failure. Permissions, extended
    attributes and, where allowed, owner and group stay; a new file gets `mode`, else what the umask leaves. It gets a new
    modification time unless `mtime_ns` is given. Of several hard links this name alone gets the new bytes. A second writer is kept
    away by `folder_lock`. Raises `FileChangedError`, `FileRefusedError`, `BusyFolderError`; `UnsureWriteError` if it may be either.
    """
    with told(path), open_folder(path.parent) as folder:
        now = _unchanged(folder, path, was)
        with new_part(folder, path, NEW_FILE_MODE if now is None else 0o600) as (part, descriptor):
            _fill(descriptor, data)
            _liken(descriptor, now, mode, mtime_ns)
            os.fsync(descriptor)
            _unchanged(folder, path, was)
            if not is_still(folder, part, descriptor):
                raise busy(path)
            _give_name(folder, part, path, is_new=was is None)
        _make_durable(folder, path)
    if now is not None and now.links > 1:
        log.info("%s had %d names; this one has a file of its own now", path, now.links)


def remove_file(path: Path, *, was: bytes) -> None:
    """Takes away the file at `path`, which we made, while it still holds exactly `was`. Raises as `replace_file`."""
    with told(path), open_folder(path.parent) as folder:
        _unchanged(folder, path, was)
        os.unlink(path.name, dir_fd=folder)
        _make_durable(folder, path)


def _make_durable(folder: int, path: Path) -> None:
    try:
        make_names_durable(folder)
    except OSError as error:
        words = f"the drive failed just after it was written ({error.strerror})"
        raise UnsureWriteError(path, FileTrouble.DRIVE, words) from error


def _unchanged(folder: int, path: Path, was: bytes | None) -> SidecarNow | None:
    now = look(folder, path)
    if was is None and now is not None:
        raise FileChangedError(path, FileTrouble.APPEARED, "a file of this name has come meanwhile")
    if now is None:
        if was is not None:
            raise FileChangedError(path, FileTrouble.GONE, "it is gone since it was read")
        return None
    if now.data != was:
        raise FileChangedError(path, FileTrouble.CHANGED, "it was changed since it was read")
    _check_may_write(folder, path, now)
    return now


def _check_may_write(folder: int, path: Path, now: SidecarNow) -> None:
    """A rename would not ask: it needs no permission but the folder's."""
    if os.fstatvfs(folder).f_flag & os.ST_RDONLY:
        raise FileRefusedError(path, FileTrouble.READ_ONLY_DISK, "the disk is read-only")
    if not now.mode & _WRITE_BITS:
        raise FileRefusedError(path, FileTrouble.PROTECTED, "it is write-protected")
    if os.fstatvfs(folder).f_flag & os.ST_RDONLY:
        raise FileRefusedError(path, FileTrouble.READ_ONLY_DISK, "the disk is read-only")
    if not os.access(path.name, os.W_OK, dir_fd=folder, effective_ids=os.access in os.supports_effective_ids):
        raise FileRefusedError(path, FileTrouble.PERMISSION, "you may not write to it")


def _fill(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _liken(descriptor: int, now: SidecarNow | None, mode: int | None, mtime_ns: int | None) -> None:
    if now is not None:
        give_owner(descriptor, now.owner)
        give_attributes(descriptor, now.attributes)
        give_mode(descriptor, now.mode)
    elif mode is not None:
        give_mode(descriptor, mode)
    if mtime_ns is not None:
        os.utime(descriptor, ns=(mtime_ns, mtime_ns))


def _give_name(folder: int, part: str, path: Path, *, is_new: bool) -> None:
    if not is_new:
        os.rename(part, path.name, src_dir_fd=folder, dst_dir_fd=folder)
        return
    try:
        give_new_name(folder, part, path.name)
    except FileExistsError as error:
        raise FileChangedError(path, FileTrouble.APPEARED, "a file of this name has come meanwhile") from error
